"""Writes blazepose.json: what MediaPipe 0.10.21 sees in the demo clip, frame by frame. README.md says how to run it.

MediaPipe's own graph follows the person through every frame of the clip, and every 30th look is kept: the square it
looked at, and the landmarks it read there. The test feeds the same squares to Dowel, because two trackers left
to themselves drift apart by a pixel from differences of a thousandth.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("GLOG_minloglevel", "2")

import mediapipe

# Unless Python knows these options, they are dropped when the graph passes through it, and the heatmap calculator
# silently works with its default kernel of 9 instead of the graph's 7.
import mediapipe.calculators.util.refine_landmarks_from_heatmap_calculator_pb2  # noqa: F401
import numpy as np
from mediapipe.python.solution_base import SolutionBase
from mediapipe.python.solutions import pose

HERE = Path(__file__).resolve().parent
CLIP = HERE.parent / "demo" / "demo.mp4"
WIDTH, HEIGHT = 360, 640
KEEP_EVERY = 30
SIZES = ("lite", "full", "heavy")
VERSION = "0.10.21"

# The decoding that tests/tests/golden_pose.rs repeats, to the bit.
DECODE = [
    *("-hide_banner", "-nostdin", "-loglevel", "error", "-flags", "+bitexact", "-i", "{clip}"),
    *("-map", "0:v:0", "-fps_mode", "passthrough", "-vf", "scale=flags=bitexact+accurate_rnd+full_chroma_int"),
    *("-pix_fmt", "rgb24", "-f", "rawvideo", "pipe:1"),
]


class PoseGraph(SolutionBase):
    """The whole graph with the squares it looks at, which `solutions.pose.Pose` keeps to itself."""

    def __init__(self, size: str) -> None:
        super().__init__(
            binary_graph_path=pose._BINARYPB_FILE_PATH,
            side_inputs={
                "model_complexity": SIZES.index(size),
                "smooth_landmarks": False,
                "enable_segmentation": False,
                "smooth_segmentation": False,
                "use_prev_landmarks": True,
            },
            outputs=[
                "pose_landmarks",
                "pose_world_landmarks",
                "pose_rect_from_detection",
                "pose_rect_from_landmarks",
            ],
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, default=HERE.parents[1] / ".dowel", help="the folder that set-up filled")
    parser.add_argument("--out", type=Path, default=HERE / "blazepose.json")
    arguments = parser.parse_args()
    if mediapipe.__version__ != VERSION:
        sys.exit(f"mediapipe is {mediapipe.__version__}; install {VERSION} from tests/golden/requirements.txt")
    supply_networks(arguments.home / "tflite")
    models = {size: list(looks(size, arguments.home / "bin" / "ffmpeg")) for size in SIZES}
    golden = {"mediapipe": VERSION, "clip": CLIP.name, "width": WIDTH, "height": HEIGHT, "models": models}
    text = json.dumps(golden, separators=(",", ":")).replace('{"frame"', '\n{"frame"')
    arguments.out.write_text(text + "\n")
    print(f"{arguments.out.name}: {', '.join(f'{size} {len(kept)} frames' for size, kept in models.items())}")


def supply_networks(published: Path) -> None:
    """Gives MediaPipe the networks that Dowel runs: its wheel holds the full one and would fetch the others."""
    folder = Path(mediapipe.__path__[0]) / "modules" / "pose_landmark"
    for size in SIZES:
        network = published / f"pose_landmark_{size}.tflite"
        if not network.is_file():
            sys.exit(f"{network.name} is missing; run `cargo xtask setup`")
        shutil.copyfile(network, folder / network.name)


def looks(size: str, ffmpeg: Path) -> Iterator[dict]:
    graph = PoseGraph(size)
    expected = None
    for index, frame in enumerate(frames(ffmpeg)):
        result = graph.process({"image": frame})
        roi = expected or result.pose_rect_from_detection
        expected = result.pose_rect_from_landmarks
        if result.pose_landmarks is None:
            sys.exit(f"MediaPipe lost the person in frame {index}; the clip should keep one in view")
        if index % KEEP_EVERY == 0:
            yield {
                "frame": index,
                "roi": rounded([roi.x_center * WIDTH, roi.y_center * HEIGHT, roi.width * WIDTH, roi.rotation], 6),
                "landmarks": [
                    rounded([point.x * WIDTH, point.y * HEIGHT, point.visibility], 4)
                    for point in result.pose_landmarks.landmark
                ],
                "world_m": [rounded([point.x, point.y, point.z], 5) for point in result.pose_world_landmarks.landmark],
            }
    graph.close()


def frames(ffmpeg: Path) -> Iterator[np.ndarray]:
    command = [str(ffmpeg), *(word.format(clip=CLIP) for word in DECODE)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as decoder:
        while picture := decoder.stdout.read(WIDTH * HEIGHT * 3):
            yield np.frombuffer(picture, np.uint8).reshape(HEIGHT, WIDTH, 3)
    if decoder.returncode:
        sys.exit("ffmpeg could not decode the clip")


def rounded(values: list[float], digits: int) -> list[float]:
    return [round(value, digits) for value in values]


if __name__ == "__main__":
    main()
