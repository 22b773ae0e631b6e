"""Synthetic hinge clips with known truth: a parametric body, filmed by a virtual phone.

Coordinates are metres in a right-handed frame fixed to the floor: x to the subject's left, y up,
z forward, origin between the ankles. Angles are degrees; positive bends or pitches forward.
"""
