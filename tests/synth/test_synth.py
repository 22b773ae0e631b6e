"""Tests of the clip generator: `python -m unittest` in this folder, after `python -m synth assets`."""

import collections
import json
import unittest
from pathlib import Path

import numpy as np

from synth import clip, silhouette, truth
from synth import spec as specs
from synth.body import Body
from synth.kinematics import Pose, Poser
from synth.motion import FAULTS, Motion

HERE = Path(__file__).resolve().parent
SUITES = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (HERE / "suites").glob("*.json")}
LANDMARK_FAULTS = set(FAULTS) - {"round_low_back", "overextend", "round_shoulders"}
BACK_FAULTS = {"round_low_back", "overextend", "round_shoulders", "look_up", "chin_tuck", "too_low"}
FRAME_MARGIN_PX = 10


def motion_spec(**changes):
    return {"reps": 3, "desc": 1.5, "pause": 0.4, "asc": 1.2, "top": 0.5, "lead": 2.0} | changes


def small_spec(**changes):
    return {
        "name": "small",
        "W": 360,
        "H": 640,
        "seed": 1,
        "person": "f_fit",
        "motion": motion_spec(reps=1, lead=0.1),
    } | changes


class SilhouetteTest(unittest.TestCase):
    def test_decodes_what_it_encoded(self):
        rng = np.random.default_rng(3)
        for density in (0.0, 0.02, 0.5, 1.0):
            mask = rng.random((37, 23)) < density
            np.testing.assert_array_equal(silhouette.decode(silhouette.encode(mask), mask.shape), mask)


class MotionTest(unittest.TestCase):
    def test_reaches_its_bottom_and_stands_between_reps(self):
        motion = Motion(motion_spec(base={"hip": 95.0, "knee": 12.0}))
        bottom = motion.at(2.0 + 1.5 + 0.2)
        self.assertEqual((bottom.pose.hip, bottom.pose.knee, bottom.rep), (95.0, 12.0, 0))
        self.assertEqual(motion.at(2.0 + 3.3).pose, Pose())

    def test_never_jumps(self):
        for name in FAULTS:
            magnitude = 0.3 if name in ("no_hips_back", "load_drift") else 30
            motion = Motion(motion_spec(faults=[{"name": name, "mag": magnitude, "from_rep": 1, "to_rep": 2}]))
            hips = np.array([motion.at(t).pose.hip for t in np.arange(0, motion.duration_s(), 0.01)])
            self.assertLess(np.abs(np.diff(hips)).max(), 3.0, name)

    def test_a_fault_stays_in_its_reps(self):
        motion = Motion(motion_spec(faults=[{"name": "squat", "mag": 70, "from_rep": 1, "to_rep": 2}]))
        knees = [motion.at(2.0 + rep * 3.6 + 1.6).pose.knee for rep in range(3)]
        self.assertEqual(knees, [20.0, 70.0, 20.0])

    def test_an_incomplete_lockout_lasts_until_the_next_rep(self):
        motion = Motion(motion_spec(faults=[{"name": "lockout", "mag": 22, "from_rep": 0, "to_rep": 1}]))
        self.assertEqual(motion.at(2.0 + 3.5).pose.hip, 22)
        self.assertEqual(motion.at(2.0 + 3.6 + 3.5).pose.hip, 0)


class PoserTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.poser = Poser(Body(**specs.PEOPLE["f_avg"]))

    def test_balances_whatever_it_holds(self):
        for load_kg in (0.0, 30.0):
            posture = self.poser.solve(Pose(hip=90, knee=20, load=load_kg))
            self.assertLess(abs(posture.truth["com_z"]), 1e-3)
            self.assertGreater(posture.truth["hips_back"], 0.1)

    def test_keeps_its_feet_planted_and_its_bones_whole(self):
        body, posture = self.poser.body, self.poser.solve(Pose(hip=80, knee=60, lumbar=25, neck=-20))
        np.testing.assert_allclose(posture.joint("foot.L"), body.joint("foot.L"), atol=1e-12)
        for near, far in (
            ("foot.L", "lowerleg01.L"),
            ("upperleg01.R", "lowerleg01.R"),
            ("upperarm01.L", "lowerarm01.L"),
        ):
            rest = np.linalg.norm(body.joint(near) - body.joint(far))
            self.assertAlmostEqual(np.linalg.norm(posture.joint(near) - posture.joint(far)), rest, places=9)

    def test_less_travel_keeps_the_hips_over_the_feet(self):
        pose = Pose(hip=64, knee=20)
        free, held = self.poser.solve(pose), self.poser.solve_with_less_travel(pose, 0.3)
        self.assertAlmostEqual(held.truth["hips_back"], 0.3 * free.truth["hips_back"], places=3)


class SpecTest(unittest.TestCase):
    def test_says_what_is_wrong(self):
        wrong = {
            "unknown fault 'squatt'": small_spec(motion=motion_spec(faults=[{"name": "squatt", "mag": 1}])),
            "unknown person 'nobody'": small_spec(person="nobody"),
            "unknown keys ['cammera']": small_spec(cammera={}),
            "the motion lacks ['asc']": small_spec(motion={k: v for k, v in motion_spec().items() if k != "asc"}),
            "must be even": small_spec(W=361),
        }
        for message, spec in wrong.items():
            with self.assertRaises(specs.SpecError) as raised:
                specs.check(spec)
            self.assertIn(message, str(raised.exception))


class SuitesTest(unittest.TestCase):
    def test_every_clip_is_valid_and_has_its_own_name_and_seed(self):
        every = [spec for suite in SUITES.values() for spec in suite]
        for spec in every:
            specs.check(spec)
        self.assertEqual(len({spec["name"] for spec in every}), len(every))
        self.assertEqual(len({spec["seed"] for spec in every}), len(every))

    def test_held_out_shows_every_fault_on_bodies_of_its_own(self):
        held = SUITES["held_out"]
        self.assertEqual({f["name"] for spec in held for f in spec["motion"]["faults"]}, set(FAULTS))
        for spec in held:
            self.assertNotIn(spec["person"], [*specs.PEOPLE, *specs.PEOPLE.values()])
            self.assertTrue(all(fault["from_rep"] >= 1 for fault in spec["motion"]["faults"]))
        self.assertGreaterEqual(sum(not spec["motion"]["faults"] for spec in held), 6)

    def test_back_measures_the_back_on_bodies_of_its_own(self):
        back = SUITES["back"]
        others = [spec for name, suite in SUITES.items() if name != "back" for spec in suite]
        bodies = [specs.person(spec) for spec in back]
        for body in bodies:
            self.assertEqual(bodies.count(body), 1)
            self.assertNotIn(body, [specs.person(spec) for spec in others])
        shown = collections.Counter((f["name"], f["mag"]) for spec in back for f in spec["motion"]["faults"])
        self.assertEqual({name for name, _ in shown}, BACK_FAULTS)
        for fault in ("round_low_back", "overextend", "round_shoulders"):
            self.assertEqual(sum(count for (name, _), count in shown.items() if name == fault), 14)
        self.assertTrue(all(fault["from_rep"] >= 1 for spec in back for fault in spec["motion"]["faults"]))
        self.assertEqual(sum(not spec["motion"]["faults"] for spec in back), 2)

    def test_tune_shows_every_fault_that_landmarks_can_show(self):
        self.assertEqual({f["name"] for spec in SUITES["tune"] for f in spec["motion"]["faults"]}, LANDMARK_FAULTS)

    def test_nobody_leaves_the_frame(self):
        for spec in SUITES["held_out"] + SUITES["tune"] + SUITES["back"]:
            made = clip.Clip(spec)
            standing_and_bottoms = [0.0] + [
                made.motion.lead_s + rep * made.motion.rep_s + spec["motion"]["desc"] for rep in range(made.motion.reps)
            ]
            for t in standing_and_bottoms:
                frame = made.frame_at(t)
                points = np.concatenate([frame.points_px, frame.midline_px])
                self.assertTrue((points > FRAME_MARGIN_PX).all(), spec["name"])
                self.assertTrue((points < np.array(made.size_px) - FRAME_MARGIN_PX).all(), spec["name"])


class ClipTest(unittest.TestCase):
    def test_the_demo_truth_is_what_its_spec_makes(self):
        spec = json.loads((HERE.parent / "demo" / "demo.json").read_text(encoding="utf-8"))
        stored = json.loads((HERE.parent / "demo" / "demo.truth.json").read_text(encoding="utf-8"))
        frames = [frame.scalars for frame in clip.Clip(spec).frames(rendered=False)]
        self.assertEqual(truth.summarize(spec, frames), stored)

    def test_the_silhouette_covers_the_joints(self):
        for side in ("left", "right"):
            frame = next(clip.Clip(small_spec(camera={"side": side})).frames())
            self.assertEqual(frame.image.shape, (640, 360, 3))
            for name in (f"{joint}_{side[0]}" for joint in ("shoulder", "hip", "knee")):
                x, y = frame.points_px[frame.names.index(name)].astype(int)
                self.assertTrue(frame.mask[y, x], f"{name} from the {side}")
            self.assertLess(frame.mask.mean(), 0.2)


if __name__ == "__main__":
    unittest.main()
