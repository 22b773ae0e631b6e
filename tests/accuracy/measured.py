"""Brings truth and analysis together, repetition by repetition."""

import statistics
from dataclasses import dataclass

from rendered import Clip, TrueRep

BOTTOM_TOLERANCE_S = 0.3
BOTTOM_WINDOW_S = 0.15
# Read from the back's contour alone, which a baggy shirt hides.
BACK_FAULTS = (
    "rounded_lower_back",
    "early_lumbar",
    "rounded_shoulders",
    "overextended_back",
    "pelvis_rocked",
    "pelvis_tucked",
)
SIGNALS = {"lumbar": "lumbar_change", "thoracic": "thoracic_change", "head": "head_deg"}


@dataclass(frozen=True)
class Rep:
    """One true repetition and what was told of it: `verdicts` maps fault ids to the analysis' entries, None if
    the repetition was not found; `told` maps "hip" and the signals to degrees, None where it can't be told;
    `refused` says that the whole clip's view was."""

    clip: Clip
    true: TrueRep
    verdicts: dict | None
    told: dict
    refused: bool = False

    @property
    def found(self):
        return self.verdicts is not None

    def reported(self):
        """The ids of the faults that were reported."""
        return {name for name, fact in (self.verdicts or {}).items() if fact["verdict"] == "fault"}

    def alarms(self):
        """False alarms. Only a good repetition has them: a fault may truly bring others along."""
        return sorted(self.reported()) if self.true.good else []

    def outcome(self, fault):
        """seen, missed, cant_tell, lost (repetition not found), or excused: unsure where it must be."""
        if not self.found:
            return "lost"
        verdict = self.verdicts[fault]["verdict"]
        where = self.clip.conditions
        if verdict == "cant_tell" and (where.dark or (where.baggy and fault in BACK_FAULTS)):
            return "excused"
        return {"fault": "seen", "ok": "missed", "cant_tell": "cant_tell"}[verdict]


@dataclass(frozen=True)
class Measured:
    """One clip: its repetitions, how many were counted that do not exist, and the view's verdict."""

    clip: Clip
    reps: list
    extra: int
    view: dict


def measure(clip, analysis, frames):
    reps = []
    for true in clip.reps:
        rep = match(true.bottom_s, analysis["reps"])
        told = {name: bottom_value(frames, key, true.bottom_s) for name, key in SIGNALS.items()}
        told["hip"] = rep["hip_flexion_deg"] if rep else None
        verdicts = {fact["id"]: fact for fact in rep["faults"]} if rep else None
        reps.append(Rep(clip, true, verdicts, told, analysis["view"]["verdict"] == "refused"))
    counted = sum(rep["counted"] for rep in analysis["reps"])
    return Measured(clip, reps, max(0, counted - len(clip.reps)), analysis["view"])


def match(bottom_s, reps):
    """The counted repetition whose bottom is nearest to `bottom_s`, if near enough."""
    counted = [rep for rep in reps if rep["counted"]]
    nearest = min(counted, key=lambda rep: abs(rep["bottom_s"] - bottom_s), default=None)
    near = nearest is not None and abs(nearest["bottom_s"] - bottom_s) <= BOTTOM_TOLERANCE_S
    return nearest if near else None


def bottom_value(frames, key, bottom_s):
    """The median of a signal around the bottom, None if no frame there tells it."""
    near = [frame[key] for frame in frames if abs(frame["t_s"] - bottom_s) <= BOTTOM_WINDOW_S]
    told = [value for value in near if value is not None]
    return statistics.median(told) if told else None
