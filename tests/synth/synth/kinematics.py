"""Posing the body: joint angles in, bone positions out, balanced over planted feet.

A hinge is solved from the floor up. The feet stay put; knee and hip flexion are given; the lean of
the shins is the one free angle, found so that the body balances (or the hips travel as asked).
"""

from dataclasses import dataclass, fields, replace

import numpy as np

from . import rotation

# Share of the flexion each bone of the spine takes: at L5/S1, about L3 and T12/L1 for the lumbar
# part; T12/L1, T7 and C7 for the thoracic part; the neck shares its own evenly.
LUMBAR_SHARE = {"spine04": 0.40, "spine03": 0.40, "spine02": 0.20}
THORACIC_SHARE = {"spine02": 0.20, "spine01": 0.60}
THORACIC_SHARE_AT_NECK = 0.20
TRUNK_BONES = ["spine05", "spine04", "spine03", "spine02", "spine01"]
NECK_BONES = ["neck01", "neck02", "neck03", "head"]

SHIN_RANGE_DEG = (-25.0, 40.0)
SOLVED_WITHIN_M = 2e-4
ARM_ABDUCTION_DEG = 6.0
ELBOW_DEG = 8.0
GRIP_DEG = 25.0


@dataclass(frozen=True)
class Pose:
    """What the body is asked to do. Degrees from standing unless said; + is flexion or forward."""

    hip: float = 0.0
    knee: float = 0.0
    lumbar: float = 0.0
    thoracic: float = 0.0
    pelvic_tilt: float = 0.0  # extra pitch of the pelvis
    neck: float = 0.0  # against the trunk
    clav: float = 0.0  # protraction of the shoulders
    heel: float = 0.0  # heel lift, about the ball of the foot
    com: float = 0.0  # metres the centre of mass is ahead of its standing place
    hand_fwd: float = 0.0  # metres the hands are ahead of a close load
    load: float = 0.0  # kilograms in the hands
    hips_back: float | None = None  # metres the hips travel back; overrides balance


POSE_FIELDS = {field.name for field in fields(Pose)}


@dataclass(frozen=True)
class Posture:
    """A solved pose: per bone its rotation and translation (x -> R x + t) and start, and the truth."""

    body: object
    rotations: np.ndarray
    translations: np.ndarray
    joints: np.ndarray
    truth: dict

    def joint(self, bone):
        return self.joints[self.body.index[bone]]


class Poser:
    """Poses one body. Standing with every angle 0 is its rest shape."""

    def __init__(self, body):
        self.body = body
        self.ankle = body.joint("foot.L")
        self.ball = body.joint("toe2-1.L")
        self.children = {}
        for i, parent in enumerate(body.parents):
            self.children.setdefault(parent, []).append(i)
        self.standing_com_z, self.standing_hip_z = 0.0, 0.0
        standing = self._forward(Pose(), 0.0)
        self.standing_com_z = standing.truth["com_z"]
        self.standing_hip_z = -standing.truth["hips_back"]

    def solve(self, pose):
        """The posture in which the body balances with its load, or the hips travel as asked."""
        if pose.hips_back is not None:
            return self._forward(pose, self._find_shin(lambda truth: truth["hips_back"] - pose.hips_back, pose))
        return self._forward(pose, self._find_shin(lambda truth: truth["com_z"] - pose.com, pose))

    def solve_with_less_travel(self, pose, share):
        """As `solve`, but the hips travel only `share` of the way that balance asks for."""
        balanced = self.solve(pose)
        return self.solve(replace(pose, hips_back=share * balanced.truth["hips_back"]))

    def _find_shin(self, miss, pose):
        """The shin lean (degrees) at which `miss(truth)` vanishes: secant steps, each third a bisection."""

        def f(shin):
            return miss(self._forward(pose, shin).truth)

        a, b = SHIN_RANGE_DEG
        fa, fb = f(a), f(b)
        if fa * fb > 0:
            return a if abs(fa) < abs(fb) else b
        x = a
        for step in range(30):
            x = b - fb * (b - a) / (fb - fa) if step % 3 else 0.5 * (a + b)
            fx = f(x)
            if abs(fx) < SOLVED_WITHIN_M:
                break
            if fa * fx < 0:
                b, fb = x, fx
            else:
                a, fa = x, fx
        return x

    def _forward(self, pose, shin):
        """Forward kinematics at a given shin lean (degrees)."""
        body = self.body
        thigh = shin - pose.knee
        pelvis = thigh + pose.hip + pose.pelvic_tilt
        pitch, trunk, head = _spine_pitch(pose, pelvis)
        rotations = self._rotate_bones(pose, shin, thigh, pelvis, pitch)
        joints, hip = self._place_bones(pose, rotations, shin, thigh)
        for side, sign in (("L", 1), ("R", -1)):
            self._hang_arm(pose, rotations, joints, side, sign)
        com = self._centre_of_mass(pose, rotations, joints)
        truth = {
            "shin": shin,
            "thigh": thigh,
            "pelvis": pelvis,
            "trunk": trunk,
            "head": head,
            "com_z": com[2] - self.standing_com_z,
            "hips_back": -(hip[2] - self.standing_hip_z),
            "hip": pose.hip + pose.pelvic_tilt,
            "knee": pose.knee,
            "lumbar": pose.lumbar,
            "thoracic": pose.thoracic,
            "neck": pose.neck,
            "heel": pose.heel,
            "clav": pose.clav,
        }
        translations = joints - np.einsum("bij,bj->bi", rotations, body.joints)
        return Posture(body, rotations, translations, joints, truth)

    def _rotate_bones(self, pose, shin, thigh, pelvis, pitch):
        """World rotation of every bone; arms still hang from the shoulders as at rest."""
        body = self.body
        by_prefix = {
            "upperleg0": rotation.about_x(np.radians(thigh)),
            "lowerleg0": rotation.about_x(np.radians(shin)),
            "foot": rotation.about_x(np.radians(pose.heel)),
            "toe": np.eye(3),
        }
        rotations = np.empty((len(body.bones), 3, 3))
        for i, name in enumerate(body.bones):
            parent = body.parents[i]
            leg = next((prefix for prefix in by_prefix if name.startswith(prefix)), None)
            if name == "root":
                rotations[i] = rotation.about_x(np.radians(pelvis))
            elif name in pitch:
                rotations[i] = rotation.about_x(np.radians(pitch[name]))
            elif leg:
                rotations[i] = by_prefix[leg]
            elif name.startswith("clavicle"):
                rotations[i] = rotations[parent] @ _protraction(pose.clav, 1 if name.endswith("L") else -1)
            else:
                rotations[i] = rotations[parent]
        return rotations

    def _place_bones(self, pose, rotations, shin, thigh):
        """Start of every bone, and the left hip joint, built up from the planted foot."""
        body, rest = self.body, self.body.joints
        ankle = self.ankle
        if pose.heel:
            ankle = self.ball + rotation.about_x(np.radians(pose.heel)) @ (self.ankle - self.ball)
        knee = ankle + rotation.about_x(np.radians(shin)) @ (body.joint("lowerleg01.L") - self.ankle)
        hip = knee + rotation.about_x(np.radians(thigh)) @ (body.joint("upperleg01.L") - body.joint("lowerleg01.L"))
        root = body.index["root"]
        joints = np.empty((len(body.bones), 3))
        joints[root] = hip + rotations[root] @ (rest[root] - body.joint("upperleg01.L"))
        joints[root][0] = rest[root][0]
        for i, parent in enumerate(body.parents):
            if parent >= 0:
                joints[i] = joints[parent] + rotations[parent] @ (rest[i] - rest[parent])
        return joints, hip

    def _hang_arm(self, pose, rotations, joints, side, sign):
        """Reach the hand to where a load kept close would be, plus the asked drift, and grip."""
        body, rest = self.body, self.body.joints
        shoulder_i, elbow_i, wrist_i = (body.index[f"{b}.{side}"] for b in ("upperarm01", "lowerarm01", "wrist"))
        shoulder = joints[shoulder_i]
        upper, fore = rest[elbow_i] - rest[shoulder_i], rest[wrist_i] - rest[elbow_i]
        upper_m, fore_m, elbow = np.linalg.norm(upper), np.linalg.norm(fore), np.radians(ELBOW_DEG)
        reach = np.sqrt(upper_m * upper_m + fore_m * fore_m + 2 * upper_m * fore_m * np.cos(elbow))
        to_palm = reach + 0.10 * body.stature_m / 1.7
        target_z = self._close_load_z(joints, shoulder, to_palm) + pose.hand_fwd
        swing = np.arcsin(np.clip((target_z - shoulder[2]) / to_palm, -0.85, 0.95))
        out = np.radians(ARM_ABDUCTION_DEG)
        arm = np.array([sign * np.sin(out), -np.cos(swing) * np.cos(out), np.sin(swing)])
        arm /= np.linalg.norm(arm)
        # A soft elbow: the upper arm lies behind the shoulder-wrist line, the forearm ahead of it.
        behind = np.arctan2(fore_m * np.sin(elbow), upper_m + fore_m * np.cos(elbow))
        upper_direction = rotation.about_x(behind) @ arm
        wrist, elbow_at = shoulder + arm * reach, shoulder + upper_direction * upper_m
        turn_upper = rotation.between(upper, upper_direction)
        turn_fore = rotation.between(fore, wrist - elbow_at)
        for part in ("01", "02"):
            rotations[body.index[f"upperarm{part}.{side}"]] = turn_upper
            rotations[body.index[f"lowerarm{part}.{side}"]] = turn_fore
        hand = rest[body.index[f"finger3-1.{side}"]] - rest[wrist_i]
        rotations[wrist_i] = rotation.between(hand, np.array([0, -1, 0.15]))
        self._curl_fingers(rotations, side, sign)
        self._place_below(shoulder_i, rotations, joints)

    def _close_load_z(self, joints, shoulder, reach):
        """How far forward a load is that stays in front of the leg, at the height of the hands."""
        body = self.body
        y = shoulder[1] - reach * 0.98
        hip, knee, ankle = (joints[body.index[b]] for b in ("upperleg01.L", "lowerleg01.L", "foot.L"))
        if y > knee[1]:
            share = np.clip((y - knee[1]) / (hip[1] - knee[1]), 0, 1.2)
            leg_z, clearance = knee[2] + share * (hip[2] - knee[2]), 0.09 + 0.02 * share
        else:
            share = (y - ankle[1]) / (knee[1] - ankle[1])
            leg_z, clearance = ankle[2] + share * (knee[2] - ankle[2]), 0.085
        return leg_z + clearance * body.stature_m / 1.75

    def _curl_fingers(self, rotations, side, sign):
        body = self.body
        knuckles = body.joint(f"finger2-1.{side}") - body.joint(f"finger5-1.{side}")
        curl = rotation.about_axis(knuckles / np.linalg.norm(knuckles), np.radians(GRIP_DEG) * -sign)
        for i, name in enumerate(body.bones):
            if not (name.endswith(side) and name.startswith(("finger", "metacarpal"))):
                continue
            rotations[i] = rotations[body.parents[i]]
            if name.startswith("finger") and not name.startswith("finger1"):
                rotations[i] = rotations[i] @ curl

    def _place_below(self, bone, rotations, joints):
        """Carry everything that hangs on a bone along with it."""
        rest = self.body.joints
        for child in self.children.get(bone, []):
            joints[child] = joints[bone] + rotations[bone] @ (rest[child] - rest[bone])
            self._place_below(child, rotations, joints)

    def _centre_of_mass(self, pose, rotations, joints):
        body = self.body
        centres = joints + np.einsum("bij,bj->bi", rotations, body.mass_centre - body.joints)
        com = (body.mass[:, None] * centres).sum(0) / body.mass.sum()
        if pose.load > 0:
            grip = 0.5 * (joints[body.index["finger3-1.L"]] + joints[body.index["finger3-1.R"]])
            body_kg = body.volume_m3 * 1000
            com = (com * body_kg + grip * pose.load) / (body_kg + pose.load)
        return com


def _spine_pitch(pose, pelvis):
    """World pitch (degrees) of each bone of the spine, of the trunk as a whole, and of the head."""
    pitch, at = {}, pelvis
    for bone in TRUNK_BONES:
        at += pose.lumbar * LUMBAR_SHARE.get(bone, 0) + pose.thoracic * THORACIC_SHARE.get(bone, 0)
        pitch[bone] = at
    trunk = at
    at += pose.thoracic * THORACIC_SHARE_AT_NECK
    for bone in NECK_BONES:
        at += pose.neck / len(NECK_BONES)
        pitch[bone] = at
    return pitch, trunk, at


def _protraction(degrees, sign):
    """The shoulder blade comes forward about the vertical and sinks a little."""
    return rotation.about_y(np.radians(-sign * degrees)) @ rotation.about_z(np.radians(-sign * 0.25 * degrees))
