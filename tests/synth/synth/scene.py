"""Everything around the person: camera, room, dumbbells."""

from dataclasses import dataclass

import cv2
import numpy as np

WALL_TEXTURE_PX = 1024


def look_at(eye, target, up=(0, 1, 0)):
    """View matrix [4, 4] of a camera at `eye` that looks at `target`."""
    forward = np.array(target, float) - eye
    forward /= np.linalg.norm(forward)
    sideways = np.cross(forward, up)
    sideways /= np.linalg.norm(sideways)
    view = np.eye(4)
    view[0, :3], view[1, :3], view[2, :3] = sideways, np.cross(sideways, forward), -forward
    view[:3, 3] = -view[:3, :3] @ np.asarray(eye, float)
    return view


def perspective(fov_deg, aspect, near=0.1, far=30.0):
    """Projection with a vertical field of view."""
    t = 1 / np.tan(np.radians(fov_deg) / 2)
    depth = -(far + near) / (far - near), -2 * far * near / (far - near)
    return np.array([[t / aspect, 0, 0, 0], [0, t, 0, 0], [0, 0, *depth], [0, 0, -1, 0]])


def orthographic(half_width, near, far):
    depth = -2 / (far - near), -(far + near) / (far - near)
    return np.array([[1 / half_width, 0, 0, 0], [0, 1 / half_width, 0, 0], [0, 0, *depth], [0, 0, 0, 1.0]])


class Camera:
    """A phone. `side` is the side of the person that faces it; `azimuth` (degrees) moves it towards
    the person's front (+) or back (-); `height` and `dist` are metres, `fov` is vertical degrees."""

    def __init__(
        self, width_px, height_px, side="right", azimuth=0.0, height=1.1, dist=2.9, fov=58.0, look_y=0.88, z0=0.05
    ):
        angle, outwards = np.radians(azimuth), -1 if side == "right" else 1
        self.size_px = (width_px, height_px)
        self.eye = np.array([outwards * dist * np.cos(angle), height, z0 + dist * np.sin(angle)])
        view = look_at(self.eye, np.array([0, look_y, z0]))
        self.view_projection = perspective(fov, width_px / height_px) @ view

    def project(self, points):
        """Pixels [n, 2] (y down) of world points [n, 3]."""
        clip = np.c_[points, np.ones(len(points))] @ self.view_projection.T
        clip = clip[:, :3] / clip[:, 3:]
        width, height = self.size_px
        return np.stack([(clip[:, 0] + 1) / 2 * width, (1 - clip[:, 1]) / 2 * height], axis=1)


@dataclass
class Surface:
    """Loose triangles: corner positions and normals, and per corner a colour or texture coordinates."""

    positions: np.ndarray
    normals: np.ndarray
    paint: np.ndarray  # [n, 3]: RGB, or (u, v, 0) where textured
    textured: np.ndarray  # [n, 1]: 1 or -1

    @staticmethod
    def join(parts):
        columns = (lambda p: p.positions, lambda p: p.normals, lambda p: p.paint, lambda p: p.textured)
        return Surface(*(np.concatenate([column(part) for part in parts]) for column in columns))


def painted(positions, normals, colour):
    n = len(positions)
    return Surface(positions, normals, np.tile(np.asarray(colour, float), (n, 1)), np.full((n, 1), -1.0))


def make_room(rng, room, side):
    """The walls' texture [h, w, 3] (8 bit) and the room's surfaces, without a wall behind the camera."""
    texture = _wall_texture(rng, room["kind"], room["wall"])
    wall_at = 2.2
    away = 1 if side == "right" else -1  # the side of the person that the camera does not see
    x = away * wall_at
    parts = []
    for z in (-9, -3, 3, -15, 9):
        parts.append(_wall((x, 0, z), (x, 0, z + 6), normal=(-away, 0, 0)))
    for z, towards in ((-5.0, 1), (5.0, -1)):
        parts.append(_wall((x - 10 * away, 0, z), (x, 0, z), normal=(0, 0, towards)))
    corners = [(-8, 0, -8), (-8, 0, 8), (8, 0, 8), (8, 0, -8)]
    parts.append(painted(*_quad(*corners, normal=(0, 1, 0)), room["floor"]))
    if room["props"]:
        parts += [_random_box(rng, x, away) for _ in range(rng.integers(1, 4))]
    return texture, Surface.join(parts)


def _quad(a, b, c, d, normal):
    return np.array([a, b, c, a, c, d], float), np.tile(np.asarray(normal, float), (6, 1))


def _wall(a, b, normal, height=4.5):
    positions, normals = _quad(a, b, (b[0], height, b[2]), (a[0], height, a[2]), normal)
    uv = np.array([(0, 1, 0), (1, 1, 0), (1, 0, 0), (0, 1, 0), (1, 0, 0), (0, 0, 0)], float)
    return Surface(positions, normals, uv, np.ones((6, 1)))


def _random_box(rng, wall_x, away):
    height = rng.uniform(0.3, 1.3)
    z = rng.choice([-1, 1]) * rng.uniform(0.5, 2.2)
    x = wall_x - away * rng.uniform(0.2, 0.5)
    size = np.array([rng.uniform(0.2, 0.5), height, rng.uniform(0.2, 0.6)])
    positions, normals = _box(np.array([x, height / 2, z]), size)
    return painted(positions, normals, rng.uniform(0.08, 0.7, 3))


def _box(centre, size):
    positions, normals = [], []
    for axis in range(3):
        for sign in (-1, 1):
            first, second = (k for k in range(3) if k != axis)
            corners = np.zeros((4, 3))
            corners[:, axis] = sign
            corners[:, first] = [-1, 1, 1, -1]
            corners[:, second] = [-1, -1, 1, 1]
            normal = np.zeros(3)
            normal[axis] = sign
            face, face_normals = _quad(*(corners * size / 2 + centre), normal)
            positions.append(face)
            normals.append(face_normals)
    return np.concatenate(positions), np.concatenate(normals)


def _wall_texture(rng, kind, base):
    size = WALL_TEXTURE_PX
    wall = np.ones((size, size, 3)) * np.array(base)
    y, x = np.mgrid[0:size, 0:size] / size
    stains = sum(
        cv2.resize(rng.normal(size=(cells, cells)), (size, size), interpolation=cv2.INTER_CUBIC) * strength
        for cells, strength in ((6, 0.02), (24, 0.012), (160, 0.012))
    )
    wall += stains[..., None]
    wall *= (1.08 - 0.25 * np.hypot(x - 0.4, y - 0.4))[..., None]
    if kind == "brick":
        _lay_bricks(rng, wall)
    if kind in ("clutter", "gym"):
        _hang_pictures(rng, wall, 16 if kind == "clutter" else 8)
    if kind == "gym":
        for k in range(6):
            at = int((0.1 + 0.16 * k) * size)
            wall[:, at : at + 14] = 0.12
        for k in range(5):
            at = int((0.15 + 0.17 * k) * size)
            wall[at : at + 10] = 0.18
    return (np.clip(wall, 0, 1) * 255).astype(np.uint8)


def _lay_bricks(rng, wall, rows=28, columns=14):
    size = len(wall)
    height, width = size // rows, size // columns
    for row in range(rows):
        top = int(row * size / rows)
        for column in range(columns + 1):
            left = int((column + (row % 2) * 0.5) * size / columns)
            wall[top + 2 : top + height - 2, max(left + 2, 0) : left + width - 2] *= 1 + rng.normal() * 0.06
        wall[top : top + 3] *= 0.75


def _hang_pictures(rng, wall, count):
    size = len(wall)
    for _ in range(count):
        width, height = rng.uniform(0.05, 0.25, 2)
        left, top = rng.uniform(0, 0.85, 2)
        colour = rng.uniform(0.1, 0.9, 3)
        y0, y1, x0, x1 = (int(share * size) for share in (top, top + height, left, left + width))
        wall[y0:y1, x0:x1] = colour
        if rng.random() < 0.5:
            wall[y0 + 6 : y1 - 6, x0 + 6 : x1 - 6] = colour * 0.6 + rng.uniform(0, 0.4, 3)


def dumbbell(centre):
    """A dumbbell held fore and aft, heads 12 cm wide: positions and normals of its corners."""
    along = np.array([0, 0, 1.0])
    u = np.cross(along, [0, 1, 0.01])
    u /= np.linalg.norm(u)
    w = np.cross(along, u)
    parts = [
        _cylinder(centre, along, u, w, start, end, radius)
        for start, end, radius in ((-0.07, 0.07, 0.015), (-0.14, -0.065, 0.062), (0.065, 0.14, 0.062))
    ]
    return np.concatenate([p for p, _ in parts]), np.concatenate([n for _, n in parts])


def _cylinder(centre, along, u, w, start, end, radius, segments=14):
    positions, normals = [], []
    for i in range(segments):
        a0, a1 = 2 * np.pi * i / segments, 2 * np.pi * (i + 1) / segments
        d0, d1 = np.cos(a0) * u + np.sin(a0) * w, np.cos(a1) * u + np.sin(a1) * w
        low, high = centre + along * start, centre + along * end
        a, b, c, d = low + radius * d0, high + radius * d0, high + radius * d1, low + radius * d1
        positions += [a, b, c, a, c, d]
        normals += [d0, d0, d1, d0, d1, d1]
        for cap, sign, first, second in ((low, -1, a, d), (high, 1, b, c)):
            positions += [cap, first, second]
            normals += [along * sign] * 3
    return np.array(positions), np.array(normals)
