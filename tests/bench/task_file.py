"""Makes the task files that MediaPipe's Tasks API loads, from the networks that Dowel runs.

Runs with MediaPipe 0.10.21: its wheel still holds the writer for what a network must say of itself, and the same
detector with that said.
"""

import argparse
import zipfile
from pathlib import Path

import mediapipe
from mediapipe.tasks.python.metadata.metadata_writers.metadata_writer import MetadataWriter

OUTPUTS = ("ld_3d", "output_poseflag", "output_segmentation", "output_heatmap", "world_3d")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("networks", type=Path, help="folder of pose_landmark_{lite,full,heavy}.tflite")
    parser.add_argument("out", type=Path, help="folder for pose_lite.task, pose_full.task and pose_heavy.task")
    arguments = parser.parse_args()
    modules = Path(mediapipe.__path__[0]) / "modules"
    detector = (modules / "pose_detection" / "pose_detection.tflite").read_bytes()
    for size in ("lite", "full", "heavy"):
        network = (arguments.networks / f"pose_landmark_{size}.tflite").read_bytes()
        with zipfile.ZipFile(arguments.out / f"pose_{size}.task", "w", zipfile.ZIP_STORED) as archive:
            archive.writestr("pose_detector.tflite", detector)
            archive.writestr("pose_landmarks_detector.tflite", described(network))


def described(network: bytes) -> bytes:
    writer = MetadataWriter.create(bytearray(network))
    writer.add_general_info("pose_landmarks_detector")
    writer.add_image_input([0.0] * 3, [255.0] * 3)
    for output in OUTPUTS:
        writer.add_feature_output(output)
    return bytes(writer.populate()[0])


if __name__ == "__main__":
    main()
