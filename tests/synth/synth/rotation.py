"""Small rotation helpers. Matrices act on column vectors; angles are radians."""

import numpy as np


def about_x(angle):
    """Pitch: positive tips an upright vector (y) forward (z)."""
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def about_y(angle):
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def about_z(angle):
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def about_axis(axis, angle):
    """Rotation about a unit axis (Rodrigues)."""
    k = cross_matrix(axis)
    return np.eye(3) + np.sin(angle) * k + (1 - np.cos(angle)) * k @ k


def between(source, target):
    """The shortest rotation that turns `source` into the direction of `target`."""
    source = source / np.linalg.norm(source)
    target = target / np.linalg.norm(target)
    k = cross_matrix(np.cross(source, target))
    return np.eye(3) + k + k @ k / (1 + source @ target)


def cross_matrix(v):
    return np.array([[0, -v[2], v[1]], [v[2], 0, -v[0]], [-v[1], v[0], 0]])


def to_quaternions(rotations):
    """Unit quaternions (w, x, y, z) of rotation matrices [n, 3, 3] that turn by less than 180 degrees."""
    q = np.empty((len(rotations), 4))
    trace = rotations[:, 0, 0] + rotations[:, 1, 1] + rotations[:, 2, 2]
    q[:, 0] = 0.5 * np.sqrt(np.maximum(1e-12, 1 + trace))
    q[:, 1] = (rotations[:, 2, 1] - rotations[:, 1, 2]) / (4 * q[:, 0])
    q[:, 2] = (rotations[:, 0, 2] - rotations[:, 2, 0]) / (4 * q[:, 0])
    q[:, 3] = (rotations[:, 1, 0] - rotations[:, 0, 1]) / (4 * q[:, 0])
    return q


def multiply_quaternions(a, b):
    w, x, y, z = a.T
    W, X, Y, Z = b.T
    return np.stack(
        [
            w * W - x * X - y * Y - z * Z,
            w * X + x * W + y * Z - z * Y,
            w * Y - x * Z + y * W + z * X,
            w * Z + x * Y - y * X + z * W,
        ],
        axis=1,
    )
