"""Writes frames to an H.264 file through ffmpeg."""

import os
import shutil
import subprocess
from pathlib import Path

import imageio_ffmpeg
import numpy as np


def ffmpeg_path():
    """The set-up folder's ffmpeg, else one on the path, else the one pinned in the requirements."""
    home = Path(os.environ.get("DOWEL_HOME") or Path(__file__).resolve().parents[3] / ".dowel")
    own = home / "bin" / "ffmpeg"
    return str(own) if own.exists() else shutil.which("ffmpeg") or imageio_ffmpeg.get_ffmpeg_exe()


class VideoWriter:
    """A context manager; `add` takes RGB frames [h, w, 3] (8 bit)."""

    def __init__(self, path, width_px, height_px, fps, crf):
        source = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width_px}x{height_px}", "-r", str(fps), "-i", "-"]
        codec = [
            "-c:v",
            "libx264",
            "-preset",
            "fast",
            "-crf",
            str(crf),
            "-pix_fmt",
            "yuv420p",
            "-movflags",
            "+faststart",
        ]
        command = [ffmpeg_path(), "-y", "-loglevel", "error", *source, *codec, str(path)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE)

    def add(self, image):
        self.process.stdin.write(np.ascontiguousarray(image).tobytes())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        if self.process.wait() != 0:
            raise RuntimeError("ffmpeg could not write the video; its message is above")
