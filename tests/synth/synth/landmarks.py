"""Where the body's landmarks truly are: joints, points of the face and feet, and the line of the back."""

import numpy as np

from . import mesh

LIMB_BONES = {
    "shoulder": "upperarm01",
    "elbow": "lowerarm01",
    "wrist": "wrist",
    "hip": "upperleg01",
    "knee": "lowerleg01",
    "ankle": "foot",
    "index": "finger2-1",
    "pinky": "finger5-1",
    "thumb": "finger1-2",
}
SPINE_BONES = {
    "pelvis": "spine05",
    "L5S1": "spine04",
    "L3": "spine03",
    "T12L1": "spine02",
    "T7": "spine01",
    "C7": "neck01",
    "C4": "neck03",
    "skullbase": "head",
}


class Landmarks:
    """Finds the landmarks of one body on any of its postures."""

    def __init__(self, body):
        self.body = body
        self.on_skin = _skin_points(body)
        self.midline = _back_midline(body)

    def locate(self, posture, skin):
        """Name -> position [3] in metres; `skin` are the posed bare vertices."""
        found = {}
        for side in "lr":
            for name, bone in LIMB_BONES.items():
                found[f"{name}_{side}"] = posture.joint(f"{bone}.{side.upper()}")
        found |= {name: skin[i] for name, i in self.on_skin.items()}
        found |= {name: posture.joint(bone) for name, bone in SPINE_BONES.items()}
        return found

    def skin_bend(self, skin):
        """Bend of the bare back's outline (degrees): its tangents low, at T12 and at C7, and their differences."""
        joint = self.body.joint
        sacrum = self._tangent(skin, joint("spine05")[1] + 0.05)
        t12 = self._tangent(skin, joint("spine02")[1] + 0.06)
        c7 = self._tangent(skin, joint("neck01")[1] - 0.06)
        return {
            "skin_sac": sacrum,
            "skin_T12": t12,
            "skin_C7": c7,
            "skin_lumbar": t12 - sacrum,
            "skin_thor": c7 - t12,
        }

    def _tangent(self, skin, rest_y):
        """Pitch (degrees) of the midline around the place that is `rest_y` high at rest."""
        points = skin[self.midline][:, [2, 1]]
        weight = np.exp(-0.5 * ((self.body.vertices[self.midline, 1] - rest_y) / 0.03) ** 2)
        from_mean = points - (weight[:, None] * points).sum(0) / weight.sum()
        _, axes = np.linalg.eigh((weight[:, None] * from_mean).T @ from_mean)
        along = axes[:, 1]
        along = along * np.sign(along[1] if abs(along[1]) > 0.2 else along[0])
        return np.degrees(np.arctan2(along[0], along[1]))


def bend_deg(points, a, b, c):
    """How far the joint b is bent between a and c: 0 when straight."""
    u, w = points[a] - points[b], points[c] - points[b]
    return 180 - float(np.degrees(np.arccos(np.clip(u @ w / np.linalg.norm(u) / np.linalg.norm(w), -1, 1))))


def _skin_points(body):
    """Vertex of each landmark that lies on the skin."""
    v, eyes = body.vertices, body.vertices[body.is_eye].mean(0)
    head = v[:, 1] > body.joint("head")[1]
    ear_level = head & (np.abs(v[:, 1] - (eyes[1] - 0.02)) < 0.03)
    found = {}
    for side, sign in (("l", 1), ("r", -1)):
        own_side = sign * v[:, 0]
        found[f"ear_{side}"] = _extreme(ear_level & (own_side > 0), np.abs(v[:, 0]))
        sole = (own_side > 0.03) & (v[:, 1] < 0.05)
        found[f"heel_{side}"] = _extreme(sole, -v[:, 2])
        found[f"toe_{side}"] = _extreme(sole, v[:, 2])
        found[f"eye_{side}"] = _extreme(body.is_eye & (own_side > 0), v[:, 2])
    found["nose"] = _extreme(head & (np.abs(v[:, 0]) < 0.01) & (v[:, 1] < eyes[1]), v[:, 2])
    return found


def _extreme(among, value):
    """The vertex with the greatest value among those marked."""
    ids = np.where(among)[0]
    return int(ids[np.argmax(value[ids])])


def _back_midline(body):
    """Vertices up the middle of the back, sacrum to occiput, the outermost at each height."""
    v = body.vertices
    normals = mesh.vertex_normals(v, body.triangles)
    neck_y, head_z = body.joint("neck01")[1], body.joint("head")[2]
    middle = (np.abs(v[:, 0]) < 0.004) & (v[:, 1] > body.joint("upperleg01.L")[1] - 0.02) & ~body.is_eye
    on_back = (normals[:, 2] < 0.15) & ((v[:, 1] < neck_y) | ((normals[:, 2] < -0.1) & (v[:, 2] < head_z + 0.02)))
    line = []
    ids = np.where(middle & on_back)[0]
    for i in ids[np.argsort(v[ids, 1])]:
        if not line or v[i, 1] - v[line[-1], 1] >= 0.004:
            line.append(i)
        elif v[i, 2] < v[line[-1], 2]:
            line[-1] = i
    return np.array(line)
