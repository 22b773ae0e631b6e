"""Draws a lit, shadowed person in a room, and the person's exact silhouette. Headless, through EGL."""

from dataclasses import dataclass

import moderngl
import numpy as np

from . import mesh, scene, shaders

SHADOW_MAP_PX = 1024
SAMPLES = 4
BACKGROUND = (0.5, 0.5, 0.5)
DUMBBELL_COLOUR = (0.10, 0.10, 0.11)
# Uniforms of the person's shader, and the keys of a look that fill them.
LOOK_UNIFORMS = {
    "skin": "skin",
    "hair": "hairc",
    "shirt": "shirtc",
    "shirt2": "shirt2",
    "shorts": "shortc",
    "shoes": "shoec",
}
PERSON_INPUTS = ("3f 3f", "position", "normal"), ("3f 4f 3f", "rest", "cloth", "face")
SURFACE_INPUTS = ("3f 3f 3f 1f", "position", "normal", "paint", "textured")


@dataclass
class Drawable:
    """One mesh, ready to be drawn by each program."""

    arrays: dict
    buffers: list

    def release(self):
        for item in (*self.arrays.values(), *self.buffers):
            item.release()


class Renderer:
    """Draws at one frame size. `set_person` and `set_room` come first, then `draw` per frame."""

    def __init__(self, width_px, height_px):
        self.size = (width_px, height_px)
        gl = self.gl = moderngl.create_context(standalone=True, backend="egl")
        sources = {
            "person": shaders.PERSON,
            "surface": shaders.SURFACE,
            "silhouette": shaders.SILHOUETTE,
            "depth": shaders.DEPTH,
        }
        self.programs = {
            name: gl.program(vertex_shader=shaders.VERTEX, fragment_shader=source) for name, source in sources.items()
        }
        self.picture = gl.framebuffer(
            [gl.renderbuffer(self.size, 4, samples=SAMPLES)], gl.depth_renderbuffer(self.size, samples=SAMPLES)
        )
        self.resolved = gl.framebuffer([gl.renderbuffer(self.size, 4)], gl.depth_renderbuffer(self.size))
        self.shadow_map = gl.depth_texture((SHADOW_MAP_PX, SHADOW_MAP_PX))
        self.shadow_map.compare_func = ""
        self.lamp_view = gl.framebuffer(depth_attachment=self.shadow_map)
        self.person, self.room, self.wall = None, None, None

    def set_person(self, body, outfit, look):
        """Take a body with its clothes and colours; its moving vertices come with each frame."""
        if self.person:
            self.person.release()
        self.triangles, self.look = body.triangles, look
        cloth = np.stack([outfit.shirt, outfit.shorts, outfit.shoes, outfit.hair], axis=1)
        fixed = np.concatenate([body.vertices, cloth, _face_marks(body)], axis=1).astype("f4")
        self.moving = self.gl.buffer(reserve=len(body.vertices) * 6 * 4, dynamic=True)
        still = self.gl.buffer(fixed.tobytes())
        corners = self.gl.buffer(body.triangles.astype("i4").tobytes())
        content = [(buffer, *inputs) for buffer, inputs in zip((self.moving, still), PERSON_INPUTS)]
        arrays = {
            name: self.gl.vertex_array(self.programs[name], content, corners, skip_errors=True)
            for name in ("person", "silhouette", "depth")
        }
        self.person = Drawable(arrays, [self.moving, still, corners])

    def set_room(self, texture, surface):
        """Take a room's wall texture [h, w, 3] (8 bit) and its surfaces."""
        if self.room:
            self.room.release()
            self.wall.release()
        self.wall = self.gl.texture(texture.shape[1::-1], 3, texture.tobytes())
        self.wall.build_mipmaps()
        self.room = self._drawable(surface, ("surface",))

    def draw(self, vertices, camera, light, held=None):
        """The picture [h, w, 3] (RGB, 8 bit) and the silhouette [h, w] (bool) of the dressed vertices.

        `held` are the positions and normals of what the person holds; it hides the silhouette.
        """
        normals = mesh.vertex_normals(vertices, self.triangles)
        self.moving.write(np.concatenate([vertices, normals], axis=1).astype("f4").tobytes())
        load = None
        if held is not None:
            load = self._drawable(scene.painted(*held, DUMBBELL_COLOUR), ("surface", "silhouette", "depth"))
        to_lamp = np.array(light["dir"], float)
        to_lamp /= np.linalg.norm(to_lamp)
        lamp = scene.orthographic(1.6, 0.1, 8) @ scene.look_at(np.array([0, 0.9, 0.0]) + to_lamp * 4, (0, 0.9, 0))
        self.gl.enable(moderngl.DEPTH_TEST)
        self.gl.disable(moderngl.CULL_FACE)
        self._draw_shadow_map(lamp, load)
        picture = self._draw_picture(camera, light, to_lamp, lamp, load)
        silhouette = self._draw_silhouette(camera, load)
        if load:
            load.release()
        return picture, silhouette

    def _draw_shadow_map(self, lamp, load):
        self.lamp_view.use()
        self.lamp_view.clear(depth=1.0)
        _set(self.programs["depth"], view_projection=lamp)
        for item in filter(None, (self.person, load)):
            item.arrays["depth"].render()

    def _draw_picture(self, camera, light, to_lamp, lamp, load):
        self.picture.use()
        self.picture.clear(*BACKGROUND)
        self.shadow_map.use(0)
        self.wall.use(1)
        for name in ("person", "surface"):
            _set(
                self.programs[name],
                view_projection=camera.view_projection,
                lamp_projection=lamp,
                to_lamp=to_lamp,
                eye=camera.eye,
                lamp_colour=np.array(light.get("color", (1, 0.97, 0.92))) * light["sun"],
                ambient=light["amb"],
                shadow_blur=light.get("soft", 0.0025),
                shadow=0,
                wall=1,
            )
        colours = {uniform: np.array(self.look[key]) for uniform, key in LOOK_UNIFORMS.items()}
        _set(self.programs["person"], **colours, pattern=self.look["pat"], fold=self.look["fold"])
        self.person.arrays["person"].render()
        if load:
            load.arrays["surface"].render()
        self.room.arrays["surface"].render()
        self.gl.copy_framebuffer(self.resolved, self.picture)
        return self._read()

    def _draw_silhouette(self, camera, load):
        self.resolved.use()
        self.resolved.clear(0, 0, 0)
        program = self.programs["silhouette"]
        _set(program, view_projection=camera.view_projection, is_person=1.0)
        self.person.arrays["silhouette"].render()
        if load:
            _set(program, is_person=0.0)
            load.arrays["silhouette"].render()
        return self._read()[..., 0] > 0

    def _read(self):
        width, height = self.size
        rows = np.frombuffer(self.resolved.read(components=3), np.uint8).reshape(height, width, 3)
        return rows[::-1].copy()  # OpenGL's rows run upwards

    def _drawable(self, surface, programs):
        columns = [surface.positions, surface.normals, surface.paint, surface.textured]
        buffer = self.gl.buffer(np.concatenate(columns, axis=1).astype("f4").tobytes())
        content = [(buffer, *SURFACE_INPUTS)]
        arrays = {name: self.gl.vertex_array(self.programs[name], content, skip_errors=True) for name in programs}
        return Drawable(arrays, [buffer])


def _face_marks(body):
    """Per vertex whether it is brow, eye, iris (0 or 1), [n, 3]."""
    v, eye = body.vertices, body.vertices[body.is_eye]
    centre = eye.mean(0)
    iris = body.is_eye & (v[:, 2] > eye[:, 2].max() - 0.0035)
    off_middle = (np.abs(v[:, 0]) > 0.012) & (np.abs(v[:, 0]) < 0.05)
    brow = (np.abs(v[:, 1] - (centre[1] + 0.021)) < 0.006) & off_middle & (v[:, 2] > centre[2] - 0.01) & ~body.is_eye
    return np.stack([brow, body.is_eye, iris], axis=1).astype(float)


def _set(program, **uniforms):
    """Set the uniforms a program has; the compiler drops those it does not need."""
    for name, value in uniforms.items():
        if name not in program:
            continue
        if isinstance(value, np.ndarray):
            program[name].write(value.T.astype("f4").tobytes())  # OpenGL's matrices are column by column
        else:
            program[name].value = value
