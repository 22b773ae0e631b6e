"""Tests of the score: `python -m unittest` in this folder."""

import contextlib
import io
import json
import os
import pathlib
import tempfile
import unittest

import numpy as np

import analyses
import bars
import filmed
import rendered
import score
import summary
import tables
from measured import BACK_FAULTS, bottom_value, match, measure
from rendered import Clip, Conditions, TrueRep

PLAIN = {"azimuth": -4.0, "shirt": "tee", "gain": 0.9, "gender": 0.0, "weight": 0.5, "room": "gym"}
CATALOGUE = (*BACK_FAULTS, "squatting", "looking_up", "too_low")


def fact(name, verdict="ok", reason=None):
    return {"id": name, "verdict": verdict, "reason": reason or ("not_visible" if verdict == "cant_tell" else None)}


def counted(bottom_s, hip=90.0, **verdicts):
    """A repetition of an analysis: every fault is ok unless `fault_id="verdict"` says otherwise."""
    facts = [fact(name, verdicts.get(name, "ok")) for name in CATALOGUE]
    return {"bottom_s": bottom_s, "counted": True, "hip_flexion_deg": hip, "faults": facts}


def true(bottom_s, *faults, **angles):
    return TrueRep(bottom_s, faults, **({"hip": 90.0, "lumbar": 0.0, "thoracic": 0.0, "head": 0.0} | angles))


def frame(t_s, lumbar=None):
    return {"t_s": t_s, "lumbar_change": lumbar, "thoracic_change": None, "head_deg": 0.0}


def measured(reps, told, frames=(), view="ok", name="clip", **conditions):
    """One clip with `reps` (`true`), of which an analysis told `told` (`counted`)."""
    clip = Clip(name, pathlib.Path(name), Conditions(**(PLAIN | conditions)), tuple(reps))
    analysis = {"view": {"verdict": view, "reasons": ["not_side_on"] * (view != "ok")}, "reps": told}
    return measure(clip, analysis, list(frames))


def row(numbers, fault, size):
    return next(row for row in numbers["faults"] if (row["id"], row["size"]) == (fault, size))


def bar(listed, name):
    return next(bar for bar in listed if name in bar["name"])


class MatchTest(unittest.TestCase):
    def test_takes_the_nearest_bottom(self):
        reps = [counted(4.8), counted(5.1), counted(9.0)]
        self.assertIs(match(5.0, reps), reps[1])

    def test_takes_none_that_is_too_far_or_was_not_counted(self):
        self.assertIsNone(match(5.0, [counted(5.31)]))
        self.assertIsNone(match(5.0, [counted(5.0) | {"counted": False}]))
        self.assertIsNone(match(5.0, []))

    def test_a_signal_at_the_bottom_is_the_median_of_what_was_told_there(self):
        frames = [frame(4.8, 90), frame(4.9, 1), frame(5.0, None), frame(5.05, 3), frame(5.1, 40), frame(5.2, 90)]
        self.assertEqual(bottom_value(frames, "lumbar_change", 5.0), 3)
        self.assertIsNone(bottom_value(frames, "lumbar_change", 7.0))
        self.assertIsNone(bottom_value([frame(5.0, None)], "lumbar_change", 5.0))


class OutcomeTest(unittest.TestCase):
    def of(self, verdict, fault="rounded_lower_back", **conditions):
        clip = measured([true(5.0, (fault, 20))], [counted(5.0, **{fault: verdict})], **conditions)
        return clip.reps[0].outcome(fault)

    def test_a_verdict_is_seen_missed_or_cannot_be_told(self):
        self.assertEqual([self.of(v) for v in ("fault", "ok", "cant_tell")], ["seen", "missed", "cant_tell"])

    def test_a_repetition_that_was_not_found_is_lost(self):
        self.assertEqual(measured([true(5.0)], []).reps[0].outcome("squatting"), "lost")

    def test_being_unsure_is_excused_in_the_dark_and_of_the_back_under_a_baggy_shirt(self):
        self.assertEqual(self.of("cant_tell", gain=0.3), "excused")
        self.assertEqual(self.of("cant_tell", shirt="baggy"), "excused")
        self.assertEqual(self.of("cant_tell", "looking_up", shirt="baggy"), "cant_tell")
        self.assertEqual(self.of("ok", shirt="baggy"), "missed")


class SummaryTest(unittest.TestCase):
    def test_repetitions_found_and_extra(self):
        clip = measured([true(5.0), true(9.0)], [counted(5.0), counted(12.0), counted(15.0)])
        self.assertEqual(summary.summarize([clip])["reps"], {"true": 2, "found": 1, "extra": 1})

    def test_faults_are_counted_by_size_with_their_companions(self):
        reps = [true(t, ("rounded_lower_back", size)) for t, size in ((5, 20), (9, 20), (13, 20), (17, 35))]
        told = [
            counted(5.0, rounded_lower_back="fault", squatting="fault"),
            counted(9.0),
            counted(17.0, rounded_lower_back="cant_tell"),
        ]
        numbers = summary.summarize([measured(reps, told)])
        small, large = row(numbers, "rounded_lower_back", 20), row(numbers, "rounded_lower_back", 35)
        self.assertEqual([small[outcome] for outcome in summary.OUTCOMES], [1, 1, 0, 1, 0])
        self.assertEqual(small["others"], {"squatting": 1})
        self.assertEqual([large[outcome] for outcome in summary.OUTCOMES], [0, 0, 1, 0, 0])
        self.assertEqual([(r["bottom_s"], r["outcome"]) for r in numbers["not_seen"]],
                         [(9, "missed"), (13, "lost"), (17, "cant_tell")])  # fmt: skip

    def test_views_that_need_not_be_judged_do_not_count_as_missed(self):
        clip = measured([true(5.0, ("squatting", 60))], [counted(5.0)], azimuth=-45.0)
        self.assertEqual(summary.summarize([clip])["faults"], [])

    def test_only_faults_in_good_repetitions_are_false_alarms(self):
        reps = [true(5.0), true(9.0), true(13.0, ("squatting", 60))]
        told = [counted(5.0, squatting="fault", too_low="fault"), counted(9.0), counted(13.0, too_low="fault")]
        alarms = summary.summarize([measured(reps, told)])["alarms"]
        self.assertEqual((alarms["false"], alarms["good_reps"]), (1, 2))
        self.assertEqual(alarms["list"], [{"clip": "clip", "bottom_s": 5.0, "faults": ["squatting", "too_low"]}])

    def test_refused_views_do_not_dilute_the_false_alarms_and_cannot_hide_one(self):
        quiet = measured([true(5.0)], [counted(5.0)], view="refused")
        loud = measured([true(5.0)], [counted(5.0, squatting="fault")], view="refused")
        self.assertEqual(summary.summarize([quiet])["alarms"]["good_reps"], 0)
        self.assertEqual(summary.summarize([quiet, loud])["alarms"]["false"], 1)

    def test_withheld_verdicts_count_on_good_reps_in_good_side_views(self):
        reps, told = [true(5.0), true(9.0, ("squatting", 60))], [
            counted(5.0, too_low="cant_tell", looking_up="cant_tell"),
            counted(9.0, too_low="cant_tell"),
        ]  # fmt: skip
        told[0]["faults"][-1]["reason"] = "no_target"
        clips = [measured(reps, told)]
        clips += [measured(reps, told, **other) for other in ({"azimuth": 18.0}, {"shirt": "baggy"}, {"gain": 0.32})]
        unsure = summary.summarize(clips)["unsure"]
        self.assertEqual((unsure["verdicts"], unsure["cant_tell"], unsure["not_asked"]), (len(CATALOGUE), 2, 1))
        self.assertEqual(unsure["reasons"], {"not_visible": 1, "no_target": 1})

    def test_a_line_is_fitted_through_what_was_told_of_the_lumbar_change(self):
        reps = [true(t, lumbar=lumbar) for t, lumbar in ((5.0, 0.0), (9.0, 20.0), (13.0, -20.0), (17.0, 30.0))]
        frames = [frame(5.0, 2.0), frame(9.0, 20.0), frame(13.0, -16.0), frame(17.0, None)]
        clip = measured(reps, [counted(rep.bottom_s) for rep in reps], frames)
        fit = summary.summarize([clip])["lumbar"]
        self.assertEqual((fit["n"], fit["cant_tell"]), (3, 1))
        for name, value in (("slope", 0.9), ("offset", 2.0), ("r2", 1.0), ("rmse", (20 / 3) ** 0.5), ("bias", 2.0)):
            self.assertAlmostEqual(fit[name], value, msg=name)

    def test_the_lumbar_change_is_promised_within_15_degrees_only(self):
        clip = measured([true(5.0)], [counted(5.0)], [frame(5.0, 9.0)], azimuth=20.0)
        numbers = summary.summarize([clip])
        self.assertEqual(numbers["lumbar"]["n"], 0)
        by = {(row["by"], row["group"]): row["lumbar"]["n"] for row in numbers["conditions"]}
        self.assertEqual((by["azimuth", "16-25"], by["clothing", "tee"]), (1, 0))

    def test_hip_errors_are_kept_apart_by_how_the_back_was_held(self):
        lumbar = {5.0: 0.0, 9.0: 0.0, 13.0: 20.0, 17.0: -20.0}
        reps = [true(t, *([("squatting", 60)] if value else []), lumbar=value) for t, value in lumbar.items()]
        told = [counted(t, hip=hip) for t, hip in zip(lumbar, (93.0, 87.0, 98.0, 85.0))]
        hip = summary.summarize([measured(reps, told)])["hip"]
        self.assertEqual(hip["good"], {"n": 2, "rmse": 3.0, "bias": 0.0})
        self.assertEqual((hip["rounded"]["bias"], hip["arched"]["bias"]), (8.0, -5.0))
        self.assertAlmostEqual(hip["all"]["rmse"], ((9 + 9 + 64 + 25) / 4) ** 0.5)

    def test_conditions_are_broken_down_in_a_fixed_order(self):
        rep, told = [true(5.0)], [counted(5.0, squatting="fault")]
        clips = [measured(rep, told, name=str(a), azimuth=a, weight=w) for a, w in ((45, 0.9), (-20, 0.5), (10, 0.1))]
        numbers = summary.summarize(clips)["conditions"]
        groups = {by: [row["group"] for row in numbers if row["by"] == by] for by in ("azimuth", "from", "body")}
        self.assertEqual(groups["azimuth"], ["8-15", "16-25", "over 25"])
        self.assertEqual(groups["from"], ["front", "rear"])
        self.assertEqual(groups["body"], ["man, thin", "man, medium", "man, heavy"])
        self.assertEqual(sum(row["false_alarms"] for row in numbers if row["by"] == "room"), 3)


class BarsTest(unittest.TestCase):
    def of(self, *clips):
        return bars.of_rendered(summary.summarize(clips))

    def test_nothing_measured_is_neither_kept_nor_broken(self):
        self.assertEqual({bar["kept"] for bar in self.of(measured([true(5.0)], []))}, {None})

    def test_a_fault_must_be_seen_often_enough_at_its_size(self):
        def rounding(seen):
            reps = [true(5.0 * n, ("rounded_lower_back", 20)) for n in range(1, 11)]
            told = [counted(5.0 * n, rounded_lower_back="fault" if n <= seen else "cant_tell") for n in range(1, 11)]
            return bar(self.of(measured(reps, told)), "rounded_lower_back 20")

        self.assertEqual([rounding(seen)["kept"] for seen in (8, 9, 10)], [False, True, True])
        self.assertEqual(rounding(8)["got"], "80% (8 of 10)")

    def test_under_a_baggy_shirt_the_back_must_not_be_called_fine(self):
        def baggy(**verdicts):
            reps = [true(5.0), true(9.0, ("rounded_lower_back", 30))]
            unsure = dict.fromkeys(BACK_FAULTS, "cant_tell")
            told = [counted(5.0, **unsure | verdicts), counted(9.0, **unsure | {"rounded_lower_back": "fault"})]
            return bar(self.of(measured(reps, told, shirt="baggy")), "baggy")["kept"]

        self.assertTrue(baggy())
        self.assertFalse(baggy(rounded_lower_back="ok"))
        self.assertFalse(baggy(rounded_lower_back="fault"))

    def test_oblique_views_must_be_judged_and_wide_ones_refused(self):
        unsure = dict.fromkeys(BACK_FAULTS, "cant_tell")
        judged = measured([true(5.0)], [counted(5.0)], azimuth=-20.0)
        withheld = measured([true(5.0)], [counted(5.0, **unsure)], azimuth=20.0)
        self.assertTrue(bar(self.of(judged), "16 to 25")["kept"])
        self.assertFalse(bar(self.of(withheld), "16 to 25")["kept"])
        for view, kept in (("refused", True), ("ok", False)):
            self.assertIs(bar(self.of(measured([true(5.0)], [], view=view, azimuth=45.0)), "45")["kept"], kept)


class FilmedTest(unittest.TestCase):
    SIDE = {"file": "a.mp4", "view": "side", "exercise": "kettlebell_deadlift", "is_hinge": True, "rep_count": 10}

    def count(self, told, **truth):
        bottoms = [{"t": 5.0 * n} for n in range(1, 11)]
        analysis = {"view": {"verdict": "ok", "azimuth_deg": 8.0}, "movement": "hinge", "reps": told}
        return filmed.count(self.SIDE | {"bottoms": bottoms, "faults": []} | truth, analysis)

    def test_counts_repetitions_and_faults(self):
        told = [counted(5.1, squatting="fault"), counted(10.0, rounded_lower_back="fault", squatting="fault")]
        clip = self.count(told)
        self.assertEqual((clip["found"], clip["counted"], clip["true"]), (2, 2, 10))
        self.assertEqual(clip["faults"], {"squatting": 2, "rounded_lower_back": 1})
        self.assertEqual(clip["back_alarms"], 1)
        self.assertAlmostEqual(clip["worst_bottom_s"], 0.1)

    def test_bars_follow_what_the_viewer_saw(self):
        def kept(flagged, fault="rounded_lower_back", **truth):
            told = [counted(5.0 * n, **({fault: "fault"} if n <= flagged else {})) for n in range(1, 11)]
            return [bar["kept"] for bar in bars.of_filmed([self.count(told, **truth)])]

        rounded = {"faults": [{"fault": "rounded_back", "confidence": "high"}]}
        self.assertEqual([kept(n, **rounded) for n in (7, 8)], [[False], [True]])
        self.assertEqual([kept(n) for n in (1, 2)], [[True], [False]])
        self.assertEqual(kept(5, fault="squatting"), [True])
        dowel = {"exercise": "dowel_hinge"}
        self.assertEqual([kept(n, "squatting", **dowel) for n in (0, 1)], [[True], [False]])
        self.assertEqual(kept(0, view="front-oblique"), [])
        self.assertEqual(kept(0, faults=[{"fault": "rounded_back", "confidence": "low"}]), [])


class TruthTest(unittest.TestCase):
    def test_reads_what_the_generator_writes(self):
        faults = [
            {"name": "round_low_back", "mag": 30, "onset_depth": 0.0, "from_rep": 1, "to_rep": 2},
            {"name": "look_up", "mag": 35, "from_rep": 2, "to_rep": 3},
        ]
        motion = {"reps": 3, "desc": 1.0, "pause": 0.4, "asc": 1.0, "top": 0.5, "lead": 1.0, "faults": faults}
        spec = {"name": "a", "person": "f_heavy", "motion": motion, "fps": 10, "gain": 0.3,
                "camera": {"side": "left", "azimuth": -20}, "clothes": {"shirt": "baggy"}}  # fmt: skip
        from synth.clip import Clip as Rendering

        frames = [frame.scalars for frame in Rendering(spec).frames(rendered=False)]
        with tempfile.TemporaryDirectory() as folder:
            npz = pathlib.Path(folder) / "a.npz"
            np.savez(npz, spec=json.dumps(spec), scal=json.dumps(frames))
            clip = rendered.read(npz)
        good, rounded, looking_up = clip.reps
        self.assertTrue(good.good)
        self.assertAlmostEqual(good.bottom_s, 1.0 + 1.2, delta=0.11)
        self.assertEqual(rounded.faults, (("rounded_lower_back", 30), ("early_lumbar", 30)))
        self.assertEqual((round(rounded.lumbar), round(looking_up.head)), (30, 35))
        groups = clip.conditions.groups()
        self.assertEqual(groups, {"azimuth": "16-25", "from": "rear", "clothing": "baggy", "light": "dark",
                                  "body": "woman, heavy", "room": "plain"})  # fmt: skip
        self.assertFalse(clip.conditions.good_side_view or clip.conditions.clearly_oblique)


class RunTest(unittest.TestCase):
    """With a small program that stands in for dowel and counts how often it ran."""

    PROGRAM = """#!/bin/sh
echo run >> "$0.runs"
case "$2" in *broken*) echo "no such codec" >&2; exit 3;; esac
echo '{"id": "'$(basename "$2")'"}' > "$4"
echo '{"t_s": 0.0}' > "$6"
"""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.dowel = self.folder / "dowel"
        self.dowel.write_text(self.PROGRAM)
        self.dowel.chmod(0o755)

    def video(self, name):
        path = self.folder / name
        path.write_text("video")
        return path

    def run_all(self, clips, jobs=2):
        with contextlib.redirect_stderr(io.StringIO()):
            return analyses.Analyses(self.dowel, self.folder / "out", jobs).of(clips, "some")

    def runs(self):
        return len((self.folder / "dowel.runs").read_text().splitlines())

    def test_analyses_each_clip_once_and_again_when_clip_or_program_changed(self):
        clips = [self.video(f"{name}.mp4") for name in "abc"]
        told = self.run_all(clips)
        self.assertEqual([analysis["id"] for analysis, _ in told], ["a.mp4", "b.mp4", "c.mp4"])
        self.assertEqual(told[0][1], [{"t_s": 0.0}])
        self.run_all(clips)
        self.assertEqual(self.runs(), 3)
        os.utime(clips[0], (1, 1))
        self.run_all(clips)
        self.assertEqual(self.runs(), 4)
        self.dowel.write_text(self.PROGRAM + "# newer\n")
        self.run_all(clips)
        self.assertEqual(self.runs(), 7)

    def test_a_failed_analysis_says_which_and_why(self):
        with self.assertRaisesRegex(analyses.AnalysisError, "status 3 on broken.mp4: no such codec"):
            self.run_all([self.video("a.mp4"), self.video("broken.mp4")])

    def test_a_broken_run_fails(self):
        for wrong in (["dowel", "nowhere"], ["no-such-program", str(self.folder)]):
            with self.assertRaises(SystemExit) as ended:
                score.main([str(self.folder / part) for part in wrong])
            self.assertNotIn(ended.exception.code, (0, None))


class PrintTest(unittest.TestCase):
    def test_every_table_and_the_numbers_are_written(self):
        good = measured([true(5.0), true(9.0, ("looking_up", 35), lumbar=20.0)],
                        [counted(5.0, squatting="fault", too_low="cant_tell"), counted(9.0)],
                        [frame(5.0, 1.0), frame(9.0, 25.0)])  # fmt: skip
        refused = measured([true(5.0)], [], view="refused", name="wide", azimuth=45.0)
        numbers = {
            "rendered": summary.summarize([good, refused]),
            "folders": {"one": summary.summarize([good]), "two": summary.summarize([refused])},
            "filmed": [FilmedTest().count([counted(5.0)], faults=[])],
        }
        numbers["bars"] = bars.of_rendered(numbers["rendered"]) + bars.of_filmed(numbers["filmed"])
        text = score.text(numbers, not_seen=True)
        for piece in (
            "2 clips; repetitions found 2 of 3, 0 extra",
            "clip at 5.0 s: squatting",
            "refused wide (azimuth 45.0): not_side_on",
            "false alarms in 1 of 1 good reps",
        ):
            self.assertIn(piece, text)
        self.assertRegex(text, r"looking_up +35 +1 +0 +1 +0 +0 +0")
        self.assertRegex(text, r"false alarms on good reps +<= 3% +100.0% \(1 of 1\) +FAIL")
        self.assertRegex(text, r"45 degrees off +refused +1 of 1 refused +pass")
        self.assertRegex(text, r"a +ok +8 +hinge +1/10 +1 ")
        self.assertEqual(json.loads(json.dumps(numbers)), numbers)

    def test_columns_line_up(self):
        self.assertEqual(tables.grid([["a", "bb", "c"], [100, 2, ""]]), "a    bb  c\n100  2")

    def test_folders_of_one_name_are_told_apart(self):
        folders = [pathlib.Path("/one/clips"), pathlib.Path("/two/clips"), pathlib.Path("/one/clips")]
        self.assertEqual(score.labelled(folders), {"clips": folders[0], "clips-2": folders[1]})


if __name__ == "__main__":
    unittest.main()
