"""Run-length coding of silhouettes: the flat positions where the mask switches on and off, in turn."""

import numpy as np


def encode(mask):
    """Switch positions (int32) of a boolean mask [h, w], read row by row."""
    padded = np.concatenate([[0], mask.ravel().view(np.uint8), [0]]).astype(np.int8)
    return np.flatnonzero(np.diff(padded)).astype(np.int32)


def decode(switches, shape):
    """The mask [h, w] that `encode` was given."""
    steps = np.zeros(shape[0] * shape[1] + 1, np.int8)
    steps[switches[::2]] += 1
    np.subtract.at(steps, switches[1::2], 1)
    return np.cumsum(steps)[:-1].reshape(shape) > 0
