"""Repetitions over time: how deep, in which phase, and what a fault changes.

A motion spec (see `spec.py`) has `reps`, the seconds of each phase (`desc`, `pause`, `asc`, `top`),
of standing before (`lead`) and after (`tail`), the angles at the bottom (`base`), and `faults`.
"""

from dataclasses import dataclass

import numpy as np

from .kinematics import Pose

GOING_DOWN, PAUSED, COMING_UP, STANDING = range(4)
BOTTOM = {"hip": 88.0, "knee": 20.0}
SCALED_BY_DEPTH = ["lumbar", "thoracic", "neck", "clav", "heel", "com", "hand_fwd", "pelvic_tilt"]
LOCKOUT_RELEASE_S = 0.5

# What each fault sets at the bottom of the rep, by its magnitude (degrees; no_hips_back the share
# of the travel that balance asks for; load_drift metres). `onset` is the depth where it begins.
FAULTS = {
    "round_low_back": lambda m: {"lumbar": m, "onset": 0.15},
    "overextend": lambda m: {"lumbar": -m, "onset": 0.0},
    "squat": lambda m: {"knee": m},
    "locked_knees": lambda m: {"knee": m},
    "no_hips_back": lambda m: {"travel_share": m, "hip": 64.0},
    "too_low": lambda m: {"hip": m},
    "look_up": lambda m: {"neck": -m},
    "chin_tuck": lambda m: {"neck": m},
    "round_shoulders": lambda m: {"clav": m, "thoracic": m * 0.8},
    "load_drift": lambda m: {"hand_fwd": m},
    "toes": lambda m: {"com": 0.05, "heel": m},
    "lockout": lambda m: {},  # acts on the end of the rep, see `Motion._lock`
}


@dataclass(frozen=True)
class Instant:
    """What happens at one time: the pose, and the labels that go into the truth."""

    pose: Pose
    travel_share: float | None
    depth: float  # 0 standing to 1 at the bottom
    rep: int  # -1 before the first, the number of reps after the last
    phase: int  # GOING_DOWN, PAUSED, COMING_UP or STANDING
    fault: str
    fault_share: float  # how much of the fault shows, 0 to 1


class Motion:
    def __init__(self, spec):
        self.spec = spec
        self.reps = spec["reps"]
        self.lead_s = spec.get("lead", 1.0)
        self.rep_s = spec["desc"] + spec["pause"] + spec["asc"] + spec["top"]
        self.faults = spec.get("faults", [])

    def duration_s(self):
        return self.lead_s + self.reps * self.rep_s + self.spec.get("tail", 0.7)

    def at(self, t):
        """The instant at `t` seconds."""
        depth, rep, phase = self._phase(t)
        bottom = BOTTOM | self.spec.get("base", {})
        weights, fault, fault_share = {}, "none", 0.0
        for spec in self.faults_of(rep):
            change = FAULTS[spec["name"]](spec["mag"])
            onset = spec.get("onset_depth", change.pop("onset", 0.0))
            share = ease((depth - onset) / (1 - onset)) if onset < 1 else 0
            bottom |= change
            weights |= dict.fromkeys(change, share)
            fault = spec["name"]
            fault_share = 1.0 if fault == "lockout" else share
        angles = {name: weights.get(name, depth) * bottom.get(name, 0.0) for name in SCALED_BY_DEPTH}
        angles |= {name: depth * bottom[name] for name in ("hip", "knee")}
        lock = self._lock(t, depth, rep, phase)
        if lock > 0:
            angles["hip"] = max(angles["hip"], lock)
            angles["knee"] = max(angles["knee"], 0.6 * lock)
        pose = Pose(**angles, load=self.spec.get("load", 0.0))
        return Instant(pose, bottom.get("travel_share"), depth, rep, phase, fault, fault_share)

    def faults_of(self, rep):
        """The specs of the faults that a rep has; none outside the reps."""
        if not 0 <= rep < self.reps:
            return []
        return [f for f in self.faults if f.get("from_rep", 0) <= rep < f.get("to_rep", self.reps)]

    def _phase(self, t):
        """Depth (0 to 1), rep number and phase."""
        spec, since = self.spec, t - self.lead_s
        rep = int(np.floor(since / self.rep_s))
        if since < 0:
            return 0.0, -1, GOING_DOWN
        if rep >= self.reps:
            return 0.0, self.reps, GOING_DOWN
        into = since - rep * self.rep_s
        if into < spec["desc"]:
            return ease(into / spec["desc"]), rep, GOING_DOWN
        if into < spec["desc"] + spec["pause"]:
            return 1.0, rep, PAUSED
        if into < spec["desc"] + spec["pause"] + spec["asc"]:
            return 1 - ease((into - spec["desc"] - spec["pause"]) / spec["asc"]), rep, COMING_UP
        return 0.0, rep, STANDING

    def _lock(self, t, depth, rep, phase):
        """Hip flexion (degrees) that an incomplete lockout leaves at the end of a rep.

        It stays until the next rep is under way, or half a second after the last rep.
        """
        before = self._lockout_of(rep - 1)
        if rep >= self.reps:
            since_end = t - self.lead_s - self.reps * self.rep_s
            return before * (1 - ease(since_end / LOCKOUT_RELEASE_S))
        now = self._lockout_of(rep)
        if phase == GOING_DOWN:
            return before * (1 - ease(depth * 2)) + now * ease(depth * 2)
        return now

    def _lockout_of(self, rep):
        return next((f["mag"] for f in self.faults_of(rep) if f["name"] == "lockout"), 0.0)


def ease(x):
    """0 to 1 with zero speed and acceleration at both ends."""
    x = np.clip(x, 0, 1)
    return x * x * x * (x * (6 * x - 15) + 10)
