"""Clip specs: what may be asked for, the named people, and what is drawn by lot.

A spec is a dict, usually from JSON. Only `name`, `person` and `motion` are required. What it leaves
open is drawn from `seed`; draws happen whether used or not, so that fixing one thing changes no other.
"""

import numpy as np

from .motion import FAULTS

# Parameters of `body.Body` for the people that specs may call by name.
PEOPLE = {
    "m_avg": {"gender": 0, "height": 0.33, "muscle": 0.55, "weight": 0.5},
    "m_heavy": {"gender": 0, "height": 0.33, "muscle": 0.45, "weight": 0.85},
    "m_musc": {"gender": 0, "height": 0.38, "muscle": 0.9, "weight": 0.55},
    "m_thin": {"gender": 0, "height": 0.36, "muscle": 0.35, "weight": 0.25},
    "f_avg": {"gender": 1, "height": 0.4, "muscle": 0.5, "weight": 0.45},
    "f_heavy": {"gender": 1, "height": 0.38, "muscle": 0.4, "weight": 0.8},
    "f_fit": {"gender": 1, "height": 0.42, "muscle": 0.75, "weight": 0.4},
    "f_glute": {"gender": 1, "height": 0.4, "muscle": 0.6, "weight": 0.5, "local": {"buttocks-volume-incr": 1.0}},
}
SKINS = [(0.87, 0.69, 0.58), (0.80, 0.60, 0.48), (0.66, 0.46, 0.34), (0.48, 0.31, 0.22), (0.34, 0.22, 0.16)]
HAIRS = [(0.12, 0.08, 0.05), (0.35, 0.22, 0.12), (0.06, 0.05, 0.05), (0.55, 0.42, 0.22), (0.5, 0.5, 0.5)]
PATTERNS = 4  # plain, stripes, checks, blotches

KEYS = {
    "name", "person", "motion", "W", "H", "fps", "seed", "clothes", "look", "camera", "bg", "light",
    "noise", "gain", "blur", "shake", "dumbbells", "load", "crf",
}  # fmt: skip
MOTION_KEYS = {"reps", "desc", "pause", "asc", "top", "lead", "tail", "load", "base", "faults"}
MOTION_REQUIRED = ["reps", "desc", "pause", "asc", "top"]


class SpecError(ValueError):
    """A spec that cannot be rendered; the message says what to change."""


def check(spec):
    """Raise `SpecError` unless the spec can be rendered."""
    for key in ("name", "person", "motion"):
        if key not in spec:
            raise SpecError(f"the spec lacks {key!r}")
    name = spec["name"]
    if unknown := set(spec) - KEYS:
        raise SpecError(f"{name}: unknown keys {sorted(unknown)}; known are {sorted(KEYS)}")
    if isinstance(spec["person"], str) and spec["person"] not in PEOPLE:
        raise SpecError(f"{name}: unknown person {spec['person']!r}; use a dict or one of {sorted(PEOPLE)}")
    if spec.get("W", 2) % 2 or spec.get("H", 2) % 2:
        raise SpecError(f"{name}: width and height must be even, for the video codec")
    motion = spec["motion"]
    if missing := [key for key in MOTION_REQUIRED if key not in motion]:
        raise SpecError(f"{name}: the motion lacks {missing}")
    if unknown := set(motion) - MOTION_KEYS:
        raise SpecError(f"{name}: unknown motion keys {sorted(unknown)}; known are {sorted(MOTION_KEYS)}")
    for fault in motion.get("faults", []):
        if fault.get("name") not in FAULTS:
            raise SpecError(f"{name}: unknown fault {fault.get('name')!r}; known are {sorted(FAULTS)}")
        if "mag" not in fault:
            raise SpecError(f"{name}: the fault {fault['name']!r} lacks its magnitude 'mag'")


def person(spec):
    """Keyword arguments for `body.Body`."""
    asked = spec["person"]
    return dict(PEOPLE[asked] if isinstance(asked, str) else asked)


def clothes(spec):
    """Keyword arguments for `clothes.Outfit`: leggings and a bun for women, shorts for men, unless asked."""
    female = person(spec).get("gender", 0) > 0.5
    usual = {"shirt": "tee", "shorts": 1.9 if female else 0.55, "hair": "bun" if female else "short"}
    return usual | spec.get("clothes", {})


def draw_look(rng, asked):
    """Colours (RGB, 0 to 1), the shirt's pattern (0 to 3) and how deep its folds are (0 to 1)."""

    def colour(low, high):
        return tuple(rng.uniform(low, high, 3))

    drawn = {
        "skin": SKINS[rng.integers(len(SKINS))],
        "hairc": HAIRS[rng.integers(len(HAIRS))],
        "shirtc": colour(0.08, 0.85),
        "shirt2": colour(0.1, 0.9),
        "shortc": colour(0.05, 0.45),
        "shoec": colour(0.05, 0.8),
        "pat": int(rng.integers(PATTERNS)),
        "fold": float(rng.uniform(0.3, 0.9)),
    }
    return drawn | asked


def draw_room(rng, asked):
    """The wall's kind (plain, brick, clutter, gym), wall and floor colours, and whether boxes stand about."""
    wall = rng.uniform(0.35, 0.85) * np.ones(3) + rng.uniform(-0.08, 0.08, 3)
    floor = rng.uniform(0.25, 0.55) * np.ones(3) + rng.uniform(-0.06, 0.06, 3)
    return {"kind": "plain", "wall": wall, "floor": floor, "props": True} | asked


def draw_light(rng, asked, side):
    """Direction to the lamp (on the camera's side), and ambient and lamp brightness."""
    towards_camera = -1 if side == "right" else 1
    drawn = {
        "dir": (towards_camera * rng.uniform(0.3, 0.8), rng.uniform(0.7, 1.2), rng.uniform(-0.7, 0.7)),
        "amb": rng.uniform(0.5, 0.62),
        "sun": rng.uniform(0.35, 0.6),
    }
    return drawn | asked
