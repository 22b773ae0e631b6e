"""The facade as Python sees it: the same session as the core's, typed errors, and nothing that a wrong call breaks.

`cargo xtask test` prepares the folder that DOWEL_CONTRACT names: the generated module beside the library, the
clip's frames, and what the core made of them.
"""

import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

CONTRACT = Path(os.environ["DOWEL_CONTRACT"])
HOME = Path(os.environ["DOWEL_HOME"])
sys.path.insert(0, str(CONTRACT / "python"))

import dowel  # noqa: E402

EXPECTED = json.loads((CONTRACT / "expected.json").read_text())
WIDTH, HEIGHT = EXPECTED["width_px"], EXPECTED["height_px"]
YUV_BYTES = WIDTH * HEIGHT * 3 // 2
COLOR = dowel.YuvColor(matrix=dowel.YuvMatrix.BT601, full_range=False)
I420 = dowel.YuvLayout(y_row_stride=WIDTH, chroma_row_stride=WIDTH // 2, chroma_pixel_stride=1, color=COLOR)


def word(value):
    """An enum's variant as the core writes it, None as None."""
    return value and value.name.lower()


def open_coach(folder, store="coach.db"):
    places = dowel.Places(
        store=str(Path(folder) / store), models=str(HOME / "models"), runtime=str(HOME / "runtime/libonnxruntime.so")
    )
    coach = dowel.Coach.open(places)
    settings = coach.settings()
    settings.model = dowel.ModelSize.LITE
    coach.set_settings(settings)
    return coach


def info(index, width=WIDTH, height=HEIGHT, **other):
    given = {"rotation": dowel.Rotation.NONE, "t_s": index / EXPECTED["fps"], "tilt": None, **other}
    return dowel.FrameInfo(width_px=width, height_px=height, **given)


def pictures():
    with open(CONTRACT / "frames.yuv", "rb") as file:
        while len(picture := file.read(YUV_BYTES)) == YUV_BYTES:
            yield picture


def planes(picture):
    y, chroma = WIDTH * HEIGHT, WIDTH * HEIGHT // 4
    return picture[:y], picture[y : y + chroma], picture[y + chroma :]


def shown(update):
    """What a screen draws of an update, as expected.json has it."""
    body, stick = update.body, update.stick

    def landmark(point):
        return [point.x_px, point.y_px, point.visibility]

    def place(point):
        return point and [point.x_px, point.y_px]

    return {
        "at_s": update.at_s,
        "set_index": update.set_index,
        "reps": update.reps,
        "depth_deg": update.depth.now_deg,
        "phase": word(update.phase),
        "shoulder": body and landmark(body.shoulder),
        "hip": body and landmark(body.hip),
        "toe": body and landmark(body.toe),
        "contacts": update.contacts and [word(getattr(update.contacts, at)) for at in ("head", "mid_back", "tailbone")],
        "stick": stick and [place(getattr(stick, at)) for at in ("lower", "upper", "tailbone", "mid_back", "head")],
        "set_ended": update.finished_set is not None,
    }


def drawn(frame):
    """A frame of expected.json in the shape of `shown`."""
    contacts, stick = frame["contacts"], frame["stick"]
    return frame | {
        "contacts": contacts and [contacts[at] for at in ("head", "mid_back", "tailbone")],
        "stick": stick and [stick.get(at) for at in ("from", "to", "tailbone", "mid_back", "head")],
    }


def stage_of(stage):
    names = {
        "SET_UP": "set_up",
        "HOLD_STILL": "hold_still",
        "COUNT_IN": "count_in",
        "SET": "set",
        "PAUSED": "paused",
        "REST": "rest",
        "DONE": "done",
    }
    name = next(name for name in names if getattr(stage, f"is_{name}")())
    told = {"stage": names[name]}
    why = getattr(stage, "why", None) or getattr(stage, "ending", None)
    return told | ({"why": word(why)} if why else {})


def event_of(event):
    return {
        "at_s": event.at_s,
        "id": event.id,
        "kind": word(event.kind),
        "priority": word(event.priority),
        "text": event.text,
    }


class TheDemoClip(unittest.TestCase):
    """The clip's frames pushed through give what the core gives, to the bit."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.coach = open_coach(cls.folder.name)
        plan = dowel.PlanOptions(**EXPECTED["plan"])
        session = cls.coach.begin(plan, EXPECTED["started_at_ms"])
        corrections = dict(EXPECTED["corrections"])
        cls.updates, cls.push_us = [], []
        for index, picture in enumerate(pictures()):
            if index in corrections:
                session.correct_reps(corrections[index])
            y, u, v = planes(picture)
            at = info(index)
            began = time.perf_counter()
            update = session.push_yuv420(y, u, v, I420, at)
            cls.push_us.append((time.perf_counter() - began) * 1e6)
            cls.updates.append(update)
        cls.finished = session.finish()
        cls.updates.append(cls.finished.last)
        cls.session = session
        cls.past = cls.coach.session(cls.finished.session)

    @classmethod
    def tearDownClass(cls):
        del cls.session, cls.coach
        cls.folder.cleanup()

    def test_every_frame_draws_the_same(self):
        self.assertEqual(len(self.updates), len(EXPECTED["frames"]))
        for index, (update, frame) in enumerate(zip(self.updates, EXPECTED["frames"], strict=True)):
            self.assertEqual(shown(update), drawn(frame), f"frame {index}")

    def test_the_transcript_is_the_same(self):
        events = [
            {"frame": index, "event": event_of(event)}
            for index, update in enumerate(self.updates)
            for event in update.events
        ]
        self.assertEqual(events, EXPECTED["events"])
        stages, last = [], None
        for index, update in enumerate(self.updates):
            if (stage := stage_of(update.stage)) != last:
                stages.append({"frame": index, "stage": stage})
                last = stage
        self.assertEqual(stages, EXPECTED["stages"])

    def test_repetitions_and_faults_are_the_same(self):
        reps = EXPECTED["session"]["reps"]
        self.assertEqual(len(self.past.reps), len(reps))
        for rep, expected in zip(self.past.reps, reps, strict=True):
            for field in ("index", "start_s", "bottom_s", "end_s", "counted", "hip_flexion_deg", "knee_flexion_deg"):
                self.assertEqual(getattr(rep, field), expected[field], field)
            self.assertEqual(rep.hinge_index, expected["hinge_index"])
            self.assertEqual(rep.clean_depth_deg, expected["clean_depth_deg"])
            self.assertEqual(word(rep.contacts.tailbone), expected["dowel"]["tailbone"])
            self.assertEqual(rep.tempo_s.down, expected["tempo_s"]["down"])
            faults = [
                (fact.id, word(fact.verdict), fact.severity, fact.onset_s, word(fact.phase), word(fact.reason))
                for fact in rep.faults
            ]
            keys = ("id", "verdict", "severity", "onset_s", "phase", "reason")
            self.assertEqual(faults, [tuple(fact[key] for key in keys) for fact in expected["faults"]])

    def test_cues_and_summary_are_the_same(self):
        cues = [{"at_s": cue.at_s, "id": cue.id, "text": cue.text} for cue in self.past.cues]
        self.assertEqual(cues, EXPECTED["session"]["cues"])
        summary, expected = self.finished.summary, EXPECTED["summary"]
        self.assertEqual(summary.drill, expected["drill"])
        self.assertEqual(word(summary.ending), expected["ending"])
        self.assertEqual(word(summary.movement), expected["movement"])
        self.assertEqual(summary.pain_before, expected["pain_before"])
        for field in ("reps", "clean", "judged", "attempts", "clean_depth_deg", "hinge_index", "change", "drill"):
            self.assertEqual(getattr(summary.total, field), expected["total"][field], field)
        self.assertEqual(summary.total.went_well, "well-" + expected["total"]["went_well"]["what"])
        self.assertEqual(len(summary.sets), len(expected["sets"]))
        self.assertEqual(summary.sets[0].end_s, expected["sets"][0]["end_s"])

    def test_the_session_is_kept(self):
        entry = self.coach.history(None, 10)[0]
        self.assertEqual(entry.id, self.finished.session)
        self.assertEqual((entry.reps, entry.clean), (5, EXPECTED["summary"]["total"]["clean"]))
        self.assertEqual(entry.started_at_ms, EXPECTED["started_at_ms"])
        now_ms = EXPECTED["started_at_ms"] + 1000
        progress = self.coach.progress(now_ms, 60)
        self.assertEqual((progress.reps, progress.sessions, progress.streak_days), (5, 1, 1))
        self.assertEqual(progress.limit_deg, EXPECTED["session"]["notes"]["limit_deg"])
        self.assertIn("<html", self.coach.report_html(entry.id, "21 November"))
        self.assertIn("rounded_lower_back", self.coach.export_csv([entry.id]))
        answer = self.coach.note_feeling(entry.id, 3, [dowel.Felt.QUADS])
        self.assertEqual((answer.fault, answer.drill), ("squatting", "wall-tap"))
        self.assertEqual(answer.lines, [self.coach.text("say-felt_quads"), "The drill for that: Wall tap."])
        stop = self.coach.note_feeling(entry.id, 10, [])
        self.assertEqual(stop.lines, [self.coach.text(f"say-stop_pain{end}") for end in ("", "_ask")])
        self.assertEqual(self.coach.session(entry.id).pain_after, 10)

    def test_a_push_costs_hardly_more_than_the_core(self):
        """Prints it; a busy machine must not fail a test."""
        # The fastest tenth: what else the machine does shows least there.
        core_us, here_us = (statistics.quantiles(times, n=10)[0] for times in (EXPECTED["push_us"], self.push_us))
        y, u, v = planes(next(pictures()))
        at, crossing, update = info(0), dowel._UniffiFfiConverterTypeLiveUpdate, self.updates[100]
        there_us, back_us = [], []
        for _ in range(200):
            # There: a push that is refused. Back: reading the update of a frame with a body and a stick.
            began = time.perf_counter()
            with self.assertRaises(dowel.DowelError.NotNow):
                self.session.push_yuv420(y, u, v, I420, at)
            there_us.append((time.perf_counter() - began) * 1e6)
            written = crossing.lower(update)
            began = time.perf_counter()
            crossing.lift(written)
            back_us.append((time.perf_counter() - began) * 1e6)
        call_us = statistics.median(there_us) + statistics.median(back_us)
        print(
            f"Python: a push takes {here_us / 1e3:.2f} ms, of which crossing takes at most {call_us:.0f} us"
            f" ({100 * call_us / here_us:.2f} %); the core's own took {core_us / 1e3:.2f} ms"
        )


class Layouts(unittest.TestCase):
    """However the same picture lies in memory, it is the same picture."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.coach = open_coach(self.folder.name)
        self.clip = list(picture for _, picture in zip(range(3), pictures(), strict=False))

    def session(self):
        return self.coach.begin(dowel.PlanOptions(drill="dowel-hinge"), 0)

    def shown(self, push):
        session = self.session()
        return [shown(push(session, index, picture)) for index, picture in enumerate(self.clip)]

    def i420(self, session, index, picture):
        return session.push_yuv420(*planes(picture), I420, info(index))

    def nv12(self, session, index, picture):
        y, u, v = planes(picture)
        chroma = bytearray(len(u) * 2)
        chroma[0::2], chroma[1::2] = u, v
        layout = dowel.YuvLayout(y_row_stride=WIDTH, chroma_row_stride=WIDTH, chroma_pixel_stride=2, color=COLOR)
        # The second plane is the first one a byte further on, and a byte shorter: as Android hands it over.
        return session.push_yuv420(y, bytes(chroma[:-1]), bytes(chroma[1:]), layout, info(index))

    def padded(self, session, index, picture):
        def pad(plane, width, stride):
            rows = [plane[i : i + width] for i in range(0, len(plane), width)]
            # The last row lacks its padding.
            return b"".join(row + bytes(stride - width) for row in rows[:-1]) + rows[-1]

        y, u, v = planes(picture)
        wide, half = WIDTH + 24, WIDTH // 2 + 12
        layout = dowel.YuvLayout(y_row_stride=wide, chroma_row_stride=half, chroma_pixel_stride=1, color=COLOR)
        u, v = (pad(plane, WIDTH // 2, half) for plane in (u, v))
        return session.push_yuv420(pad(y, WIDTH, wide), u, v, layout, info(index))

    def packed(self, form, order):
        def push(session, index, picture):
            y, _, _ = planes(picture)
            pixels = bytearray(len(y) * 4)
            for at, channel in enumerate(order):
                pixels[at::4] = {"r": y, "g": y, "b": bytes(255 - value for value in y), "a": b"\xff" * len(y)}[channel]
            layout = dowel.PackedLayout(format=form, row_stride=WIDTH * 4)
            return session.push(bytes(pixels), layout, info(index))

        return push

    def test_planes_and_strides_make_no_difference(self):
        expected = self.shown(self.i420)
        self.assertIsNotNone(expected[-1]["hip"])
        self.assertEqual(self.shown(self.nv12), expected)
        self.assertEqual(self.shown(self.padded), expected)

    def test_rgba_and_bgra_are_told_apart(self):
        rgba = self.shown(self.packed(dowel.PackedFormat.RGBA, "rgba"))
        self.assertEqual(self.shown(self.packed(dowel.PackedFormat.BGRA, "bgra")), rgba)
        self.assertNotEqual(self.shown(self.packed(dowel.PackedFormat.BGRA, "rgba")), rgba)

    def test_a_clip_is_analysed_too(self):
        clip = self.coach.begin_clip("demo.mp4", 0)
        for index, picture in enumerate(self.clip):
            update = clip.push_yuv420(*planes(picture), I420, info(index))
        self.assertEqual(update.at_s, round(2 / EXPECTED["fps"], 6))
        kept = self.coach.session(clip.finish().session)
        self.assertEqual((kept.source, kept.is_finished, len(kept.reps)), ("demo.mp4", True, 0))
        with self.assertRaises(dowel.DowelError.NotNow):
            clip.finish()


class Errors(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.coach = open_coach(self.folder.name)

    def test_each_is_typed_and_says_what_to_do(self):
        begin, errors = self.coach.begin, dowel.DowelError
        session = begin(dowel.PlanOptions(drill="wall-tap"), 0)
        packed = dowel.PackedLayout(format=dowel.PackedFormat.RGBA, row_stride=4)
        cases = [
            (errors.NotFound, lambda: begin(dowel.PlanOptions(drill="no-such"), 0)),
            (errors.NotFound, lambda: self.coach.session(77)),
            (errors.BadRequest, lambda: begin(dowel.PlanOptions(drill="wall-tap", reps=0), 0)),
            (errors.BadRequest, lambda: self.coach.note_feeling(1, 11, [])),
            (errors.NotNow, lambda: session.correct_reps(1)),
            (errors.BadFrame, lambda: session.push_yuv420(b"", b"", b"", I420, info(0))),
            (errors.BadFrame, lambda: session.push(b"", packed, info(0, 1, 1))),
            (errors.Storage, lambda: open_coach("/nowhere/at/all")),
        ]
        for kind, call in cases:
            with self.assertRaises(kind) as caught:
                call()
            self.assertGreater(len(str(caught.exception)), 10)
            self.assertFalse(hasattr(caught.exception, "message"))

    def test_missing_networks_are_told(self):
        store, runtime = str(Path(self.folder.name) / "b.db"), str(HOME / "runtime/libonnxruntime.so")
        places = dowel.Places(store=store, models="/nowhere", runtime=runtime)
        with self.assertRaises(dowel.DowelError.Model):
            dowel.Coach.open(places).begin(dowel.PlanOptions(drill="wall-tap"), 0)

    def test_the_runtime_may_be_a_name_that_the_system_finds(self):
        begin = (
            "import sys, dowel; places = dowel.Places(store=sys.argv[1], models=sys.argv[2], runtime=sys.argv[3]);"
            'dowel.Coach.open(places).begin(dowel.PlanOptions(drill="wall-tap"), 0)'
        )
        arguments = [str(Path(self.folder.name) / "named.db"), str(HOME / "models"), "libonnxruntime.so"]
        found = {**os.environ, "LD_LIBRARY_PATH": str(HOME / "runtime"), "PYTHONPATH": os.pathsep.join(sys.path)}
        subprocess.run([sys.executable, "-c", begin, *arguments], env=found, check=True)

    def test_settings_and_language_last(self):
        settings = self.coach.settings()
        settings.language, settings.speech_rate = dowel.Language.GERMAN, 9.0
        settings.practice_days = dowel.PracticeDays.PER_WEEK(days=5)
        self.coach.set_settings(settings)
        again = dowel.Coach.open(
            dowel.Places(store=str(Path(self.folder.name) / "coach.db"), models="", runtime="")
        )
        self.assertEqual(again.settings().language, dowel.Language.GERMAN)
        self.assertEqual(again.settings().speech_rate, 2.0)
        self.assertEqual(again.settings().practice_days, dowel.PracticeDays.PER_WEEK(days=5))
        english = {drill.id: drill.name for drill in open_coach(self.folder.name, "english.db").drills()}
        german = {drill.id: drill.name for drill in again.drills()}
        self.assertEqual(english.keys(), german.keys())
        self.assertNotEqual(english["wall-tap"], german["wall-tap"])
        self.assertEqual(again.text("no-such-words"), "no-such-words")
        fault = dowel.TextValue.TEXT(text=again.text("fault-squatting-name"))
        self.assertIn(fault.text, again.text_with("well-mended", {"fault": fault}))
        one = {"reps": dowel.TextValue.NUMBER(number=1.0)}
        self.assertEqual(again.text_with("say-set_done_unjudged", one), "Satz geschafft. Eine Wiederholung.")
        limits, grenzen = open_coach(self.folder.name, "english.db").limits(), again.limits()
        self.assertEqual((len(limits), len(grenzen)), (7, 7))
        self.assertIn("3 of 96", limits[3].lines[0])
        self.assertIn("3 von 96", grenzen[3].lines[0])


    def test_a_first_start_speaks_the_system_s_language(self):
        places = {"store": str(Path(self.folder.name) / "first.db"), "models": "", "runtime": ""}
        first = dowel.Coach.open(dowel.Places(**places, system_language="de-AT"))
        self.assertEqual(first.settings().language, dowel.Language.GERMAN)
        first.set_settings(first.settings())
        again = dowel.Coach.open(dowel.Places(**places, system_language="en"))
        self.assertEqual(again.settings().language, dowel.Language.GERMAN)


class HostileCalls(unittest.TestCase):
    """Wrong calls through the real FFI: an error each, never a crash, and no memory kept."""

    CALLS = 20_000
    MAX_GROWTH_KB = 16_000

    def test_random_calls_from_two_threads(self):
        with tempfile.TemporaryDirectory() as folder:
            coach = open_coach(folder)
            session = coach.begin(dowel.PlanOptions(drill="dowel-hinge"), 0)
            over = coach.begin(dowel.PlanOptions(drill="wall-tap"), 0)
            over.finish()
            unexpected = []
            self.storm(coach, session, over, 1, self.CALLS // 10, unexpected)
            before_kb = resident_kb()
            threads = [
                threading.Thread(target=self.storm, args=(coach, session, over, seed, self.CALLS // 2, unexpected))
                for seed in (2, 3)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(timeout=120)
                self.assertFalse(thread.is_alive(), "two threads wait for each other")
            self.assertEqual(unexpected, [])
            self.assertLess(resident_kb() - before_kb, self.MAX_GROWTH_KB)
            # All is well afterwards.
            self.assertEqual(len(coach.history(None, 5)), 0)
            session.finish()

    def storm(self, coach, session, over, seed, calls, unexpected):
        dice = random.Random(seed)
        small, big = bytes(40 * 40 * 4), bytes(200_000)
        numbers = [0, 1, 31, 32, 40, 16_384, 16_385, 2**31, 2**32 - 1]
        times = [float("nan"), float("inf"), -1e300, -1.0, 0.0, 1e-9, 1e300]

        def any_info():
            tilt = dice.choice([None, dowel.Tilt(roll_deg=dice.choice(times), pitch_deg=dice.choice(times))])
            width, height = dice.choice(numbers), dice.choice(numbers)
            return info(0, width, height, rotation=dice.choice(list(dowel.Rotation)), t_s=dice.choice(times), tilt=tilt)

        def push():
            pixels = dice.choice([b"", small, big])
            layout = dowel.PackedLayout(format=dice.choice(list(dowel.PackedFormat)), row_stride=dice.choice(numbers))
            # Nothing of this is a frame; a whole one would run a network.
            at = any_info()
            if at.width_px == 40 and at.height_px == 40:
                pixels = b""
            over_or_not = dice.choice([session, over])
            over_or_not.push(pixels, layout, at)

        def push_yuv420():
            layout = dowel.YuvLayout(
                y_row_stride=dice.choice(numbers),
                chroma_row_stride=dice.choice(numbers),
                chroma_pixel_stride=dice.choice(numbers),
                color=COLOR,
            )
            over.push_yuv420(dice.choice([b"", small, big]), small, small, layout, any_info())

        session_calls = [
            push,
            push_yuv420,
            session.pause,
            session.resume,
            lambda: session.correct_reps(dice.choice([-(2**31), -1, 0, 1, 2**31 - 1])),
            lambda: session.report_pain(dice.choice([11, 255])),
            over.finish,
            lambda: over.report_pain(255),
            over.id,
        ]
        coach_calls = [
            lambda: coach.session(dice.choice([-(2**63), -1, 0, 2**63 - 1])),
            lambda: coach.history(dice.choice([None, -1, 2**63 - 1]), dice.choice([0, 2**32 - 1])),
            lambda: coach.text("x" * dice.choice([0, 1, 100_000]) + "\N{SNOWMAN}"),
            lambda: coach.begin(dowel.PlanOptions(drill="wall-tap", rest_s=dice.choice(times[:4])), -(2**63)),
            lambda: coach.note_feeling(5, dice.choice([None, 0, 255]), list(dowel.Felt) * 3),
            lambda: coach.export_csv([2**63 - 1]),
            lambda: coach.correct_set(0, 2**32 - 1, -(2**31)),
            lambda: coach.progress(2**63 - 1, -(2**31)),
            lambda: coach.text_with("say-set_done", {"reps": dowel.TextValue.NUMBER(number=dice.choice(times))}),
        ]
        for _ in range(calls):
            try:
                dice.choice(dice.choice([session_calls, coach_calls]))()
            except dowel.DowelError.Defect as error:
                unexpected.append(repr(error))
            except dowel.DowelError:
                pass
            except Exception as error:  # noqa: BLE001
                unexpected.append(repr(error))


def resident_kb():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize() // 1024


if __name__ == "__main__":
    dowel.init_logging()
    unittest.main()
