"""Clothes, shoes and hair: regions of the skin, pushed outwards and smoothed until they hang.

A region is a signed field over the vertices, roughly metres inside its edge, so that the renderer
can cut its hem between vertices.
"""

import numpy as np

from . import mesh

SHIRT_THICKNESS_M = {"none": 0.0, "tight": 0.004, "tee": 0.009, "loose": 0.016, "baggy": 0.014}
SHIRT_SMOOTHING = {"none": 0, "tight": 2, "tee": 10, "loose": 30, "baggy": 12}
HAIR_THICKNESS_M = {"none": 0.0, "short": 0.009, "bun": 0.012, "pony": 0.012}
REFERENCE_STATURE_M = 1.7


class Outfit:
    """What one body wears.

    shirt: none, tight, tee, loose or baggy; `sleeve` its length down the arm and `hem` its height
    over the hip joint, in metres on a 1.7 m body; shorts: 0 ends at the hip, 1 at the knee, 2 at
    the ankle; hair: none, short, bun or pony (thickness only).
    """

    def __init__(self, body, shirt="tee", shorts=0.5, hair="short", sleeve=0.16, hem=-0.09):
        self.body = body
        self.scale = body.stature_m / REFERENCE_STATURE_M
        self.kind = shirt
        on_arm = body.weights[:, body.bones_starting_with("upperarm", "lowerarm", "wrist", "finger", "metacarpal")].sum(
            1
        )
        shirt_field = self._shirt_field(on_arm, sleeve, hem)
        self.shorts = self._shorts_field(on_arm, shorts)
        self.shoes = self._shoes_field()
        self.hair = self._hair_field() if hair != "none" else np.full(len(body.vertices), -1.0)
        self.shirt = shirt_field if shirt != "none" else np.full(len(body.vertices), -1.0)

        self.shirt_thickness = SHIRT_THICKNESS_M[shirt] * ease(shirt_field / 0.02)
        self.shorts_thickness = (0.006 if shorts <= 1 else 0.002) * ease(self.shorts / 0.02)
        self.shoe_thickness = 0.006 * ease(self.shoes / 0.01)
        self.hair_thickness = HAIR_THICKNESS_M[hair] * ease(self.hair / 0.03)
        self.shirt_softness = ease(self.shirt / 0.03)[:, None]
        self.shoe_softness = ease(self.shoes / 0.01)[:, None]
        self._find_back(on_arm)

    def _shirt_field(self, on_arm, sleeve, hem):
        body, v = self.body, self.body.vertices
        hip_y, neck = body.joint("upperleg01.L")[1], body.joint("neck01")
        above_hem = v[:, 1] - (hip_y + hem * self.scale)
        below_collar = (neck[1] + 0.045 * self.scale) - v[:, 1] - 0.35 * (v[:, 2] - neck[2])
        field = np.minimum(above_hem, below_collar)
        for side in "LR":
            shoulder = body.joint(f"upperarm01.{side}")
            along = body.joint(f"lowerarm01.{side}") - shoulder
            along /= np.linalg.norm(along)
            down_arm = (v - shoulder) @ along
            this_arm = (np.sign(shoulder[0]) * v[:, 0] > 0) & (on_arm > 0.3)
            field = np.where(this_arm, np.minimum(field, sleeve * self.scale - down_arm), field)
        hanging_hand = (on_arm > 0.3) & (v[:, 1] < hip_y + 0.1 * self.scale)
        return np.where(hanging_hand, -1, field)

    def _shorts_field(self, on_arm, length):
        body, v = self.body, self.body.vertices
        hip, knee, ankle = (body.joint(b)[1] for b in ("upperleg01.L", "lowerleg01.L", "foot.L"))
        end = hip - (hip - knee) * length if length <= 1 else knee - (knee - ankle) * (length - 1)
        field = np.minimum(v[:, 1] - end, (hip + 0.10 * self.scale) - v[:, 1])
        return np.where(on_arm > 0.3, -1, field)

    def _shoes_field(self):
        y, ankle = self.body.vertices[:, 1], self.body.joint("foot.L")[1]
        return np.where(y < ankle + 0.05 * self.scale, ankle + 0.025 * self.scale - y, -1)

    def _hair_field(self):
        """The scalp: over the ears, behind the face, down to the nape, without the ears."""
        body, v, scale = self.body, self.body.vertices, self.scale
        head = body.joint("head")
        over_neck = (body.joints[:, 1] > head[1]) & (np.abs(body.joints[:, 0]) < 0.09)
        of_head = [i for b, i in body.index.items() if over_neck[i] or b in ("head", "jaw", "neck02", "neck03")]
        on_head = body.weights[:, of_head].sum(1)
        eyes = v[body.is_eye].mean(0)
        x, y, z = np.abs(v[:, 0]), v[:, 1], v[:, 2]
        behind_face = 1.0 * (y - eyes[1]) - 1.25 * (z - (eyes[2] - 0.075 * scale))
        field = np.minimum(y - (eyes[1] - 0.035 * scale), behind_face)
        crown = np.maximum(field, np.minimum(y - (eyes[1] + 0.055 * scale), 0.05))
        field = np.where(y > eyes[1] - 0.06 * scale, crown, field)
        nape = (z < head[2]) & (y > eyes[1] - 0.075 * scale) & (on_head > 0.3)
        field = np.where(nape, np.maximum(field, y - (eyes[1] - 0.07 * scale)), field)
        ear = (x > 0.068 * scale) & (y < eyes[1] + 0.035 * scale) & (y > eyes[1] - 0.08 * scale)
        return np.where((on_head > 0.3) & ~body.is_eye & ~ear, field, -1)

    def _find_back(self, on_arm):
        """The shirt's back, in sagittal slices 2 cm wide, which a baggy shirt bridges."""
        v = self.body.vertices
        normals = mesh.vertex_normals(v, self.body.triangles)
        behind = (normals[:, 2] < -0.15) & (np.abs(v[:, 0]) < 0.17 * self.scale)
        self.back = np.where((self.shirt > 0) & (on_arm < 0.3) & behind)[0]
        self.back_slice = np.round(v[self.back, 0] / 0.02).astype(int)

    def dress(self, skin, posture):
        """The clothed surface over posed skin vertices [n, 3]."""
        normals = mesh.vertex_normals(skin, self.body.triangles)
        shorts = np.where(self.shirt > 0, 0, self.shorts_thickness)
        thickness = self.shirt_thickness + shorts + self.shoe_thickness + self.hair_thickness
        surface = skin + normals * thickness[:, None]
        if SHIRT_SMOOTHING[self.kind]:
            surface = self._hang_shirt(surface, skin, normals, posture)
        return self._flatten_soles(surface)

    def _hang_shirt(self, surface, skin, normals, posture):
        mean = self.body.neighbour_mean
        cloth = mesh.relax(surface, mean, self.shirt_softness, SHIRT_SMOOTHING[self.kind])
        lean = np.radians(posture.truth["trunk"])
        if self.kind == "baggy":
            self._bridge_back(cloth, posture, lean)
            cloth = mesh.relax(cloth, mean, self.shirt_softness, 3)
        outside = np.einsum("ij,ij->i", cloth - skin, normals)
        at_least = 0.003 * self.shirt_softness[:, 0]
        cloth = cloth + normals * np.maximum(at_least - outside, 0)[:, None]
        if self.kind in ("loose", "baggy"):
            # Cloth under a bent trunk falls away from the body.
            facing_down = np.clip(-normals[:, 1], 0, 1)
            cloth[:, 1] -= 0.05 * facing_down * np.clip(self.shirt_softness[:, 0], 0, 1) * np.clip(np.sin(lean), 0, 1)
        return cloth

    def _bridge_back(self, cloth, posture, lean):
        """Span the hollow of the back, slice by slice, with the convex hull of its profile.

        Full upright, partial when bent over: gravity then presses the cloth onto the back.
        """
        base, neck = posture.joint("spine05"), posture.joint("neck01")
        up = (neck - base) / np.linalg.norm(neck - base)
        outwards = np.array([0, up[2], -up[1]])
        share = 0.30 + 0.70 * max(0, np.cos(lean)) ** 2
        for number in np.unique(self.back_slice):
            ids = self.back[self.back_slice == number]
            if len(ids) < 4:
                continue
            along, height = (cloth[ids] - base) @ up, (cloth[ids] - base) @ outwards
            hull = _upper_hull(along, height)
            gap = np.maximum(np.interp(along, along[hull], height[hull]) - height, 0)
            cloth[ids] += (share * gap)[:, None] * outwards

    def _flatten_soles(self, surface):
        if self.shoe_softness.max() <= 0:
            return surface
        smooth = mesh.relax(surface, self.body.neighbour_mean, self.shoe_softness, 8)
        on_floor = smooth.copy()
        on_floor[:, 1] = np.maximum(on_floor[:, 1], 0)
        return np.where(smooth[:, 1:2] < 0, on_floor, smooth)


def ease(x):
    """0 below 0, 1 above 1, smooth between."""
    x = np.clip(x, 0, 1)
    return x**2 * (3 - 2 * x)


def _upper_hull(x, y):
    """Indices of the points on the upper convex hull, ordered by x."""
    hull = []
    for j in np.argsort(x):
        while len(hull) > 1:
            a, b = hull[-2], hull[-1]
            if (y[b] - y[a]) * (x[j] - x[a]) > (y[j] - y[a]) * (x[b] - x[a]):
                break
            hull.pop()
        hull.append(j)
    return hull
