"""What rendered clips (tests/synth) truly show, and under which conditions they were made."""

import pathlib
import sys
from dataclasses import dataclass

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "synth"))
from synth import spec as specs  # noqa: E402 - found through the line above
from synth.motion import Motion  # noqa: E402
from synth.truth import CATALOGUE_ID, load  # noqa: E402

# The widest view that Dowel promises to judge, and the widest that counts as a good side view.
JUDGED_AZIMUTH_DEG, SIDE_AZIMUTH_DEG = 25.0, 15.0
DARK_GAIN = 0.5
AT_THE_BOTTOM = 0.999
AZIMUTH_BANDS = [(7.5, "0-7"), (15.5, "8-15"), (JUDGED_AZIMUTH_DEG, "16-25"), (180.0, "over 25")]
# The order in which a table lists the groups; others come by name.
GROUP_ORDER = [name for _, name in AZIMUTH_BANDS] + ["thin", "medium", "heavy"]


@dataclass(frozen=True)
class Conditions:
    """azimuth: degrees, + towards the person's front; gain: the exposure, 1 is normal; gender and weight: 0 to 1."""

    azimuth: float
    shirt: str
    gain: float
    gender: float
    weight: float
    room: str

    @property
    def dark(self):
        return self.gain < DARK_GAIN

    @property
    def baggy(self):
        return self.shirt == "baggy"

    @property
    def judged(self):
        return abs(self.azimuth) <= JUDGED_AZIMUTH_DEG

    @property
    def good_side_view(self):
        return abs(self.azimuth) <= SIDE_AZIMUTH_DEG and not self.baggy and not self.dark

    @property
    def clearly_oblique(self):
        """Off the side view and nothing else against it: must still be judged."""
        return self.judged and abs(self.azimuth) > SIDE_AZIMUTH_DEG and not self.baggy and not self.dark

    def groups(self):
        """The row of each breakdown that the clip belongs to."""
        third = ["thin", "medium", "heavy"][min(2, int(self.weight * 3))]
        return {
            "azimuth": next(name for limit, name in AZIMUTH_BANDS if abs(self.azimuth) <= limit),
            "from": "side" if abs(self.azimuth) <= AZIMUTH_BANDS[0][0] else "front" if self.azimuth > 0 else "rear",
            "clothing": self.shirt,
            "light": "dark" if self.dark else "bright",
            "body": f"{'woman' if self.gender > 0.5 else 'man'}, {third}",
            "room": self.room,
        }


@dataclass(frozen=True)
class TrueRep:
    """One repetition's truth at its bottom: time (s), angles relative to standing (degrees), faults.

    `faults` holds (catalogue id, size) pairs; empty means good. `head` is + for looking up.
    """

    bottom_s: float
    faults: tuple
    hip: float
    lumbar: float
    thoracic: float
    head: float

    @property
    def good(self):
        return not self.faults


@dataclass(frozen=True)
class Clip:
    name: str
    video: pathlib.Path
    conditions: Conditions
    reps: tuple


def read(npz):
    """The clip whose truth is `npz`; its video lies beside it."""
    spec, frames = load(npz)
    motion = Motion(spec["motion"])
    reps = tuple(_rep(motion, frames, index) for index in range(motion.reps))
    return Clip(npz.stem, npz.with_suffix(".mp4"), _conditions(spec), reps)


def _conditions(spec):
    person = specs.person(spec)
    return Conditions(
        azimuth=float(spec.get("camera", {}).get("azimuth", 0.0)),
        shirt=specs.clothes(spec)["shirt"],
        gain=spec.get("gain", 1.0),
        gender=person.get("gender", 0.0),
        weight=person.get("weight", 0.5),
        room=spec.get("bg", {}).get("kind", "plain"),
    )


def _rep(motion, frames, index):
    bottom = [frame for frame in frames if int(frame["rep"]) == index and frame["depth"] > AT_THE_BOTTOM]
    middle = bottom[len(bottom) // 2]
    return TrueRep(
        bottom_s=middle["t"],
        faults=tuple(expected for fault in motion.faults_of(index) for expected in _expected(fault)),
        hip=middle["hip"],
        lumbar=middle["lumbar"],
        thoracic=middle["thoracic"],
        head=-middle["neck"],
    )


def _expected(fault):
    """The catalogue's faults that one of the generator's faults must be recognised as, with their size."""
    yield CATALOGUE_ID[fault["name"]], fault["mag"]
    if fault["name"] == "round_low_back" and fault.get("onset_depth") == 0.0:
        yield "early_lumbar", fault["mag"]
