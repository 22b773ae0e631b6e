"""One person's body at rest: skin, skeleton, skinning weights and mass, from a few parameters."""

import functools

import numpy as np
import scipy.sparse as sp

from . import assets, mesh

load_assets = functools.cache(assets.load)

# The anchors each parameter (0 to 1) interpolates between, as the targets' file names spell them.
ANCHORS = {
    "gender": ["male", "female"],
    "muscle": ["minmuscle", "averagemuscle", "maxmuscle"],
    "weight": ["minweight", "averageweight", "maxweight"],
    "height": ["minheight", "maxheight"],
    "proportions": ["idealproportions", "uncommonproportions"],
    "cup": ["mincup", "averagecup", "maxcup"],
    "firmness": ["minfirmness", "averagefirmness", "maxfirmness"],
}
ANCESTRIES = ["african", "asian", "caucasian"]


class Body:
    """A rest body, standing upright between its arms, feet on the floor.

    gender (0 male to 1 female), muscle, weight, height, proportions and cup run from 0 to 1;
    `race` is the mix of the data's three ancestries (sums to 1); `local` maps names of local
    targets, such as "buttocks-volume-incr", to their strength from 0 to 1.

    Arrays: `vertices` [n, 3] and `joints` [bones, 3] in metres, `triangles` [m, 3], `weights`
    [n, bones], `is_eye` [n], `mass` and `mass_centre` per bone (unit density, so m³).
    """

    def __init__(
        self,
        gender=0.0,
        muscle=0.5,
        weight=0.5,
        height=0.5,
        proportions=0.3,
        race=(1 / 3, 1 / 3, 1 / 3),
        cup=0.5,
        local=None,
    ):
        data = load_assets()
        anchors = _anchor_weights(
            gender=gender, muscle=muscle, weight=weight, height=height, proportions=proportions, cup=cup, firmness=0.5
        )
        anchors |= dict(zip(ANCESTRIES, race, strict=True))
        shape = _blend_targets(data, anchors, local or {})

        self.bones = [str(name) for name in data["bones"]]
        self.index = {name: i for i, name in enumerate(self.bones)}
        self.parents = data["parents"]
        starts, marks = data["head_starts"], data["head_vertices"]
        joints = np.array([shape[marks[a:b]].mean(0) for a, b in zip(starts[:-1], starts[1:])])
        skin = np.unique(data["faces"][data["face_group"] == assets.SKIN])
        to_floor = np.array([0, shape[skin, 1].min(), joints[self.index["foot.L"]][2]])
        shape -= to_floor
        self.joints = joints - to_floor
        self.stature_m = shape[skin, 1].max()

        self._take_skin(data, shape)
        self._weigh()

    def joint(self, bone):
        """Where a bone starts, [3]."""
        return self.joints[self.index[bone]]

    def bones_starting_with(self, *prefixes):
        return [i for name, i in self.index.items() if name.startswith(prefixes)]

    def _take_skin(self, data, shape):
        """Keep the skin and the eyes out of all helper geometry, as triangles."""
        group = data["face_group"]
        quads = data["faces"][np.isin(group, [assets.SKIN, assets.EYE])]
        used = np.unique(quads)
        renumber = -np.ones(len(shape), int)
        renumber[used] = np.arange(len(used))
        quads = renumber[quads]
        real_quads = quads[quads[:, 3] != quads[:, 2]]
        self.triangles = np.concatenate([quads[:, [0, 1, 2]], real_quads[:, [0, 2, 3]]])
        self.vertices = shape[used]
        self.is_eye = np.isin(used, np.unique(data["faces"][group == assets.EYE]))
        all_weights = np.zeros((len(shape), len(self.bones)), np.float32)
        all_weights[data["weight_vertex"], data["weight_bone"]] = data["weight_value"]
        self.weights = all_weights[used]
        self.sparse_weights = sp.csr_matrix(self.weights, dtype=np.float64)
        self.neighbour_mean = mesh.neighbour_mean(self.triangles, len(used))

    def _weigh(self):
        """Mass and centre of each bone's share of the body, from the tetrahedra under its skin."""
        a, b, c = (self.vertices[self.triangles[:, k]] for k in range(3))
        share = sum(self.weights[self.triangles[:, k]] for k in range(3)) / 3
        middle = (share.T @ ((a + b + c) / 3)) / np.maximum(share.sum(0), 1e-6)[:, None]
        bone_count = len(self.bones)
        mass, moment = np.zeros(bone_count), np.zeros((bone_count, 3))
        for i in range(bone_count):
            own = share[:, i] > 1e-3
            if not own.any():
                continue
            o = middle[i]
            volume = np.einsum("ij,ij->i", a[own] - o, np.cross(b[own] - o, c[own] - o)) / 6 * share[own, i]
            mass[i] = volume.sum()
            moment[i] = (volume[:, None] * ((a[own] + b[own] + c[own] + o) / 4)).sum(0)
        self.mass = np.maximum(mass, 0)
        self.mass_centre = moment / np.maximum(mass, 1e-9)[:, None]
        self.mass_centre[self.mass <= 0] = self.joints[self.mass <= 0]
        self.volume_m3 = (np.einsum("ij,ij->i", a, np.cross(b, c)) / 6).sum()


def _anchor_weights(**parameters):
    """How much of each anchor a parameter between them takes: two neighbours share 1."""
    shares = {}
    for name, value in parameters.items():
        anchors = ANCHORS[name]
        position = np.clip(value, 0, 1) * (len(anchors) - 1)
        below = min(int(position), len(anchors) - 2)
        shares |= dict.fromkeys(anchors, 0.0)
        shares[anchors[below]] = 1 - (position - below)
        shares[anchors[below + 1]] = position - below
    return shares


def _blend_targets(data, anchors, local):
    """The neutral mesh plus every target by its strength: the product of the anchors in its name."""
    shape = data["vertices"].astype(np.float64).copy()
    starts = data["target_starts"]
    for i, label in enumerate(data["target_names"]):
        kind, name = str(label).split(":")
        strength = local.get(name, 0.0)
        if kind == "macro":
            strength = 1.0
            for word in name.split("-"):
                strength *= anchors.get(word, 1.0)
        if abs(strength) > 1e-6:
            own = slice(starts[i], starts[i + 1])
            offset = np.float32(strength) * data["target_offset"][own]
            np.add.at(shape, data["target_vertex"][own], offset)
    return shape
