#!/usr/bin/env python3
"""Draws the app's icon: somebody hinging, with the dowel along the back and its three contacts.

    draw-icon.py OUT.png
"""

import struct
import sys
import zlib

SIDE = 1024
# Drawn on a sheet of 24 by 24, moved to the middle.
UNIT = SIDE / 24
MOVE = (-0.2, -0.9)

PAPER = (0xFA, 0xF7, 0xF1)
WOOD = (0xA8, 0x73, 0x38)
INK = (0x1F, 0x4E, 0x79)

HEAD = ((18.2, 8.3), 2.05)
BODY = ((15.0, 8.5), (6.6, 11.25), (9.7, 15.9), (9.1, 20.6), (12.6, 20.6))
PEN = 1.1
STICK = ((3.6, 10.5), (20.6, 4.9))
THICK = 0.5
# At the tailbone, the mid-back and the head, as parts of the stick's length.
CONTACTS = (0.14, 0.5, 0.83)
CONTACT = 0.27


def from_line(x, y, line):
    """How far a spot lies from the line between two others."""
    (ax, ay), (bx, by) = line
    along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
    along = min(max(along, 0), 1)
    return from_spot(x, y, (ax + along * (bx - ax), ay + along * (by - ay)))


def from_spot(x, y, spot):
    return ((x - spot[0]) ** 2 + (y - spot[1]) ** 2) ** 0.5


def over(below, above, inside):
    """`inside`: how many pixels deep the spot lies in the upper shape; at its edge the colours mix."""
    part = min(max(inside + 0.5, 0), 1)
    return tuple(b + (a - b) * part for b, a in zip(below, above))


def colour(column, row):
    x, y = (column + 0.5) / UNIT - MOVE[0], (row + 0.5) / UNIT - MOVE[1]
    limbs = min(from_line(x, y, limb) for limb in zip(BODY, BODY[1:])) - PEN
    head = from_spot(x, y, HEAD[0]) - HEAD[1]
    spot = over(PAPER, INK, -min(limbs, head) * UNIT)
    spot = over(spot, WOOD, (THICK - from_line(x, y, STICK)) * UNIT)
    for part in CONTACTS:
        at = tuple(a + part * (b - a) for a, b in zip(*STICK))
        spot = over(spot, PAPER, (CONTACT - from_spot(x, y, at)) * UNIT)
    return bytes(round(part) for part in spot)


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png():
    rows = (b"\0" + b"".join(colour(column, row) for column in range(SIDE)) for row in range(SIDE))
    # Eight bits a colour and no transparency: the store takes no other icon.
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)
    picture = zlib.compress(b"".join(rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", picture) + chunk(b"IEND", b"")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], "wb") as file:
        file.write(png())
