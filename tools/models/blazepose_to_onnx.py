#!/usr/bin/env python3
"""Convert MediaPipe's BlazePose networks from TensorFlow Lite to ONNX.

    blazepose_to_onnx.py IN.tflite OUT.onnx [--without-mask]

The result computes the same function, in the layout ONNX Runtime is fastest with:

* images enter as `image`, float32 [1, 3, height, width]; the heatmap leaves channels first as well;
* padding that TensorFlow Lite keeps as an operator of its own becomes part of the convolution;
* the 16-bit weights stay 16-bit behind a `Cast`, which the runtime folds away when it loads the model:
  half the file and not a bit of precision lost;
* `--without-mask` leaves out the person mask and everything only it needs, a third of the landmark
  network's work.

The same input and the same `onnx` package give the same bytes, so results are pinned by checksum
(xtask/src/pins.rs). Needs numpy, onnx and tflite (the schema only); no TensorFlow.
"""

import argparse
import hashlib
from pathlib import Path

import numpy as np
import onnx
import tflite
from onnx import TensorProto, helper, numpy_helper

OPERATOR_NAMES = {code: name for name, code in vars(tflite.BuiltinOperator).items() if not name.startswith("_")}
STORED_TYPES = {
    tflite.TensorType.FLOAT32: np.float32,
    tflite.TensorType.FLOAT16: np.float16,
    tflite.TensorType.INT32: np.int32,
}
# The .tflite files call their outputs Identity_3 and the like, in an order that differs between the
# sizes; the shapes tell them apart.
OUTPUT_NAMES = {
    (1, 195): "landmarks",
    (1, 1): "pose_flag",
    (1, 256, 256, 1): "mask",
    (1, 64, 64, 39): "heatmap",
    (1, 117): "world",
    (1, 2254, 12): "boxes",
    (1, 2254, 1): "scores",
}
CONVOLUTIONS = {"CONV_2D": tflite.Conv2DOptions, "DEPTHWISE_CONV_2D": tflite.DepthwiseConv2DOptions}


# --- sparse weights -------------------------------------------------------------------------------


def densify(levels, traversal, block_map, shape, values):
    """Expand a sparse tensor, stored as TensorFlow Lite does (the TACO format), to a dense array.

    levels:    one (size, segments, indices) per storage level, outermost first. A dense level has its
               size and None, None; a sparse level has the CSR pair: the children of parent p are
               indices[segments[p]:segments[p + 1]].
    traversal: which dimension each level walks. Numbers from len(shape) on are the inner dimensions
               of blocks.
    block_map: for each block dimension, the tensor dimension that it subdivides.
    values:    the stored values in walking order.
    """
    rank = len(shape)
    block_size = {dim: levels[rank + k][0] for k, dim in enumerate(block_map)}
    dense = np.zeros(shape, values.dtype)
    stored = 0

    def walk(level, parent, path):
        nonlocal stored
        if level == len(levels):
            coordinate = [0] * rank
            for dim, index in zip(traversal, path):
                if dim < rank:
                    coordinate[dim] += index * block_size.get(dim, 1)
                else:
                    coordinate[block_map[dim - rank]] += index
            dense[tuple(coordinate)] = values[stored]
            stored += 1
            return
        size, segments, indices = levels[level]
        if segments is None:
            for index in range(size):
                walk(level + 1, parent * size + index, path + [index])
        else:
            for child in range(int(segments[parent]), int(segments[parent + 1])):
                walk(level + 1, child, path + [int(indices[child])])

    walk(0, 0, [])
    if stored != len(values):
        raise ValueError(f"sparse tensor: {len(values)} values stored but {stored} places for them")
    return dense


def sparse_layout(sparsity):
    """(levels, traversal, block_map) of a SparsityParameters table, as `densify` takes them."""
    vectors = {
        tflite.SparseIndexVector.Int32Vector: tflite.Int32Vector,
        tflite.SparseIndexVector.Uint16Vector: tflite.Uint16Vector,
        tflite.SparseIndexVector.Uint8Vector: tflite.Uint8Vector,
    }

    def index_vector(kind, table):
        vector = vectors[kind]()
        vector.Init(table.Bytes, table.Pos)
        return vector.ValuesAsNumpy().astype(np.int64)

    levels = []
    for i in range(sparsity.DimMetadataLength()):
        level = sparsity.DimMetadata(i)
        if level.Format() == tflite.DimensionType.DENSE:
            levels.append((int(level.DenseSize()), None, None))
        else:
            segments = index_vector(level.ArraySegmentsType(), level.ArraySegments())
            indices = index_vector(level.ArrayIndicesType(), level.ArrayIndices())
            levels.append((0, segments, indices))
    block_map = [int(dim) for dim in sparsity.BlockMapAsNumpy()] if sparsity.BlockMapLength() else []
    return levels, [int(dim) for dim in sparsity.TraversalOrderAsNumpy()], block_map


# --- geometry -------------------------------------------------------------------------------------


def channels_first(shape):
    """[1, height, width, channels] as [1, channels, height, width]."""
    return [shape[0], shape[3], shape[1], shape[2]]


def same_padding(in_size, out_size, kernel, stride, dilation):
    """(before, after) of TensorFlow's SAME rule along one axis; an odd pixel goes after."""
    total = max((out_size - 1) * stride + (kernel - 1) * dilation + 1 - in_size, 0)
    return total // 2, total - total // 2


# --- reading the .tflite --------------------------------------------------------------------------


class Source:
    """The parts of a .tflite file the conversion needs, with constants expanded."""

    def __init__(self, raw):
        self.model = tflite.Model.GetRootAs(raw, 0)
        graph = self.model.Subgraphs(0)
        tensors = [graph.Tensors(i) for i in range(graph.TensorsLength())]
        self.shapes = [tuple(int(n) for n in t.ShapeAsNumpy()) if t.ShapeLength() else () for t in tensors]
        self.input = int(graph.InputsAsNumpy()[0])
        self.outputs = {int(o): OUTPUT_NAMES[self.shapes[int(o)]] for o in graph.OutputsAsNumpy()}
        self.constants = self._constants(tensors)
        self.operators = self._computing_operators(graph)

    def _constants(self, tensors):
        constants = {}
        for i, tensor in enumerate(tensors):
            buffer = self.model.Buffers(tensor.Buffer())
            if not buffer.DataLength():
                continue
            values = np.frombuffer(buffer.DataAsNumpy().tobytes(), STORED_TYPES[tensor.Type()])
            if tensor.Sparsity():
                constants[i] = densify(*sparse_layout(tensor.Sparsity()), self.shapes[i], values)
            else:
                constants[i] = values.reshape(self.shapes[i])
        return constants

    def _computing_operators(self, graph):
        """All operators but those that only unpack a constant; their outputs become constants."""
        computing = []
        for i in range(graph.OperatorsLength()):
            operator = graph.Operators(i)
            first, out = int(operator.InputsAsNumpy()[0]), int(operator.OutputsAsNumpy()[0])
            if self.kind(operator) in ("DEQUANTIZE", "DENSIFY") and first in self.constants:
                self.constants[out] = self.constants[first]
            else:
                computing.append(operator)
        return computing

    def kind(self, operator):
        code = self.model.OperatorCodes(operator.OpcodeIndex())
        # Files from before 2020 keep the code in the deprecated field and leave the other at zero.
        return OPERATOR_NAMES[max(code.BuiltinCode(), code.DeprecatedBuiltinCode())]

    def needed_for(self, outputs):
        """The operators that `outputs` depend on, in the file's order."""
        needed, kept = set(outputs), []
        for operator in reversed(self.operators):
            if any(int(o) in needed for o in operator.OutputsAsNumpy()):
                kept.append(operator)
                needed |= {int(i) for i in operator.InputsAsNumpy() if i >= 0}
        return kept[::-1]


def options(operator, table_class):
    table, raw = table_class(), operator.BuiltinOptions()
    table.Init(raw.Bytes, raw.Pos)
    return table


# --- writing the ONNX -----------------------------------------------------------------------------


class Converter:
    """Builds the ONNX graph operator by operator. Node and weight names follow from the order alone."""

    def __init__(self, source, outputs):
        self.source = source
        self.outputs = outputs  # tensor -> ONNX name
        self.operators = source.needed_for(outputs)
        self.users = {}  # tensor -> operators that read it
        for operator in self.operators:
            for i in operator.InputsAsNumpy():
                self.users.setdefault(int(i), []).append(operator)
        self.nodes, self.weights = [], []
        self.weight_names, self.cast_weights = {}, set()
        self.names = {source.input: "image"}  # tensor -> ONNX name of its value
        self.folded_pads = {}  # tensor -> [top, left, bottom, right] left to the convolution behind it

    def build(self):
        for operator in self.operators:
            kind = self.source.kind(operator)
            convert_operator = getattr(self, kind.lower(), None)
            if convert_operator is None:
                raise NotImplementedError(f"operator {kind}")
            convert_operator(operator)
        for tensor, name in self.outputs.items():
            if name == "mask":  # one channel: channels first and last are the same bytes
                self.node("Reshape", [self.names[tensor], self.int64s(self.source.shapes[tensor])], name)

        shapes = self.source.shapes
        image = helper.make_tensor_value_info("image", TensorProto.FLOAT, channels_first(shapes[self.source.input]))
        results = [
            helper.make_tensor_value_info(
                name, TensorProto.FLOAT, channels_first(shapes[t]) if name == "heatmap" else shapes[t]
            )
            for t, name in self.outputs.items()
        ]
        return helper.make_graph(self.nodes, "blazepose", [image], results, self.weights)

    # Parts

    def node(self, operator, inputs, output, **attributes):
        name = f"{operator}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [output], name=name, **attributes))
        return output

    def weight(self, array):
        """The name of a constant, stored once however often it is used."""
        key = (array.dtype.str, array.shape, array.tobytes())
        if key not in self.weight_names:
            name = self.weight_names[key] = f"w{len(self.weight_names)}"
            self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return self.weight_names[key]

    def int64s(self, values):
        return self.weight(np.array(values, np.int64))

    def float_weight(self, array):
        """A constant as float32: 16-bit ones are stored as they are, with one Cast."""
        name = self.weight(array)
        if array.dtype != np.float16:
            return name
        if name not in self.cast_weights:
            self.cast_weights.add(name)
            self.node("Cast", [name], f"{name}_f32", to=TensorProto.FLOAT)
        return f"{name}_f32"

    def value_name(self, tensor):
        """What the value of `tensor` is called: its output name, unless `build` still reshapes it."""
        name = self.outputs.get(tensor)
        return f"t{tensor}" if name in (None, "mask") else name

    def finish(self, tensor, operator, inputs, **attributes):
        self.names[tensor] = self.node(operator, inputs, self.value_name(tensor), **attributes)

    def finish_activated(self, tensor, activation, operator, inputs, **attributes):
        """Like `finish`, followed by the activation that TensorFlow Lite fuses into `operator`."""
        if activation == tflite.ActivationFunctionType.NONE:
            self.finish(tensor, operator, inputs, **attributes)
            return
        plain = self.node(operator, inputs, f"c{tensor}", **attributes)
        if activation == tflite.ActivationFunctionType.RELU:
            self.finish(tensor, "Relu", [plain])
        elif activation == tflite.ActivationFunctionType.RELU6:
            self.finish(tensor, "Clip", [plain, self.weight(np.float32(0)), self.weight(np.float32(6))])
        else:
            raise NotImplementedError(f"fused activation {activation}")

    def window_pads(self, source, tensor, kernel, strides, dilations, padding):
        """[top, left, bottom, right] that a convolution or pooling adds by itself."""
        if padding == tflite.Padding.VALID:
            return [0, 0, 0, 0]
        shapes = self.source.shapes
        (top, bottom), (left, right) = (
            same_padding(shapes[source][axis + 1], shapes[tensor][axis + 1], kernel[axis], strides[axis], dilations[axis])
            for axis in (0, 1)
        )
        return [top, left, bottom, right]

    def pads_nothing_itself(self, operator):
        kind = self.source.kind(operator)
        return kind in CONVOLUTIONS and options(operator, CONVOLUTIONS[kind]).Padding() == tflite.Padding.VALID

    @staticmethod
    def ends(operator):
        """(input tensors, output tensor)"""
        return [int(i) for i in operator.InputsAsNumpy()], int(operator.OutputsAsNumpy()[0])

    # One method per TensorFlow Lite operator, named after it

    def pad(self, operator):
        (source, amounts), out = self.ends(operator)
        batch, rows, columns, channels = self.source.constants[amounts].tolist()
        if any(batch):
            raise NotImplementedError("padding of the batch")
        if not any(channels) and all(self.pads_nothing_itself(user) for user in self.users[out]):
            self.folded_pads[out] = [rows[0], columns[0], rows[1], columns[1]]
            self.names[out] = self.names[source]
            return
        amounts = [0, channels[0], rows[0], columns[0], 0, channels[1], rows[1], columns[1]]
        self.finish(out, "Pad", [self.names[source], self.int64s(amounts)], mode="constant")

    def conv_2d(self, operator):
        self._convolution(operator, depthwise=False)

    def depthwise_conv_2d(self, operator):
        self._convolution(operator, depthwise=True)

    def _convolution(self, operator, depthwise):
        (source, kernel, *bias), out = self.ends(operator)
        opts = options(operator, CONVOLUTIONS[self.source.kind(operator)])
        weights = self.source.constants[kernel]
        size = list(weights.shape[1:3])
        strides = [opts.StrideH(), opts.StrideW()]
        dilations = [opts.DilationHFactor(), opts.DilationWFactor()]
        pads = self.window_pads(source, out, size, strides, dilations, opts.Padding())
        if source in self.folded_pads:
            pads = [own + folded for own, folded in zip(pads, self.folded_pads[source])]
        # [out, h, w, in] and, depthwise, [1, h, w, out] both become [out, in, h, w].
        weights = weights.transpose(3, 0, 1, 2) if depthwise else weights.transpose(0, 3, 1, 2)
        inputs = [self.names[source], self.float_weight(weights)]
        inputs += [self.float_weight(self.source.constants[b]) for b in bias if b >= 0]
        self.finish_activated(
            out,
            opts.FusedActivationFunction(),
            "Conv",
            inputs,
            kernel_shape=size,
            strides=strides,
            dilations=dilations,
            pads=pads,
            group=self.source.shapes[source][3] if depthwise else 1,
        )

    def add(self, operator):
        (left, right), out = self.ends(operator)
        activation = options(operator, tflite.AddOptions).FusedActivationFunction()
        self.finish_activated(out, activation, "Add", [self.names[left], self.names[right]])

    def max_pool_2d(self, operator):
        (source,), out = self.ends(operator)
        opts = options(operator, tflite.Pool2DOptions)
        size, strides = [opts.FilterHeight(), opts.FilterWidth()], [opts.StrideH(), opts.StrideW()]
        pads = self.window_pads(source, out, size, strides, [1, 1], opts.Padding())
        self.finish_activated(
            out,
            opts.FusedActivationFunction(),
            "MaxPool",
            [self.names[source]],
            kernel_shape=size,
            strides=strides,
            pads=pads,
        )

    def resize_bilinear(self, operator):
        (source, *_), out = self.ends(operator)
        opts = options(operator, tflite.ResizeBilinearOptions)
        if opts.AlignCorners():
            mapping = "align_corners"
        elif opts.HalfPixelCenters():
            mapping = "half_pixel"
        else:
            mapping = "asymmetric"
        before, after = self.source.shapes[source], self.source.shapes[out]
        scales = np.array([1, 1, after[1] / before[1], after[2] / before[2]], np.float32)
        self.finish(
            out,
            "Resize",
            [self.names[source], "", self.weight(scales)],
            mode="linear",
            coordinate_transformation_mode=mapping,
        )

    def depth_to_space(self, operator):
        (source,), out = self.ends(operator)
        block = options(operator, tflite.DepthToSpaceOptions).BlockSize()
        self.finish(out, "DepthToSpace", [self.names[source]], blocksize=block, mode="DCR")

    def reshape(self, operator):
        (source, *_), out = self.ends(operator)
        shape, value = self.source.shapes[source], self.names[source]
        # Reshaping depends on the order of the values: back to channels last, where that differs.
        if len(shape) == 4 and shape[1] * shape[2] > 1 and shape[3] > 1:
            value = self.node("Transpose", [value], f"n{out}", perm=[0, 2, 3, 1])
        self.finish(out, "Reshape", [value, self.int64s(self.source.shapes[out])])

    def concatenation(self, operator):
        sources, out = self.ends(operator)
        if len(self.source.shapes[out]) != 3:
            raise NotImplementedError("concatenation of images")
        axis = options(operator, tflite.ConcatenationOptions).Axis()
        self.finish(out, "Concat", [self.names[s] for s in sources], axis=axis)

    def logistic(self, operator):
        (source,), out = self.ends(operator)
        self.finish(out, "Sigmoid", [self.names[source]])


def convert(raw, without_mask=False):
    """The ONNX model of the .tflite bytes `raw`; checked, deterministic."""
    source = Source(raw)
    outputs = {t: name for t, name in source.outputs.items() if not (without_mask and name == "mask")}
    model = helper.make_model(
        Converter(source, outputs).build(),
        opset_imports=[helper.make_opsetid("", 17)],
        ir_version=8,
        producer_name="blazepose_to_onnx",
    )
    origin = {"source_sha256": hashlib.sha256(raw).hexdigest(), "license": "Apache-2.0 (MediaPipe, Google LLC)"}
    helper.set_model_props(model, origin)
    onnx.checker.check_model(model, full_check=True)
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, help="a BlazePose .tflite file")
    parser.add_argument("destination", type=Path, help="the .onnx file to write")
    parser.add_argument("--without-mask", action="store_true", help="leave out the person mask")
    args = parser.parse_args()
    model = convert(args.source.read_bytes(), args.without_mask)
    args.destination.write_bytes(model.SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
