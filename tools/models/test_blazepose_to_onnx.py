#!/usr/bin/env python3
"""Checks of the model converter. `cargo xtask test` runs them with the set-up's own Python:

    .dowel/venv/bin/python tools/models/test_blazepose_to_onnx.py FOLDER_WITH_TFLITE_FILES

Numerical fidelity against TensorFlow Lite was measured once (landmarks within 0.005 px of 256); the
checksums pinned in xtask/src/pins.rs keep it.
"""

import sys
import unittest
from pathlib import Path

import numpy as np
import tflite

from blazepose_to_onnx import Source, channels_first, convert, densify, same_padding

if len(sys.argv) < 2:
    sys.exit(__doc__)
TFLITE_FOLDER = Path(sys.argv.pop(1))


def compressed_rows(matrix):
    """(levels, values) of a matrix in CSR form."""
    segments, indices, values = [0], [], []
    for row in matrix:
        nonzero = np.flatnonzero(row)
        indices += nonzero.tolist()
        values += row[nonzero].tolist()
        segments.append(len(indices))
    return [(len(matrix), None, None), (0, segments, indices)], np.array(values, matrix.dtype)


class Densify(unittest.TestCase):
    def test_dense_levels_reorder_by_traversal(self):
        expected = np.arange(6, dtype=np.float32).reshape(2, 3)
        levels = [(3, None, None), (2, None, None)]
        got = densify(levels, [1, 0], [], (2, 3), expected.T.ravel())
        np.testing.assert_array_equal(got, expected)

    def test_compressed_rows_with_an_empty_row(self):
        expected = np.array([[0, 5, 0, 7], [0, 0, 0, 0], [1, 0, 0, 2]], np.float32)
        levels, values = compressed_rows(expected)
        np.testing.assert_array_equal(densify(levels, [0, 1], [], (3, 4), values), expected)

    def test_random_matrices_survive_the_round_trip(self):
        random = np.random.default_rng(7)
        for _ in range(50):
            rows, columns = random.integers(1, 9, 2)
            expected = random.integers(1, 100, (rows, columns)) * (random.random((rows, columns)) < 0.3)
            levels, values = compressed_rows(expected)
            np.testing.assert_array_equal(densify(levels, [0, 1], [], (rows, columns), values), expected)

    def test_blocks_of_four_columns(self):
        # 2 x 8 in blocks of 1 x 4; stored: block 1 of row 0 and block 0 of row 1.
        expected = np.array([[0, 0, 0, 0, 1, 2, 3, 4], [5, 6, 7, 8, 0, 0, 0, 0]], np.float32)
        levels = [(2, None, None), (0, [0, 1, 2], [1, 0]), (4, None, None)]
        values = np.arange(1, 9, dtype=np.float32)
        np.testing.assert_array_equal(densify(levels, [0, 1, 2], [1], (2, 8), values), expected)

    def test_left_over_values_are_an_error(self):
        levels, values = compressed_rows(np.eye(3, dtype=np.float32))
        with self.assertRaises(ValueError):
            densify(levels, [0, 1], [], (3, 3), np.append(values, 9))


class Geometry(unittest.TestCase):
    def test_same_padding_puts_the_odd_pixel_after(self):
        self.assertEqual(same_padding(256, 128, kernel=3, stride=2, dilation=1), (0, 1))
        self.assertEqual(same_padding(224, 112, kernel=5, stride=2, dilation=1), (1, 2))
        self.assertEqual(same_padding(64, 64, kernel=3, stride=1, dilation=1), (1, 1))
        self.assertEqual(same_padding(64, 32, kernel=2, stride=2, dilation=1), (0, 0))

    def test_channels_first(self):
        self.assertEqual(channels_first((1, 2, 3, 4)), [1, 4, 2, 3])


class WholeModels(unittest.TestCase):
    @staticmethod
    def read(name):
        return (TFLITE_FOLDER / f"{name}.tflite").read_bytes()

    @staticmethod
    def ends(values):
        return {v.name: [d.dim_value for d in v.type.tensor_type.shape.dim] for v in values}

    def test_landmark_network_has_the_ends_that_the_core_reads(self):
        model = convert(self.read("pose_landmark_lite"), without_mask=True)
        self.assertEqual(self.ends(model.graph.input), {"image": [1, 3, 256, 256]})
        expected = {"landmarks": [1, 195], "pose_flag": [1, 1], "heatmap": [1, 39, 64, 64], "world": [1, 117]}
        self.assertEqual(self.ends(model.graph.output), expected)

    def test_mask_adds_one_output_and_its_own_decoder(self):
        raw = self.read("pose_landmark_lite")
        with_mask, without = convert(raw), convert(raw, without_mask=True)
        self.assertEqual(self.ends(with_mask.graph.output)["mask"], [1, 256, 256, 1])
        self.assertGreater(len(with_mask.graph.node), len(without.graph.node))

    def test_detector_expands_every_sparse_weight(self):
        raw = self.read("pose_detection")
        self.assertEqual(self.ends(convert(raw).graph.output), {"boxes": [1, 2254, 12], "scores": [1, 2254, 1]})
        source = Source(raw)
        graph = source.model.Subgraphs(0)
        sparse = [i for i in range(graph.TensorsLength()) if graph.Tensors(i).Sparsity()]
        self.assertTrue(sparse)
        for i in sparse:
            tensor = graph.Tensors(i)
            self.assertEqual(tensor.Type(), tflite.TensorType.FLOAT16)
            stored = np.frombuffer(source.model.Buffers(tensor.Buffer()).DataAsNumpy().tobytes(), np.float16)
            self.assertEqual(np.count_nonzero(source.constants[i]), np.count_nonzero(stored))

    def test_repeats_to_the_byte(self):
        raw = self.read("pose_detection")
        first, second = (convert(raw).SerializeToString(deterministic=True) for _ in range(2))
        self.assertEqual(first, second)


if __name__ == "__main__":
    result = unittest.main(exit=False).result
    failed = len(result.failures) + len(result.errors)
    print(f"converter: {result.testsRun - failed} passed, {failed} failed")
    sys.exit(failed > 0)
