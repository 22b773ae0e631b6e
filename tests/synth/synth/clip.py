"""From a spec to frames with their truth, and to the files of a clip."""

import functools
import json
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from . import landmarks, mesh, scene, silhouette
from . import spec as specs
from .body import Body
from .clothes import Outfit
from .kinematics import Poser
from .motion import Motion
from .renderer import Renderer
from .truth import DEFAULT_FPS
from .video import VideoWriter

DEFAULT_SIZE_PX = (720, 1280)
SHAKE_MEMORY, SHAKE_M = 0.93, 0.0009
GRAIN_MARGIN_PX = 64

shared_renderer = functools.cache(Renderer)


@dataclass
class Frame:
    """One instant: the camera's picture, the silhouette, and the truth (positions in px and m)."""

    image: np.ndarray | None
    mask: np.ndarray | None
    names: list
    points_px: np.ndarray
    points_m: np.ndarray
    midline_px: np.ndarray
    scalars: dict


class Clip:
    """One spec, made ready. Frames must be taken in order: shake and grain carry on from each other."""

    def __init__(self, spec):
        specs.check(spec)
        self.spec = spec
        self.size_px = (spec.get("W", DEFAULT_SIZE_PX[0]), spec.get("H", DEFAULT_SIZE_PX[1]))
        self.fps = spec.get("fps", DEFAULT_FPS)
        self.rng = np.random.default_rng(spec.get("seed", 0))
        self.motion = Motion(spec["motion"])
        self.body = Body(**specs.person(spec))
        self.outfit = Outfit(self.body, **specs.clothes(spec))
        self.poser = Poser(self.body)
        self.landmarks = landmarks.Landmarks(self.body)
        self.side = spec.get("camera", {}).get("side", "right")
        self._furnish()
        self.shake_m = np.zeros(3)
        self.grain = None

    def _furnish(self):
        """Draw by lot what the spec leaves open, in an order that must not change."""
        self.look = specs.draw_look(self.rng, self.spec.get("look", {}))
        room = specs.draw_room(self.rng, self.spec.get("bg", {}))
        self.room = scene.make_room(self.rng, room, self.side)
        self.light = specs.draw_light(self.rng, self.spec.get("light", {}), self.side)

    def frame_count(self):
        return int(self.motion.duration_s() * self.fps)

    def frames(self, rendered=True):
        """All frames in order; without pictures (and much faster) if not `rendered`."""
        renderer = None
        if rendered:
            renderer = shared_renderer(*self.size_px)
            renderer.set_person(self.body, self.outfit, self.look)
            renderer.set_room(*self.room)
        for i in range(self.frame_count()):
            yield self.frame_at(i / self.fps, renderer)

    def frame_at(self, t, renderer=None):
        """The frame at `t` seconds; without pictures if there is no renderer."""
        instant = self.motion.at(t)
        posture = self._pose(instant)
        skin = mesh.skin(self.body.sparse_weights, self.body.vertices, posture.rotations, posture.translations)
        found = self.landmarks.locate(posture, skin)
        camera = self._handheld_camera()
        points = np.array(list(found.values()))
        midline = skin[self.landmarks.midline]
        image, mask = None, None
        if renderer:
            surface = self.outfit.dress(skin, posture)
            image, mask = renderer.draw(surface, camera, self.light, self._held(found))
            image = self._through_lens(image)
        return Frame(
            image,
            mask,
            list(found),
            camera.project(points).astype(np.float32),
            points.astype(np.float32),
            camera.project(midline).astype(np.float32),
            {"t": t} | self._scalars(instant, posture, found, skin),
        )

    def _pose(self, instant):
        if instant.travel_share is not None and instant.depth > 0:
            return self.poser.solve_with_less_travel(instant.pose, instant.travel_share)
        return self.poser.solve(instant.pose)

    def _scalars(self, instant, posture, found, skin):
        """Truth as numbers and labels; `knee3`, `hip3` are the bends between three joints of the near side."""
        near = self.side[0]
        knee = landmarks.bend_deg(found, f"hip_{near}", f"knee_{near}", f"ankle_{near}")
        hip = landmarks.bend_deg(found, f"shoulder_{near}", f"hip_{near}", f"knee_{near}")
        labels = {"depth": instant.depth, "rep": instant.rep, "phase": instant.phase, "fault_w": instant.fault_share}
        measured = {"knee3": knee, "hip3": hip, "hip3_raw": 180 - hip} | self.landmarks.skin_bend(skin)
        numbers = posture.truth | labels | measured
        return {name: float(value) for name, value in numbers.items()} | {"fault": instant.fault}

    def _handheld_camera(self):
        """The camera after this frame's share of a slow random walk of a few millimetres."""
        drift = self.rng.normal(size=3) * SHAKE_M * self.spec.get("shake", 1.0)
        self.shake_m = SHAKE_MEMORY * self.shake_m + drift
        up, tilt, along = self.shake_m
        asked = {"height": 1.1, "look_y": 0.88, "z0": 0.05} | self.spec.get("camera", {})
        moved = {"height": asked["height"] + up, "look_y": asked["look_y"] + up + tilt, "z0": asked["z0"] + along}
        return scene.Camera(*self.size_px, **asked | moved)

    def _held(self, found):
        """Positions and normals of the dumbbells, or None."""
        if not self.spec.get("dumbbells", False):
            return None
        grip_drop = np.array([0, -0.05, 0])
        both = [scene.dumbbell(0.5 * (found[f"index_{side}"] + found[f"pinky_{side}"]) + grip_drop) for side in "lr"]
        return tuple(np.concatenate(column) for column in zip(*both))

    def _through_lens(self, image):
        """Blur, exposure and sensor grain."""
        width, height = self.size_px
        blur, grain, gain = self.spec.get("blur", 0.7), self.spec.get("noise", 4.0), self.spec.get("gain", 1.0)
        seen = image.astype(np.float32)
        if blur > 0:
            seen = cv2.GaussianBlur(seen, (0, 0), blur)
        if self.grain is None:
            self.grain = [self._draw_grain() for _ in range(3)]
        dy, dx = self.rng.integers(0, GRAIN_MARGIN_PX, 2)
        plate = self.grain[self.rng.integers(3)][dy : dy + height, dx : dx + width]
        seen = seen * gain + (plate * grain if grain > 0 else 0)
        return np.clip(seen, 0, 255).astype(np.uint8)

    def _draw_grain(self):
        """A plate of coarse and fine grain, a little larger than the frame, to be cut at random."""
        width, height = (n + GRAIN_MARGIN_PX for n in self.size_px)
        coarse = cv2.resize(self.rng.standard_normal((height // 2, width // 2, 3), dtype=np.float32), (width, height))
        return coarse + 0.6 * self.rng.standard_normal((height, width, 3), dtype=np.float32)


def render(spec, folder):
    """Write `NAME.mp4` and its truth `NAME.npz` into a folder; returns the number of frames."""
    clip = Clip(spec)
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    frames, masks = [], []
    with VideoWriter(out / f"{spec['name']}.mp4", *clip.size_px, clip.fps, spec.get("crf", 23)) as video:
        for frame in clip.frames():
            video.add(frame.image)
            masks.append(silhouette.encode(frame.mask))
            frame.image = frame.mask = None  # a long clip's pictures would fill the memory
            frames.append(frame)
    save_truth(out / f"{spec['name']}.npz", spec, clip.size_px, frames, masks)
    return len(frames)


def save_truth(path, spec, size_px, frames, masks):
    np.savez_compressed(
        path,
        spec=json.dumps(spec),
        names=np.array(frames[0].names),
        p2=np.array([frame.points_px for frame in frames]),
        p3=np.array([frame.points_m for frame in frames]),
        mid2=np.array([frame.midline_px for frame in frames]),
        scal=json.dumps([frame.scalars for frame in frames]),
        rle=np.concatenate(masks),
        rlep=np.cumsum([0] + [len(mask) for mask in masks]),
        size=np.array(size_px[::-1]),
    )
