"""Operations on a triangle mesh: normals, smoothing, and skinning to a skeleton."""

import numpy as np
import scipy.sparse as sp

from . import rotation


def vertex_normals(vertices, triangles):
    """Unit normals [n, 3], area-weighted over the triangles around each vertex."""
    a, b, c = (vertices[triangles[:, k]] for k in range(3))
    face = np.cross(b - a, c - a)
    normals = np.zeros_like(vertices)
    for corner in range(3):
        for axis in range(3):
            normals[:, axis] += np.bincount(triangles[:, corner], face[:, axis], len(vertices))
    return normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)


def neighbour_mean(triangles, count):
    """Sparse matrix that replaces each of `count` vertices by the mean of its neighbours."""
    pairs = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    edges = np.unique(np.sort(pairs, axis=1), axis=0)
    one_way = sp.coo_matrix((np.ones(len(edges)), (edges[:, 0], edges[:, 1])), (count, count))
    both_ways = one_way + one_way.T
    degree = np.asarray(both_ways.sum(1)).ravel()
    return (sp.diags(1 / np.maximum(degree, 1)) @ both_ways).tocsr()


def relax(vertices, mean, strength, times):
    """Pull each vertex towards its neighbours' mean by `strength` ([n, 1], 0 to 1), several times."""
    for _ in range(times):
        vertices = vertices + (0.6 * strength) * (mean @ vertices - vertices)
    return vertices


def skin(weights, vertices, rotations, translations):
    """Move rest vertices with their bones: half linear blending, half dual quaternions.

    Linear blending thins a bent joint and dual quaternions swell it; the mean keeps its volume.
    `weights` is sparse [vertices, bones]; a bone moves x to `rotation @ x + translation`.
    """
    linear = weights @ np.concatenate([rotations.reshape(-1, 9), translations], axis=1)
    by_matrix = np.einsum("vij,vj->vi", linear[:, :9].reshape(-1, 3, 3), vertices) + linear[:, 9:]

    real = rotation.to_quaternions(rotations)
    pure = np.concatenate([np.zeros((len(translations), 1)), translations], axis=1)
    dual = 0.5 * rotation.multiply_quaternions(pure, real)
    blend = weights @ np.concatenate([real, dual], axis=1)
    blend /= np.linalg.norm(blend[:, :4], axis=1, keepdims=True)
    real, dual = blend[:, :4], blend[:, 4:]
    conjugate = real * np.array([1, -1, -1, -1])
    offset = 2 * rotation.multiply_quaternions(dual, conjugate)[:, 1:]
    w, u = real[:, :1], real[:, 1:]
    by_quaternion = vertices + 2 * np.cross(u, np.cross(u, vertices) + w * vertices) + offset
    return 0.5 * by_matrix + 0.5 * by_quaternion
