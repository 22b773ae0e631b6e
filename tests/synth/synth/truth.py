"""What a rendered clip truly shows, repetition by repetition.

The generator stores the truth of every frame; `summarize` condenses it to the numbers that an
analysis of the clip should find. Angles are degrees and relative to the same body standing.
"""

import json
from pathlib import Path

import numpy as np

from .motion import Motion

SCHEMA = "dowel.truth/1"
DEFAULT_FPS = 30

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


def load(npz_path):
    """The spec (dict) and the list of per-frame truths (dicts) of one rendered clip."""
    with np.load(npz_path) as clip:
        return json.loads(str(clip["spec"])), json.loads(str(clip["scal"]))


def summarize(spec, frames):
    """Truth of one clip as a JSON-ready dict: the view, and per repetition its times (s), angles and faults."""
    motion = Motion(spec["motion"])
    camera = spec.get("camera", {})
    return {
        "schema": SCHEMA,
        "clip": spec["name"],
        "near_side": camera.get("side", "right"),
        "azimuth_deg": camera.get("azimuth", 0.0),
        "frames": len(frames),
        "duration_s": round(len(frames) / spec.get("fps", DEFAULT_FPS), 3),
        "reps": [_rep(motion, frames, index) for index in range(motion.reps)],
    }


def _rep(motion, frames, index):
    down_s, pause_s, up_s = (motion.spec[phase] for phase in ("desc", "pause", "asc"))
    start_s = motion.lead_s + index * motion.rep_s
    bottom_s = start_s + down_s + pause_s / 2
    end_s = start_s + down_s + pause_s + up_s
    bottom, top = (min(frames, key=lambda frame: abs(frame["t"] - t)) for t in (bottom_s, end_s))
    return {
        "index": index,
        "start_s": round(start_s, 3),
        "bottom_s": round(bottom_s, 3),
        "end_s": round(end_s, 3),
        "tempo_s": {"down": down_s, "pause": pause_s, "up": up_s},
        "hip_flexion_deg": round(bottom["hip"], 1),
        "knee_flexion_deg": round(bottom["knee"], 1),
        "trunk_lean_deg": round(bottom["trunk"], 1),
        "shin_lean_deg": round(bottom["shin"], 1),
        "top_hip_flexion_deg": round(top["hip"], 1),
        "faults": [
            {"id": CATALOGUE_ID[fault["name"]], "made_by": fault["name"], "magnitude": fault["mag"]}
            for fault in motion.faults_of(index)
        ],
    }


def write(npz_path, json_path):
    """Condense the truth beside a clip (`NAME.npz`) into a JSON file."""
    text = json.dumps(summarize(*load(npz_path)), indent=1)
    Path(json_path).write_text(text + "\n", encoding="utf-8")
