"""Tests of the score: `python -m unittest` in this folder."""

import contextlib
import io
import pathlib
import unittest
from unittest import mock

import score


def rep(bottom_s, counted=True, hip=90.0, **verdicts):
    """A repetition of an analysis, with `fault_id="verdict"` for each fault looked for."""
    faults = [{"id": name, "verdict": verdict} for name, verdict in verdicts.items()]
    return {"bottom_s": bottom_s, "counted": counted, "hip_flexion_deg": hip, "faults": faults}


def truth(t, fault="none", mag=None, hip=90.0):
    return {"t": t, "fault": fault, "mag": mag, "hip": hip, "lumbar": 0.0}


def report(expected, reps, verdict="ok"):
    """What the score prints about one clip."""
    spec = {"camera": {"azimuth": -20.0}}
    result = {"view": {"verdict": verdict, "reasons": ["too_oblique"]}, "reps": reps}
    frames = [{"t_s": 0.0, "lumbar_change": None}]
    printed = io.StringIO()
    with (
        mock.patch.object(score, "rendered_truth", return_value=(spec, expected)),
        mock.patch.object(score, "analyse", return_value=(result, frames)),
        contextlib.redirect_stdout(printed),
    ):
        score.score_rendered("dowel", [pathlib.Path("clip.mp4")], pathlib.Path("out"))
    return printed.getvalue()


class MatchTest(unittest.TestCase):
    def test_takes_the_nearest_bottom(self):
        reps = [rep(4.8), rep(5.1), rep(9.0)]
        self.assertIs(score.match(5.0, reps), reps[1])

    def test_takes_none_that_is_too_far_or_was_not_counted(self):
        self.assertIsNone(score.match(5.0, [rep(5.31)]))
        self.assertIsNone(score.match(5.0, [rep(5.0, counted=False)]))
        self.assertIsNone(score.match(5.0, []))


class CountTest(unittest.TestCase):
    def test_verdicts_are_kept_apart(self):
        seen = rep(5.0, squatting="fault", too_low="cant_tell", looking_up="ok")
        self.assertEqual(score.faults_of(seen), {"squatting"})
        self.assertEqual(score.faults_of(seen, "cant_tell"), {"too_low"})

    def test_repetitions_found_lost_and_extra(self):
        text = report([truth(5.0), truth(9.0)], [rep(5.0), rep(12.0), rep(15.0)])
        self.assertIn("repetitions found 1 of 2, 1 extra", text)

    def test_a_fault_in_a_good_repetition_is_a_false_alarm(self):
        text = report([truth(5.0), truth(9.0)], [rep(5.0, squatting="fault"), rep(9.0, squatting="cant_tell")])
        self.assertIn("false alarms in 1 of 2 good reps; can't tell in 50%", text)
        self.assertIn("clip 5.0 ['squatting']", text)

    def test_a_fault_is_seen_missed_or_lost_and_names_its_companions(self):
        expected = [truth(5.0), *(truth(t, "squat", 60) for t in (9.0, 13.0, 17.0))]
        reps = [rep(5.0), rep(9.0, squatting="fault", too_low="fault"), rep(13.0, squatting="ok", too_low="ok")]
        text = report(expected, reps)
        self.assertRegex(text, r"squat +60 +seen 1 of 3 ")
        for count in ("'ok': 1", "'lost': 1", "'with too_low': 1"):
            self.assertIn(count, text)

    def test_angles_of_good_and_faulty_repetitions_are_kept_apart(self):
        expected = [truth(5.0), truth(9.0), truth(13.0, "squat", 60)]
        text = report(expected, [rep(5.0, hip=93.0), rep(9.0, hip=87.0), rep(13.0, hip=98.0, squatting="ok")])
        self.assertIn("RMSE 3.0, mean +0.0 deg (2 good reps); 8.0 in 1 faulty ones", text)

    def test_a_refused_clip_is_named_and_its_faults_do_not_count(self):
        text = report([truth(5.0), truth(9.0, "squat", 60)], [rep(5.0), rep(9.0, squatting="ok")], "refused")
        self.assertIn("refused clip (azimuth 20.0): too_oblique", text)
        self.assertNotIn("squat ", text)


class CatalogueTest(unittest.TestCase):
    def test_every_fault_of_the_generator_has_its_own_id(self):
        self.assertEqual(len(set(score.CATALOGUE.values())), len(score.CATALOGUE))


if __name__ == "__main__":
    unittest.main()
