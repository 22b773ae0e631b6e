"""Times Dowel beside a MediaPipe package: each frame goes to one, then to the other, so that both meet the same load.

`cargo xtask bench side-by-side` prepares the environments and runs this; it prints one row of the table.
Both get the demo clip letterboxed to 640 x 480 and the same network, track the person, smooth the landmarks and
take the mask, MediaPipe in every frame and Dowel as often as it looks at the back. Both use one thread for
inference: Dowel by its setting, MediaPipe by its own default for XNNPACK on a desktop's CPU. Dowel's time holds the
whole analysis up to the cues as well; MediaPipe's ends with the landmarks and the mask. The mean holds all that
does not happen in every frame; the median does not.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

os.environ.setdefault("GLOG_minloglevel", "2")

import mediapipe
import numpy as np

WIDTH, HEIGHT, FPS = 640, 480, 30
SIZES = ("lite", "full", "heavy")
WARM_UP = 15
CLIP = Path(__file__).resolve().parents[1] / "demo" / "demo.mp4"

# Takes a picture and its time in ms; says whether it saw a person, and how long it took in wall and CPU seconds.
Contender = Callable[[np.ndarray, int], tuple[bool, float, float]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", choices=SIZES, default="full")
    parser.add_argument("--dowel", type=Path, required=True, help="the bench_frames program")
    parser.add_argument("--home", type=Path, required=True, help="the folder that set-up filled")
    parser.add_argument("--frames", type=int, default=200, help="frames timed, after %d for warming up" % WARM_UP)
    arguments = parser.parse_args()
    contest = solutions if mediapipe.__version__.startswith("0.") else tasks
    pictures = frames(arguments.home / "bin" / "ffmpeg", WARM_UP + arguments.frames)
    with contest(arguments.model, arguments.home) as theirs, Dowel(arguments.dowel, arguments.model) as ours:
        report(arguments.model, *race(theirs, ours, pictures))


def race(theirs: Contender, ours: "Dowel", pictures: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    rows = ([], [])
    for index, picture in enumerate(pictures):
        t_ms = round(1000 * (index + 1) / FPS)
        both = theirs(picture, t_ms), ours(picture)
        if index < WARM_UP:
            continue
        for row, (seen, *times) in zip(rows, both):
            if not seen:
                sys.exit(f"nobody was seen in frame {index}: the times would compare different work")
            row.append(times)
    if not rows[0]:
        sys.exit("the clip is shorter than the warm-up")
    return np.array(rows[0]) * 1e3, np.array(rows[1]) * 1e3


def report(model: str, theirs: np.ndarray, ours: np.ndarray) -> None:
    wall, cpu = theirs[:, 0], theirs[:, 1]
    our_wall, our_cpu, analysis = ours.T
    print(
        f"{mediapipe.__version__:<10} {model:<6} {len(wall):>6} "
        f"{median(wall):>8.2f} {median(our_wall):>8.2f} {median(our_wall) / median(wall):>6.2f} "
        f"{wall.mean():>8.2f} {our_wall.mean():>8.2f} {our_wall.mean() / wall.mean():>6.2f} "
        f"{median(cpu):>8.2f} {median(our_cpu):>8.2f} {median(our_cpu) / median(cpu):>6.2f} "
        f"{100 * analysis.sum() / our_wall.sum():>9.2f}"
    )


class Dowel:
    """Tracks and analyses in a process of its own, and says itself how long each frame took."""

    def __init__(self, program: Path, model: str) -> None:
        self.process = subprocess.Popen(
            [program, model, str(WIDTH), str(HEIGHT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __enter__(self) -> "Dowel":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.stdin.close()
        self.process.wait()

    def __call__(self, picture: np.ndarray) -> tuple[bool, float, float, float]:
        self.process.stdin.write(picture.tobytes())
        self.process.stdin.flush()
        answer = self.process.stdout.readline().split()
        if not answer:
            sys.exit("bench_frames ended early; its message is above")
        whole_us, analysis_us, cpu_us, seen = map(float, answer)
        return seen == 1, whole_us / 1e6, cpu_us / 1e6, analysis_us / 1e6


@contextmanager
def solutions(model: str, home: Path) -> Iterator[Contender]:
    """The package's own `solutions.pose`."""
    package = Path(mediapipe.__path__[0]) / "modules" / "pose_landmark"
    for size in SIZES:  # the wheel holds only the full network and would fetch the others
        name = f"pose_landmark_{size}.tflite"
        shutil.copyfile(home / "tflite" / name, package / name)
    with mediapipe.solutions.pose.Pose(
        model_complexity=SIZES.index(model), smooth_landmarks=True, enable_segmentation=True
    ) as pose:
        yield lambda picture, _: timed(lambda: pose.process(picture).pose_landmarks is not None)


@contextmanager
def tasks(model: str, home: Path) -> Iterator[Contender]:
    """The Tasks API over the task file that task_file.py made of the same networks."""
    from mediapipe.tasks import python as api

    options = api.vision.PoseLandmarkerOptions(
        base_options=api.BaseOptions(model_asset_path=str(home / "bench-tasks" / f"pose_{model}.task")),
        running_mode=api.vision.RunningMode.VIDEO,
        output_segmentation_masks=True,
    )
    with api.vision.PoseLandmarker.create_from_options(options) as landmarker:

        def look(picture: np.ndarray, t_ms: int) -> tuple[bool, float, float]:
            image = mediapipe.Image(image_format=mediapipe.ImageFormat.SRGB, data=picture)
            return timed(lambda: len(landmarker.detect_for_video(image, t_ms).pose_landmarks) > 0)

        yield look


def timed(work: Callable[[], bool]) -> tuple[bool, float, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    seen = work()
    return seen, time.perf_counter() - wall, time.process_time() - cpu


def frames(ffmpeg: Path, count: int) -> np.ndarray:
    fit = f"scale={WIDTH}:{HEIGHT}:force_original_aspect_ratio=decrease,pad={WIDTH}:{HEIGHT}:-1:-1"
    command = [ffmpeg, "-hide_banner", "-nostdin", "-loglevel", "error", "-i", CLIP, "-map", "0:v:0", "-vf", fit]
    command += ["-frames:v", str(count), "-pix_fmt", "rgb24", "-f", "rawvideo", "pipe:1"]
    # All at once, so that ffmpeg takes no time from the contenders.
    decoded = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    return np.frombuffer(decoded, np.uint8).reshape(-1, HEIGHT, WIDTH, 3)


if __name__ == "__main__":
    main()
