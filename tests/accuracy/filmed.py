"""Clips of real people: a folder with a truth.json that says what a viewer saw in them."""

import collections
import json

from measured import BACK_FAULTS, match


def read(folder):
    """The truths of the folder's videos; the list may name other files too."""
    listed = json.loads((folder / "truth.json").read_text(encoding="utf-8"))["clips"]
    return [truth for truth in listed if truth["file"].endswith(".mp4")]


def count(truth, analysis):
    """What was found in one clip, beside what a viewer saw."""
    counted = [rep for rep in analysis["reps"] if rep["counted"]]
    bottoms = truth.get("bottoms", [])
    matched = [(match(bottom["t"], analysis["reps"]), bottom["t"]) for bottom in bottoms]
    reported = [{fact["id"] for fact in rep["faults"] if fact["verdict"] == "fault"} for rep in counted]
    unsure = [fact["id"] for rep in counted for fact in rep["faults"] if fact["verdict"] == "cant_tell"]
    return {
        "clip": truth["file"].removesuffix(".mp4"),
        "role": role(truth),
        "view": analysis["view"]["verdict"],
        "azimuth": analysis["view"]["azimuth_deg"],
        "movement": analysis["movement"],
        "true": truth.get("rep_count", 0),
        "found": sum(rep is not None for rep, _ in matched),
        "counted": len(counted),
        "worst_bottom_s": max((abs(rep["bottom_s"] - t) for rep, t in matched if rep), default=0.0),
        "faults": dict(collections.Counter(name for names in reported for name in sorted(names)).most_common()),
        "back_alarms": sum(bool(names & set(BACK_FAULTS)) for names in reported),
        "back_cant_tell": sum(name in BACK_FAULTS for name in unsure),
        "back_verdicts": len(BACK_FAULTS) * len(counted),
    }


def role(truth):
    """Which bar the clip stands for, if any."""
    if not truth.get("view", "").startswith("side"):
        return None
    faults = {fault["fault"]: fault["confidence"] for fault in truth.get("faults", [])}
    if faults.get("rounded_back") == "high":
        return "rounded"
    if truth["exercise"] == "dowel_hinge":
        return "dowel"
    return "correct" if truth.get("is_hinge") and not faults else None
