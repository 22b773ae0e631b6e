"""What a rendered clip truly shows, repetition by repetition.

The generator stores the truth of every frame; `summarize` condenses it to the numbers that an
analysis of the clip should find. Angles are degrees and relative to the same body standing.
"""

import json
from pathlib import Path

import numpy as np

SCHEMA = "dowel.truth/1"

# The fault of the product's catalogue that each generated fault should be recognised as.
CATALOGUE_ID = {
    "round_low_back": "rounded_lower_back",
    "overextend": "overextended_back",
    "squat": "squatting",
    "locked_knees": "locked_knees",
    "no_hips_back": "bends_forward",
    "too_low": "too_low",
    "look_up": "looking_up",
    "chin_tuck": "chin_tucked",
    "round_shoulders": "rounded_shoulders",
    "load_drift": "load_drifts",
    "toes": "weight_forward",
    "lockout": "incomplete_lockout",
}

GOING_DOWN, PAUSED, COMING_UP = 0, 1, 2


def load(npz_path):
    """The spec (dict) and the list of per-frame truths (dicts) of one rendered clip."""
    with np.load(npz_path) as clip:
        return json.loads(str(clip["spec"])), json.loads(str(clip["scal"]))


def summarize(spec, frames):
    """Truth of one clip as a JSON-ready dict: the view, and per repetition its times (s), angles and faults."""
    motion = spec["motion"]
    return {
        "schema": SCHEMA,
        "clip": spec["name"],
        "near_side": spec.get("camera", {}).get("side", "right"),
        "azimuth_deg": spec.get("camera", {}).get("azimuth", 0.0),
        "frames": len(frames),
        "duration_s": round(len(frames) * (frames[1]["t"] - frames[0]["t"]), 3),
        "reps": [_rep(motion, frames, index) for index in range(motion["reps"])],
    }


def _rep(motion, frames, index):
    down, pause, up, top = (motion[key] for key in ("desc", "pause", "asc", "top"))
    start_s = motion.get("lead", 1.0) + index * (down + pause + up + top)
    bottom_s = start_s + down + pause / 2
    end_s = start_s + down + pause + up
    bottom = min(frames, key=lambda frame: abs(frame["t"] - bottom_s))
    top_frame = min(frames, key=lambda frame: abs(frame["t"] - end_s))
    return {
        "index": index,
        "start_s": round(start_s, 3),
        "bottom_s": round(bottom_s, 3),
        "end_s": round(end_s, 3),
        "tempo_s": {"down": down, "pause": pause, "up": up},
        "hip_flexion_deg": round(bottom["hip"], 1),
        "knee_flexion_deg": round(bottom["knee"], 1),
        "trunk_lean_deg": round(bottom["trunk"], 1),
        "shin_lean_deg": round(bottom["shin"], 1),
        "top_hip_flexion_deg": round(top_frame["hip"], 1),
        "faults": [
            {"id": CATALOGUE_ID[fault["name"]], "made_by": fault["name"], "magnitude": fault["mag"]}
            for fault in motion.get("faults", [])
            if fault.get("from_rep", 0) <= index < fault.get("to_rep", motion["reps"])
        ],
    }


def write(npz_path, json_path):
    """Condense the truth beside a clip (`NAME.npz`) into a JSON file."""
    text = json.dumps(summarize(*load(npz_path)), indent=1)
    Path(json_path).write_text(text + "\n", encoding="utf-8")
