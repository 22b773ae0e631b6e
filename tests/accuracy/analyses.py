"""Runs `dowel analyze` over clips and keeps what it wrote, for as long as clip and program stay the same."""

import concurrent.futures
import hashlib
import json
import subprocess
import sys


class AnalysisError(RuntimeError):
    """The program failed on a clip; the message holds what it said."""


class Analyses:
    """`dowel` is the program's path, `out` the folder for its results, `jobs` how many clips go at once."""

    def __init__(self, dowel, out, jobs=1):
        self.dowel, self.out, self.jobs = dowel, out, jobs
        self.program = hashlib.sha256(dowel.read_bytes()).hexdigest()

    def of(self, clips, label):
        """Per clip its analysis and the list of its frames' facts, in the order of `clips`."""
        (self.out / label).mkdir(parents=True, exist_ok=True)
        with concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
            coming = {pool.submit(self._one, clip, label): clip.stem for clip in clips}
            try:
                for done, future in enumerate(concurrent.futures.as_completed(coming), 1):
                    future.result()
                    print(f"[{done}/{len(clips)}] {label}: {coming[future]}", file=sys.stderr, flush=True)
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
        return [future.result() for future in coming]

    def _one(self, clip, label):
        target = self.out / label / f"{clip.stem}.json"
        frames, stamp = target.with_suffix(".jsonl"), target.with_suffix(".stamp")
        about = clip.stat()
        wanted = f"{self.program} {about.st_size} {about.st_mtime_ns}\n"
        # Written last, so that an interrupted analysis is not taken for a finished one.
        if not stamp.exists() or stamp.read_text() != wanted:
            self._analyse(clip, target, frames)
            stamp.write_text(wanted)
        return json.loads(target.read_text()), [json.loads(line) for line in frames.read_text().splitlines()]

    def _analyse(self, clip, target, frames):
        command = [self.dowel, "analyze", clip, "--json", target, "--frames", frames, "--no-db", "--quiet"]
        run = subprocess.run([str(part) for part in command], capture_output=True, text=True)
        if run.returncode:
            raise AnalysisError(f"dowel ended with status {run.returncode} on {clip.name}: {run.stderr.strip()}")
