//! The facade under hostile calls: every exported function with senseless input, from two threads at once, many
//! times over. Whatever is asked, the answer is a value or a typed error; nothing panics, waits for ever or
//! keeps memory.

use std::collections::BTreeMap;
use std::fs;
use std::panic;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use dowel_bindings::{
    ClipAnalysis, Coach, DowelError, FrameInfo, LiveSession, PackedFormat, PackedLayout, Places,
    PlanOptions, PracticeDays, Settings, Tempo, TextValue, Tilt, YuvColor, YuvLayout,
};
use dowel_core::cues::CueFrequency;
use dowel_core::frame::{Rotation, YuvMatrix};
use dowel_core::pose::ModelSize;
use dowel_core::store::Felt;
use dowel_core::words::Language;
use dowel_tests::setup;

const WARM_UP_CALLS: u64 = 20_000;
const BEGUN_BEFORE: u64 = 40;
const CALLS_ALONE: u64 = 40_000;
const CALLS_EACH: u64 = 40_000;
const THREADS: u64 = 2;
/// What calls may keep, which is nothing but what caches still settle by.
const MAX_GROWTH_BYTES: u64 = 8 * 1024 * 1024;
/// The same where networks come and go: the heap has holes of many megabytes then.
const MAX_GROWTH_BEGINNING_BYTES: u64 = 48 * 1024 * 1024;

static PANICS: AtomicU64 = AtomicU64::new(0);

#[test]
fn nothing_that_is_asked_panics_blocks_or_keeps_memory() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        PANICS.fetch_add(1, Ordering::SeqCst);
        usual(info);
    }));
    let folder = tempfile::tempdir().unwrap();
    let target = Arc::new(Target::new(folder.path()));
    // The heap is settled once networks have come and gone a few times.
    for nth in 0..BEGUN_BEFORE {
        let _ = anew(&target, &mut Dice(nth + 1), nth);
    }
    let mut made = storm(&target, 1, WARM_UP_CALLS, true);

    let before = resident_bytes();
    add(&mut made, storm(&target, 2, CALLS_ALONE, true));
    let grown = resident_bytes().saturating_sub(before);
    assert!(
        grown < MAX_GROWTH_BEGINNING_BYTES,
        "{grown} bytes more than before"
    );

    let before = resident_bytes();
    // Networks come and go on one thread only: each thread has a heap of its own, and what one network leaves
    // behind there hides what is looked for here.
    let threads: Vec<_> = (0..THREADS)
        .map(|thread| {
            let target = Arc::clone(&target);
            thread::spawn(move || storm(&target, 3 + thread, CALLS_EACH, false))
        })
        .collect();
    for thread in threads {
        add(&mut made, thread.join().unwrap());
    }
    let grown = resident_bytes().saturating_sub(before);

    assert_eq!(PANICS.load(Ordering::SeqCst), 0);
    assert!(grown < MAX_GROWTH_BYTES, "{grown} bytes more than before");
    for exported in exported() {
        assert!(
            made.contains_key(exported.as_str()),
            "{exported} was not called"
        );
    }
    let calls: u64 = made.values().sum();
    println!("{calls} calls, memory grew by {} kB", grown / 1024);
    assert!(calls >= 100_000);
    // And still all is well.
    target.coach.settings().unwrap();
}

/// What the calls are made on; both threads use the same.
struct Target {
    coach: Arc<Coach>,
    places: Places,
    live: Mutex<Arc<LiveSession>>,
    over: Arc<LiveSession>,
    clip: Mutex<Arc<ClipAnalysis>>,
    small: Vec<u8>,
}

const SIDE: u32 = 40;

impl Target {
    fn new(folder: &Path) -> Self {
        let home = setup::home();
        let path = |path: &Path| path.to_string_lossy().into_owned();
        let places = Places {
            store: path(&folder.join("coach.db")),
            models: path(&home.join("models")),
            runtime: path(&home.join("runtime/libonnxruntime.so")),
            system_language: None,
        };
        let coach = Coach::open(places.clone()).unwrap();
        coach.set_settings(lite()).unwrap();
        let over = coach.begin(plan(), 0).unwrap();
        over.finish().unwrap();
        Target {
            live: Mutex::new(coach.begin(plan(), 0).unwrap()),
            clip: Mutex::new(coach.begin_clip("clip".to_owned(), 0).unwrap()),
            small: vec![90; (SIDE * SIDE * 4) as usize],
            over,
            coach,
            places,
        }
    }

    fn live(&self) -> Arc<LiveSession> {
        self.live.lock().unwrap().clone()
    }

    fn clip(&self) -> Arc<ClipAnalysis> {
        self.clip.lock().unwrap().clone()
    }
}

fn plan() -> PlanOptions {
    PlanOptions {
        drill: "dowel-hinge".to_owned(),
        sets: None,
        reps: None,
        rest_s: None,
        tempo_s: None,
        target_deg: None,
        limit_deg: None,
        pain_before: None,
    }
}

fn lite() -> Settings {
    Settings {
        language: Language::English,
        cue_frequency: CueFrequency::Normal,
        counts_tempo: true,
        voice: true,
        speech_rate: 1.0,
        model: Some(ModelSize::Lite),
        practice_days: PracticeDays::PerWeek { days: 3 },
        has_read_safety: false,
    }
}

/// Senseless values, always the same for the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn of<T: Clone>(&mut self, choices: &[T]) -> T {
        choices[self.roll() as usize % choices.len()].clone()
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.roll().is_multiple_of(n)
    }

    fn number(&mut self) -> u32 {
        self.of(&[
            0,
            1,
            3,
            31,
            32,
            SIDE,
            160,
            16_384,
            16_385,
            1 << 31,
            u32::MAX,
        ])
    }

    fn real(&mut self) -> f64 {
        self.of(&[
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            -1e300,
            -1.0,
            -0.0,
            0.0,
            1e-300,
            0.5,
            3.0,
            1e300,
        ])
    }

    fn long(&mut self) -> i64 {
        self.of(&[i64::MIN, -1, 0, 1, 2, 3, 1_800_000_000_000, i64::MAX])
    }

    fn signed(&mut self) -> i32 {
        self.of(&[i32::MIN, -720, -1, 0, 1, 60, i32::MAX])
    }

    fn maybe<T>(&mut self, value: T) -> Option<T> {
        self.one_in(2).then_some(value)
    }

    fn text(&mut self) -> String {
        self.of(&[
            "",
            "wall-tap",
            "fault-squatting-name",
            "say-set_done",
            "reps",
            "\0",
            "../../etc",
            "\u{202e}\u{1f9d8}",
            "{ $x }",
        ])
        .repeat(self.of(&[1, 1, 1, 500]))
    }

    fn value(&mut self) -> TextValue {
        if self.one_in(2) {
            TextValue::Text { text: self.text() }
        } else {
            TextValue::Number {
                number: self.real(),
            }
        }
    }

    fn days(&mut self) -> PracticeDays {
        let wanted = [(); 7].map(|()| self.one_in(2));
        let [
            monday,
            tuesday,
            wednesday,
            thursday,
            friday,
            saturday,
            sunday,
        ] = wanted;
        let weekdays = PracticeDays::Weekdays {
            monday,
            tuesday,
            wednesday,
            thursday,
            friday,
            saturday,
            sunday,
        };
        let per_week = |days| PracticeDays::PerWeek { days };
        self.of(&[per_week(0), per_week(3), per_week(255), weekdays])
    }

    fn bytes<'a>(&mut self, small: &'a [u8]) -> &'a [u8] {
        let end = self.of(&[0, 1, small.len() / 2, small.len() - 1, small.len()]);
        &small[..end]
    }

    fn info(&mut self, size_px: Option<u32>, t_s: f64) -> FrameInfo {
        let tilt = Tilt {
            roll_deg: self.real(),
            pitch_deg: self.real(),
        };
        FrameInfo {
            width_px: size_px.unwrap_or_else(|| self.number()),
            height_px: size_px.unwrap_or_else(|| self.number()),
            rotation: self.of(&[
                Rotation::None,
                Rotation::Cw90,
                Rotation::Cw180,
                Rotation::Cw270,
            ]),
            t_s,
            tilt: self.maybe(tilt),
        }
    }

    fn packed(&mut self) -> PackedLayout {
        PackedLayout {
            format: self.of(&[PackedFormat::Rgba, PackedFormat::Bgra]),
            row_stride: self.number(),
        }
    }

    fn yuv(&mut self) -> YuvLayout {
        YuvLayout {
            y_row_stride: self.number(),
            chroma_row_stride: self.number(),
            chroma_pixel_stride: self.number(),
            color: YuvColor {
                matrix: self.of(&[YuvMatrix::Bt601, YuvMatrix::Bt709, YuvMatrix::Bt2020]),
                full_range: self.one_in(2),
            },
        }
    }

    fn plan(&mut self) -> PlanOptions {
        let tempo = Tempo {
            down: self.real(),
            pause: self.real(),
            up: self.real(),
        };
        PlanOptions {
            drill: self
                .of(&["dowel-hinge", "wall-tap", "", "no such drill"])
                .to_owned(),
            sets: Some(self.of(&[0, u32::MAX])),
            reps: Some(self.number()),
            rest_s: Some(self.real()),
            tempo_s: self.maybe(tempo),
            target_deg: Some(self.real()),
            limit_deg: Some(self.real()),
            pain_before: Some(self.of(&[0, 11, 255])),
        }
    }
}

type Made = BTreeMap<&'static str, u64>;

fn add(made: &mut Made, more: Made) {
    for (call, count) in more {
        *made.entry(call).or_default() += count;
    }
}

/// Makes `calls` random calls, with sessions that begin anew if `begins`; returns how many of each.
fn storm(target: &Target, seed: u64, calls: u64, begins: bool) -> Made {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let mut made = Made::new();
    for nth in 0..calls {
        // What loads or runs a network takes its time, and comes now and then.
        let (call, outcome) = match nth % 4_000 {
            100 if begins => anew(target, &mut dice, nth / 4_000),
            n if n % 200 == 50 => look(target, &mut dice),
            _ => match dice.of(&[0, 0, 1, 2]) {
                0 => push(target, &mut dice),
                1 => command(target, &mut dice),
                _ => ask(target, &mut dice),
            },
        };
        *made.entry(call).or_default() += 1;
        if let Err(error) = outcome {
            assert_ne!(error, DowelError::Defect, "{call}");
            assert!(error.to_string().len() > 10, "{call} says only {error}");
        }
    }
    made
}

type Outcome = Result<(), DowelError>;

/// Each kind in turn of beginning anew, so that sessions come and go; what is stored is erased.
fn anew(target: &Target, dice: &mut Dice, nth: u64) -> (&'static str, Outcome) {
    match nth % 5 {
        0 => {
            let begun = target.coach.begin(plan(), dice.long());
            let begun = begun.map(|live| *target.live.lock().unwrap() = live);
            ("coach_begin", begun)
        }
        1 => {
            let begun = target.coach.begin_clip(dice.text(), dice.long());
            (
                "coach_begin_clip",
                begun.map(|clip| *target.clip.lock().unwrap() = clip),
            )
        }
        2 => (
            "coach_measure_speed",
            target.coach.measure_speed().map(drop),
        ),
        3 => ("coach_erase_all", target.coach.erase_all()),
        _ => (
            "constructor_coach_open",
            Coach::open(target.places.clone()).map(drop),
        ),
    }
}

/// A whole frame, which a network sees; its time may be any, its strides overlap or its last bytes miss.
fn look(target: &Target, dice: &mut Dice) -> (&'static str, Outcome) {
    let t_s = dice.real();
    let info = dice.info(Some(SIDE), t_s);
    let whole = PackedLayout {
        format: PackedFormat::Rgba,
        row_stride: SIDE * 4,
    };
    let planes = YuvLayout {
        y_row_stride: SIDE,
        chroma_row_stride: SIDE,
        chroma_pixel_stride: 2,
        color: YuvColor {
            matrix: YuvMatrix::Bt601,
            full_range: true,
        },
    };
    let all = target.small.as_slice();
    match dice.roll() % 4 {
        0 => (
            "livesession_push",
            target.live().push(all, whole, info).map(drop),
        ),
        1 => (
            "livesession_push_yuv420",
            // All three planes are the same bytes.
            target
                .live()
                .push_yuv420(all, all, all, planes, info)
                .map(drop),
        ),
        2 => (
            "clipanalysis_push",
            target.clip().push(all, whole, info).map(drop),
        ),
        _ => (
            "clipanalysis_push_yuv420",
            target
                .clip()
                .push_yuv420(all, &all[1..], all, planes, info)
                .map(drop),
        ),
    }
}

/// What is no frame.
fn push(target: &Target, dice: &mut Dice) -> (&'static str, Outcome) {
    let t_s = dice.of(&[f64::NAN, f64::INFINITY, f64::NEG_INFINITY]);
    let t_s = if dice.one_in(2) { t_s } else { dice.real() };
    let mut info = dice.info(None, t_s);
    if t_s.is_finite() {
        info.width_px = dice.of(&[0, 1, 31, 16_385, u32::MAX]);
    }
    let live = if dice.one_in(4) {
        target.over.clone()
    } else {
        target.live()
    };
    let bytes = [(); 3].map(|()| dice.bytes(&target.small));
    let [y, u, v] = bytes;
    match dice.roll() % 4 {
        0 => (
            "livesession_push",
            live.push(y, dice.packed(), info).map(drop),
        ),
        1 => (
            "livesession_push_yuv420",
            live.push_yuv420(y, u, v, dice.yuv(), info).map(drop),
        ),
        2 => (
            "clipanalysis_push",
            target.clip().push(y, dice.packed(), info).map(drop),
        ),
        _ => (
            "clipanalysis_push_yuv420",
            target
                .clip()
                .push_yuv420(y, u, v, dice.yuv(), info)
                .map(drop),
        ),
    }
}

fn command(target: &Target, dice: &mut Dice) -> (&'static str, Outcome) {
    let live = if dice.one_in(2) {
        target.over.clone()
    } else {
        target.live()
    };
    match dice.roll() % 8 {
        0 => ("livesession_pause", live.pause()),
        1 => ("livesession_resume", live.resume()),
        2 => ("livesession_correct_reps", live.correct_reps(dice.signed())),
        3 => (
            "livesession_report_pain",
            live.report_pain(dice.of(&[0, 1, 10, 11, 255])),
        ),
        4 => ("livesession_id", live.id().map(drop)),
        // A session ends now and then, and is used on.
        5 if dice.one_in(300) => ("livesession_finish", live.finish().map(drop)),
        5 => ("livesession_finish", target.over.finish().map(drop)),
        6 if dice.one_in(300) => ("clipanalysis_finish", target.clip().finish().map(drop)),
        _ => ("func_version", {
            dowel_bindings::init_logging();
            (!dowel_bindings::version().is_empty())
                .then_some(())
                .ok_or(DowelError::Defect)
        }),
    }
}

fn ask(target: &Target, dice: &mut Dice) -> (&'static str, Outcome) {
    let coach = &target.coach;
    match dice.roll() % 20 {
        0 => ("coach_settings", coach.settings().map(drop)),
        1 => ("coach_set_settings", {
            let speech_rate = dice.real();
            coach.set_settings(Settings {
                speech_rate,
                practice_days: dice.days(),
                ..lite()
            })
        }),
        2 => ("coach_set_aside", coach.set_aside().map(drop)),
        3 => ("coach_drills", coach.drills().map(drop)),
        4 => ("coach_text", coach.text(dice.text()).map(drop)),
        5 => (
            "coach_begin",
            coach.begin(dice.plan(), dice.long()).map(drop),
        ),
        6 => ("coach_history", {
            let before = dice.long();
            coach.history(dice.maybe(before), dice.number()).map(drop)
        }),
        7 => ("coach_session", coach.session(dice.long()).map(drop)),
        8 => (
            "coach_progress",
            coach.progress(dice.long(), dice.signed()).map(drop),
        ),
        9 => (
            "coach_report_html",
            coach.report_html(dice.long(), dice.text()).map(drop),
        ),
        10 => (
            "coach_export_csv",
            coach.export_csv(vec![dice.long(); 3]).map(drop),
        ),
        11 => (
            "coach_export_json",
            coach.export_json(vec![dice.long(); 2]).map(drop),
        ),
        12 => ("coach_note_feeling", {
            let pain = dice.of(&[0, 10, 11, 255]);
            coach
                .note_feeling(dice.long(), dice.maybe(pain), vec![Felt::LowBack; 5])
                .map(drop)
        }),
        13 => ("coach_correct_set", {
            coach
                .correct_set(dice.long(), dice.number(), dice.signed())
                .map(drop)
        }),
        14 => ("coach_erase", coach.erase(dice.long())),
        15 => ("constructor_coach_open", {
            let store = dice
                .of(&["", "/", "/nowhere/at/all", "\0", "/dev/null/x"])
                .to_owned();
            Coach::open(Places {
                store,
                system_language: Some(dice.text()),
                ..target.places.clone()
            })
            .map(drop)
        }),
        16 => ("coach_unsaved", coach.unsaved().map(drop)),
        17 => ("coach_save_again", coach.save_again()),
        18 => ("coach_limits", coach.limits().map(drop)),
        _ => ("coach_text_with", {
            let values = [(dice.text(), dice.value()), (dice.text(), dice.value())];
            coach.text_with(dice.text(), values.into()).map(drop)
        }),
    }
}

/// Every exported function, as the generated header names it.
fn exported() -> Vec<String> {
    let header =
        setup::repository().join("bindings/generated/swift/DowelFacadeFFI/DowelFacadeFFI.h");
    let header = fs::read_to_string(header).unwrap();
    let names = header.split("uniffi_dowel_bindings_fn_").skip(1);
    let names = names.filter_map(|rest| rest.split_once('(').map(|(name, _)| name));
    let all: Vec<String> = names
        .filter(|name| !name.contains(char::is_whitespace))
        .filter(|name| {
            ["method_", "constructor_", "func_"]
                .iter()
                .any(|kind| name.starts_with(kind))
        })
        .filter(|name| *name != "func_init_logging")
        .map(|name| name.strip_prefix("method_").unwrap_or(name).to_owned())
        .collect();
    assert!(all.len() > 25, "the header names only {all:?}");
    all
}

fn resident_bytes() -> u64 {
    let statm = fs::read_to_string("/proc/self/statm").unwrap();
    let pages: u64 = statm.split(' ').nth(1).unwrap().parse().unwrap();
    pages * rustix::param::page_size() as u64
}
