//! Every number the analysis decides by, in one table with its source.
//!
//! Sources: *catalogue* is the product's fault catalogue, drawn from the coaching sources and papers it
//! cites; *measured* names what was measured to choose or move a value (synthetic suite: rendered hinges
//! with known truth; footage: ten-repetition kettlebell clips, a band and a dowel clip).

use crate::back::Feature;

/// One row of the table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Threshold {
    pub name: &'static str,
    pub value: f64,
    pub unit: &'static str,
    pub source: &'static str,
}

macro_rules! thresholds {
    ($($name:ident = $value:expr, $unit:literal, $source:literal;)+) => {
        $(#[doc = concat!("In ", $unit, ". ", $source)] pub const $name: f64 = $value;)+

        /// The whole table, in the order of the code that uses it.
        pub const TABLE: &[Threshold] = &[
            $(Threshold { name: stringify!($name), value: $value, unit: $unit, source: $source }),+
        ];
    };
}

thresholds! {
    // View
    AZIMUTH_LIMIT_DEG = 32.0, "deg", "set-up asks for ±25; measured: 20 reads 14-22, 45 reads 40-44 from the shoulders' depth";
    SEEN_VISIBILITY = 0.5, "0-1", "the network's own even point";
    CLEAR_VISIBILITY = 0.75, "0-1", "measured: legs rightly placed read 0.86 and more, legs guessed in the dark 0.4-0.7";
    OUT_OF_FRAME_SHARE = 0.4, "share of frames", "half a set unseen can't be judged";
    BODY_MIN_SHARE = 0.12, "share of the picture's height", "measured: at 0.17 repetitions, angles and verdicts still agree with the full-size clip";
    TOO_DARK = 0.05, "0-1 brightness", "measured: tracked at 0.11 when brightened; nothing to brighten below";
    DIM = 0.25, "0-1 brightness", "measured: half of the back's outline is missing at 0.11-0.16, none at 0.3";
    SEVERAL_PEOPLE_SHARE = 0.4, "share of looks", "someone passing by is not a second person in the set";
    CAMERA_MOVING = 0.03, "0-1 brightness change per 0.2 s", "measured: propped and synthetic hand-held cameras stay below 0.006";
    CAMERA_MOVING_SHARE = 0.3, "share of frames", "a bump against the phone is not a moving camera";
    PERSON_MIN_SHARE = 0.1, "share of frames", "a pose seen in fewer frames is a chance find";
    MAX_EXTENSION_DEG = 45.0, "deg", "no hip or knee bends backwards as far; such a pose is a mistaken one";
    // Near side and facing
    SIDE_SWITCH_S = 1.0, "s", "a turn takes about that long; shorter disagreement is noise";
    // Standing neutral
    STILL_WINDOW_S = 0.3, "s", "the shortest pause at the top seen between brisk repetitions";
    STILL_RANGE_DEG = 5.0, "deg", "measured: landmark noise standing is under 2";
    STANDING_MAX_HIP_DEG = 45.0, "deg", "measured: a person holding a dowel stands at 25";
    STANDING_MAX_TRUNK_DEG = 30.0, "deg", "catalogue: upright is well below the 45 of a hinge";
    NEUTRAL_MIN_S = 0.15, "s", "enough samples for a median; brisk sets stand still no longer";
    NEUTRAL_CONTAMINATION_DEG = 8.0, "deg", "below the 12 of incomplete_lockout, so a bent top never becomes the reference";
    RESETTLE_SHARE = 0.35, "leg lengths", "a step; the person stands elsewhere, so the reference is learned again";
    // Back contour
    EDGE_WIDTH_SHARE = 0.06, "trunk lengths", "measured: clean edges 0.01-0.03; at 0.04 a fifth of the rounded and arched repetitions before busy walls can't be told, at 0.06 a tenth, at 0.09 the lumbar error grows by a half";
    LEAK_JUMP_SHARE = 0.035, "trunk lengths", "measured: backs rise or fall by at most 0.012 a sample, leaks step by 0.05-0.2";
    LEAK_JUMP_STEP_SHARE = 0.012, "trunk lengths a missing sample", "the same, across a hole in the outline";
    // Neutral back
    STANDING_LOOK_DEG = 6.0, "deg of hip flexion", "measured: standing still sways by less";
    EARLY_FROM_DEG = 8.0, "deg of hip flexion", "beyond standing";
    EARLY_TO_DEG = 35.0, "deg of hip flexion", "measured: the outline is still the standing one, rounding that grows with depth shows a third of itself";
    EARLY_DESCENT_SPEED_DEG_PER_S = 6.0, "deg/s", "slower is standing or turning about";
    BACK_MIN_LOOKS = 4.0, "looks", "a median over fewer is one bad look away from wrong";
    REFERENCE_APART = 2.0, "% of the trunk", "measured: standing and early descent agree within 1.5 in 98 % of clean sets; leaks move one of them by 3-8";
    UPPER_APART = 5.0, "% of the trunk", "measured: the upper back differs by up to 4.6 in 95 % of sets; in a clean set before a busy wall by 6.7-8.4, which read as drawn shoulders";
    LOOSE_HOLLOW = 4.0, "% of the trunk", "measured: neutral hollow 1.7-2.7 under baggy shirts, 4.9-15 otherwise";
    // Back against its neutral
    LUMBAR_WEIGHT_MIN = 0.45, "share of the channels' weight", "the hollow and any other, or the rest together";
    AGREEMENT_DEG = 10.0, "deg", "measured: channels differ by up to 8 in 90 % of clean looks, by 20-56 where the outline leaks";
    AGREEMENT_SHARE = 0.4, "of the change", "measured: a jacket scales the channels differently, up to this";
    LOW_PER_UPPER = 0.42, "share", "so far up the way from the hips to the upper back is the low back; measured: with it drawn shoulders can't be told in 6 of 42 repetitions, without it in 11";
    COARSE_AGREEMENT_DEG = 8.0, "deg", "measured: gap of the tailbone and place of the mid-back differ by less in 80 % of clean looks; together they tell where the low back itself is hidden";
    LUMBAR_MAX_DEG = 65.0, "deg", "a full standing bend has 52 of lumbar flexion (Laird)";
    LUMBAR_ALONE_DEG = 45.0, "deg", "measured: lifts in a jacket read up to 37 more at the low back than at the mid-back, leaks 40-100";
    LUMBAR_PER_SHOULDERS_DEG = 9.0, "deg", "measured: shoulders drawn forward by 25 read as 4-15 of lumbar rounding";
    SHOULDERS_UPPER_PER_EVENT = 5.4, "% of the trunk", "measured: the upper back's way behind the hips with 25 of drawn shoulders";
    SHOULDERS_UPPER = 5.13, "weight", "measured: fit over 44 people, half of the evidence";
    SHOULDERS_GAZE = 0.06, "weight", "measured: the same fit";
    SHOULDERS_NECK = 0.15, "weight", "measured: the same fit";
    SHOULDERS_NAPE = -0.3, "weight", "measured: the same fit";
    SHOULDERS_SCALE = 4.0, "deg", "measured: 20 of thoracic flexion with 25 of drawn shoulders then reads 13-40";
    HEAD_NECK = 0.36, "weight", "measured: fit over 44 people";
    HEAD_GAZE = 0.47, "weight", "measured: the same fit";
    HEAD_NAPE = 1.26, "weight", "measured: the same fit; the nape's outline sees what the ear hides behind the shoulder";
    HEAD_SHOULDERS = 2.17, "weight", "measured: the same fit";
    HEAD_SCALE = 1.7, "deg", "measured: the fit's slope is 0.588";
    HIP_PER_ROUNDING = 0.8, "deg per deg", "measured: 40 of lumbar flexion reads as 35 of hip flexion";
    HIP_PER_ARCHING = 0.6, "deg per deg", "measured: RMSE 6.5 in arched repetitions with it, 12 without";
    HIP_WANDERS_DEG = 2.0, "deg at a right angle", "measured: the hip landmark wanders forward as it folds";
    HIP_PER_SHOULDERS_DEG = 3.0, "deg", "measured: shoulders drawn forward tip the hip-shoulder line";
    // Faults of the back
    ROUNDED_DEG = 14.0, "deg", "measured: 20 of rounding reads above it in 96 % of repetitions, good ones in under 2 %; the good morning of trained people has 17 (Schellenberg 2013) at a depth the fit already allows for";
    ROUNDED_MIDDLE_SLACK_DEG = 8.0, "deg", "measured: in a band hinge without rounding the lumbar channels read 15, the mid-back -1";
    ARCHED_MIDDLE_SLACK_DEG = 14.0, "deg", "measured: the mid-back of 20 of arching reads down to 0";
    MIDDLE_SHARE = 0.35, "of the lumbar change", "measured: the mid-back follows 20 and more of lumbar change with this at least";
    ROUNDED_KNEES_MIDDLE_DEG = 16.5, "deg", "measured: coached, hips-first and squatted lifts from the floor up to 15, rounded ones 18-52; their lumbar channels all read 15-37";
    ROUNDED_KNEES_DEG = 8.0, "deg", "the lumbar channels must at least agree in kind";
    ROUNDED_OWN_SHARE = 0.5, "share of the own toe-touch", "catalogue: warn from half; feedback that worked fired at 0.7-0.8 of the own maximum";
    ROUNDED_OWN_MIN_DEG = 10.0, "deg", "measured: the smallest change that can be told within a person";
    ROUNDED_OWN_MAX_DEG = 30.0, "deg", "half of a supple toe-touch (52, Laird), and some";
    ARCHED_DEG = 12.0, "deg", "catalogue 10; measured: 20 of arching reads above it in all repetitions, good ones in 1.5 %";
    ARCHED_EARLY_DEG = 18.0, "deg", "measured: while still going down good repetitions read up to 15";
    EARLY_LUMBAR_DEG = 9.0, "deg", "measured: looks during the early descent differ from standing by up to 6";
    EARLY_LUMBAR_SHARE = 0.5, "share of the trunk's lean", "catalogue: the contour leads";
    ROCKED_DEG = 9.0, "deg", "measured: as for the early lumbar bend";
    STAYS_SHARE = 0.8, "share of the limit at the bottom", "measured: what shows only against standing, and not at the bottom, is a leak in the standing outline";
    FIRST_THIRD = 0.34, "share of the depth", "catalogue: the first third of the descent";
    SHOULDERS_DEG = 10.5, "deg", "catalogue 10; measured: 25 of drawn shoulders reads 13 and more, good repetitions up to 8 in 98 %";
    SHOULDERS_FROM_DEG = 70.0, "deg of hip flexion", "measured: nearer to standing, good shoulders read up to 25";
    TUCKED_GAP = 8.0, "% of the trunk", "catalogue 6; measured: up to 5.5 in 95 % of good repetitions, 10-15 at 20 of rounding";
    TOO_LOW_DEG = 111.0, "deg of hip flexion", "measured: good deep hinges to 100 read up to 106, one shallower up to 110, 115 reads 107-124";
    LATE_SHARE = 0.7, "share of the depth", "catalogue: at or near the bottom";
    TOO_LOW_AFTER_S = 0.2, "s", "catalogue";
    TOO_LOW_AFTER_DEG = 8.0, "deg of trunk lean", "catalogue";
    HAMSTRING_DEPTH_DEG = 50.0, "deg of hip flexion", "catalogue; Monnier 2012: the standing bow passes at 50";
    SOFT_KNEE_DEG = 10.0, "deg", "straighter knees, not the hamstrings' length, may end the range";
    LOOKING_UP_BACK_DEG = 22.0, "deg", "catalogue 20; measured with the nape's outline: 35 of extension reads 40-48, 25 reads 23-47, good necks up to 20";
    CHIN_TUCKED_BACK_DEG = 21.0, "deg", "catalogue 20; measured with the nape's outline: 35 of tuck reads 21-35, good necks above it in 3 %";
    // Repetitions
    SMOOTH_S = 0.14, "s", "median window over a finished movement, centred: five frames at 30 a second";
    STEADY_S = 0.1, "s", "median window on the hip's flexion: drops single wild frames, delays a count by half of it";
    BEND_PER_TRUNK_LEAN = 1.35, "deg of hip flexion per deg of trunk lean", "measured: 1.3-1.5 in free hinges";
    ENTER_DEG = 20.0, "deg of hip flexion", "measured: waving and swaying stay below 12";
    ENTER_RISE_DEG = 12.0, "deg of hip flexion", "so that standing slightly bent does not begin a repetition";
    MIN_DEPTH_DEG = 40.0, "deg of hip flexion", "half of the shallowest coached hinge (75±9, Schellenberg 2013)";
    ATTEMPT_MIN_DEG = 28.0, "deg of hip flexion", "below this nothing was attempted";
    RETURN_DEG = 25.0, "deg of hip flexion", "measured: an incomplete lockout of 22 reads up to 24";
    RETURN_SHARE = 0.3, "share of the depth", "the same for deep repetitions";
    VALLEY_SHARE = 0.5, "share of the depth", "turning back below half way is a repetition without lockout, above it a pulse";
    REVERSAL_DEG = 15.0, "deg of hip flexion", "beyond landmark noise at the bottom (measured: ±4)";
    TOP_SETTLE_S = 0.3, "s", "time without straightening further after which the top is reached";
    TOP_LEAVE_DEG = 6.0, "deg of hip flexion", "the next repetition has begun";
    PLATEAU_DEG = 4.0, "deg of hip flexion", "measured: noise at the bottom";
    STANDING_MARGIN_DEG = 4.0, "deg of hip flexion", "measured: noise standing, twice";
    LOST_GAP_S = 1.0, "s", "a repetition can turn in that time, so what happened is unknown";
    FEET_MOVED_SHARE = 0.25, "leg lengths", "measured: the ankle's error is up to 0.06; a step is 0.5";
    MAX_REP_S = 15.0, "s", "slow tempo work ends by 8 s";
    FLOOR_STILL_S = 0.4, "s", "hands settle on the load before a lift from the floor";
    FLOOR_WRIST_SHARE = 0.38, "leg lengths above the ankle", "measured: kettlebell handles 0.25-0.33, band hinge 0.42, free hinge 0.4-0.6";
    // Hinge index (after the stoop-squat index: how little of the shoulders' drop comes from the hips)
    INDEX_EVEN_FREE = 0.63, "share", "measured: knee 50 gives 0.58-0.60, soft knees 0.74-0.92, coached band hinge 0.77";
    INDEX_EVEN_FLOOR = 0.28, "share", "measured: coached lifts from the floor 0.38-0.59, squatted ones 0.12-0.17";
    INDEX_ZERO = 0.05, "share", "Schmid 2022: a squat is below 0.30; a full squat nears 0";
    INDEX_HUNDRED = 0.88, "share", "Schmid 2022: a stoop is above 0.90";
    WRIST_FREE_SHARE = 0.45, "leg lengths above the ankle", "measured: hands hanging in a free hinge at its bottom";
    // squatting
    SQUAT_INDEX = 50.0, "0-100", "catalogue";
    SQUAT_MIN_KNEE_DEG = 38.0, "deg", "coached hinges bend the knees by 15-30; measured: 35 in a shallow hinge reads up to 37, 42 reads 39";
    SQUAT_SHIN_DEG = 15.0, "deg", "catalogue";
    SQUAT_KNEE_DEG = 45.0, "deg", "catalogue";
    SQUAT_SHIN_OVER_TRUNK_DEG = 8.0, "deg", "Barrack 2021: knee-dominant; used for lifts from the floor";
    // bends_forward
    HIPS_BACK_MIN_SHARE = 0.12, "leg lengths", "catalogue 0.10; measured: 0.3-0.45 of the normal travel reads 0.05-0.09, good ones 0.15-0.33";
    BENDS_TRUNK_DEG = 45.0, "deg", "catalogue";
    // locked_knees
    LOCKED_KNEE_DEG = 4.0, "deg", "catalogue 5 at the bottom; read between half and three quarters of the depth, where measured locked knees read -3 to 3, knees bent by 10 to 20 4.4-18";
    LOCKED_KNEE_BOTTOM_DEG = 20.0, "deg between thigh and shin", "measured: at the bottom locked knees read up to 12, as the hands hide the knee; a person may also stand and hinge on bent ones (25-31)";
    // head
    LOOKING_UP_DEG = 28.0, "deg", "catalogue 20; measured: unbiased necks read up to 25 because the ear slips behind the shoulder";
    LOOKING_UP_GAZE_DEG = 145.0, "deg from straight up", "measured: 25-35 of neck extension leaves the face at 114-143, eyes on the floor 133-170";
    LOOKING_UP_KNEES_GAZE_DEG = 126.0, "deg from straight up", "measured: coached lifts from the floor leave the face at 128-139";
    CHIN_TUCKED_DEG = 12.0, "deg", "catalogue 20; measured: 35 of tuck reads 16-18, good ones up to 6";
    // load_drifts
    LOAD_AHEAD_SHARE = 0.27, "leg lengths", "catalogue 0.15 for the load itself; measured: wrists of kept loads 0.07-0.22, drifted by 0.2 m 0.30-0.35";
    // balance
    WEIGHT_FORWARD_SHARE = 0.75, "share of the foot", "catalogue";
    HEEL_LIFT_SHARE = 0.055, "foot lengths", "measured on the silhouette: heels lifted by 10 deg read 0.07-0.17, heels that stay down up to 0.02; catalogue 0.03 of the leg";
    HEEL_LIFT_SHIFT_SHARE = 0.2, "share of the foot", "measured: with lifted heels the weight's proxy moves forward by 0.22-0.24; outlines that only look lifted 0.06-0.19";
    HEEL_LIFT_KNEES_SHARE = 0.16, "foot lengths", "catalogue 0.03 of the leg; measured: with the knees over the toes the foot's outline changes by up to 0.14";
    WEIGHT_BACK_SHARE = 0.05, "share of the foot", "catalogue 0.25; measured: good hinges read down to 0.19 because the heel landmark sits forward";
    WEIGHT_SHIFT_SHARE = 0.5, "share of the foot", "measured: the proxy moves by up to 0.46 in good repetitions, by 0.64 with the hips kept over the feet";
    // hips_rise_first
    HIPS_FIRST_KNEE_DEG = 30.0, "deg", "with less knee bend there is no knee extension to lead with";
    HIPS_FIRST_AT_SHARE = 0.6, "share of the knee's way", "catalogue: first part of the ascent";
    HIPS_FIRST_TRUNK_SHARE = 0.2, "share of the trunk's way", "measured: faulty -0.7 to 0.01, good 0.54-0.82";
    // top
    LOCKOUT_DEG = 12.0, "deg", "catalogue";
    LEANS_BACK_DEG = 8.0, "deg", "catalogue";
    // range and tempo
    SHORT_RANGE_SHARE = 0.8, "share of the target", "catalogue";
    SHORT_RANGE_OWN_REPS = 2.0, "repetitions", "fewer are no habit to compare with";
    AMPLE_DEPTH_DEG = 60.0, "deg of hip flexion", "coached hinges reach 75±9 (Schellenberg 2013): nobody calls this short";
    RUSHED_S = 0.5, "s", "catalogue 0.8 from the first to the last degree; measured between the margins, a coached brisk set reads 0.62-0.75";
    OFF_TEMPO_SHARE = 0.3, "share of the target", "catalogue";
    OFF_TEMPO_MIN_S = 0.4, "s", "phase ends are read to about 0.2 s each";
    // Faults on the way down
    SHOWING_SPAN_S = 0.1, "s", "three frames of a phone's camera";
    SHOWING_AGAIN_S = 0.1, "s", "seen again a look later; measured: no limb fault told so early is not found in the whole repetition";
    // cues
    CUE_GAP_S = 3.0, "s", "one cue takes about 2 s to say";
    CUE_REPEAT_S = 8.0, "s", "the same words again sooner are nagging";
    CUE_FADE_REPS = 3.0, "clean repetitions", "after this many a single slip is let pass";
    // Practice: set-up
    SETUP_AZIMUTH_DEG = 25.0, "deg", "product: side-on within 25";
    SETUP_FAR_SHARE = 0.2, "share of the picture's height", "start value: nearly twice the least that is judged, so that the outline of the back is more than a few pixels";
    SETUP_NEAR_SHARE = 0.85, "share of the picture's height", "start value: shoulder to ankle; the head takes the rest";
    SETUP_ROLL_DEG = 6.0, "deg", "start value: leans are read against the picture's edge; 6 is half of what separates a fault from a good repetition";
    SETUP_PITCH_DEG = 15.0, "deg", "start value: lengths then shrink by 3 %";
    HINT_AFTER_S = 0.7, "s", "start value: long enough that one odd frame says nothing";
    HINT_SHARE = 0.6, "share of frames", "start value: most of them";
    HINT_GAP_S = 3.5, "s", "a hint takes 2-3 s to say";
    HINT_REPEAT_S = 8.0, "s", "time to do what was asked for";
    HINT_IN_SET_S = 2.5, "s", "start value: walking up to the phone takes less";
    HINT_REPEAT_MAX_S = 30.0, "s", "start value: still there, no longer nagging";
    HOLD_STILL_S = 2.0, "s", "product: starts when the person stands still for 2 s";
    HOLD_STILL_MAX_S = 5.0, "s", "start value: a back that is not learned by then is hidden, and the rest can be judged";
    HOLD_STILL_RANGE_DEG = 8.0, "deg", "measured: landmark noise standing is under 2, swaying 3-5";
    HOLD_STILL_SWAY_SHARE = 0.15, "leg lengths", "start value: less than half a step";
    // Practice: presence
    LOST_AFTER_S = 1.2, "s", "start value: longer than the tracker takes to find a person again";
    AWAY_ENDS_S = 60.0, "s", "start value: answering the door takes less";
    WALK_UP_GROWTH = 1.35, "times", "start value: at 2.5 m that is 65 cm nearer, two steps; hinging changes the trunk's length in the picture by less than 0.15";
    WALK_UP_LOST_GROWTH = 1.2, "times", "start value: lost while growing is too near to be seen";
    WALK_UP_S = 0.4, "s", "start value: longer than a wrong pose lasts";
    IDLE_ASK_S = 20.0, "s", "start value: four slow repetitions";
    IDLE_END_S = 45.0, "s", "start value";
    // Practice: leading
    LED_REP_S = 3.0, "s", "product: 0.5-8 s a repetition train equally well";
    LIMIT_NEAR_DEG = 2.0, "deg", "the way still made while a word is heard";
    LIMIT_SAID = 3.0, "times", "then the tap alone";
    REST_WARN_S = 10.0, "s", "time to get back into place";
    PAIN_STOP_RISE = 2.0, "points of 10", "product: pain up by 2 or more stops";
    SPEECH_CHARS_PER_S = 13.0, "characters/s", "measured: a synthesized voice at its usual speed says these lines at 10-17, 13 in the middle in English, 14 in German";
    SPEECH_LEAD_S = 0.35, "s", "start value: until a phone's voice begins";
    // Practice: summing up
    CHANGE_MIN_SHARE = 0.3, "share of repetitions", "start value: once in three is a habit";
    MOSTLY_SHARE = 0.7, "share of repetitions", "start value";
    GOOD_HINGE_INDEX = 70.0, "index", "start value: clearly above the 50 of a squat";
    STEADY_TEMPO_SHARE = 0.2, "of the median", "start value: below the 0.3 of off_tempo";
    WELL_MIN_REPS = 2.0, "repetitions", "one repetition is no set";
    // Progress: trends
    TREND_WINDOW_SESSIONS = 20.0, "sessions", "start value: about a month of practice";
    TREND_MIN_SESSIONS = 6.0, "sessions", "Mann-Kendall: with 6, 14 of their 15 pairs must agree; with fewer nothing can be told";
    TREND_Z = 1.96, "standard deviations", "Mann-Kendall: chance alone shows a direction in at most one of twenty";
    TREND_MIN_REPS = 3.0, "repetitions in which it could be told", "start value: a share of fewer is a single slip";
    TREND_DEPTH_DEG = 5.0, "deg of hip flexion", "start value: about what one repetition is misread by";
    TREND_SHARE = 0.1, "share of repetitions", "start value: one repetition in a set of ten";
    TREND_INDEX = 5.0, "0-100", "start value";
    // Progress: personal range limit
    LIMIT_MIN_DEG = 45.0, "deg of hip flexion", "above MIN_DEPTH_DEG by about what a depth is misread, so that repetitions within it count";
    LIMIT_MAX_DEG = 100.0, "deg of hip flexion", "measured: good deep hinges end there; TOO_LOW_DEG is too low for anybody";
    LIMIT_MIN_REPS = 3.0, "repetitions with a clean depth", "start value: a median over fewer is one bad look away from wrong";
    LIMIT_CLEAN_SHARE = 0.8, "share of repetitions", "start value: one slip in five is let pass";
    LIMIT_LOST_SHARE = 0.5, "share of repetitions", "start value: lost in every other one, it is no slip";
    LIMIT_REACH_DEG = 5.0, "deg of hip flexion", "start value: about what one repetition is misread by, so this near to the limit is at it";
    LIMIT_UP_DEG = 1.0, "deg of hip flexion a set", "start value: no study gives a pace; a limit should creep";
    LIMIT_SESSION_UP_DEG = 2.0, "deg of hip flexion a session", "start value: from 60 to the coached 75±9 (Schellenberg 2013) in three weeks of three sessions";
    LIMIT_DOWN_DEG = 5.0, "deg of hip flexion a set", "start value: enough to be felt, and back within three sessions";
    // Progress: streak
    STREAK_DAYS_PER_WEEK = 3.0, "days", "starting value where nobody chose; WHO 2020 asks for muscle-strengthening activity on two or more days a week";
    RANGE_MARGIN_DEG = 10.0, "deg", "start value: more than a repetition's depth varies, so that reaching one's own range is no fault";
    // Choosing a model
    SMOOTH_FRAME_MS = 45.0, "ms", "start value: with the looks at the back this keeps 15 frames a second";
    SPEED_TEST_FRAMES = 20.0, "frames", "one or two seconds on a slow phone";
}

/// How one feature of the back's outline answers to the lumbar spine; see [`channel`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Channel {
    pub feature: Feature,
    /// Change of the feature per degree of lumbar flexion.
    pub per_lumbar_deg: f64,
    /// Change per degree of hip flexion with a neutral spine: hip and shoulder landmarks wander as it folds.
    pub per_hip_deg: f64,
    /// The same at no flexion.
    pub at_standing: f64,
    /// From standing to the early descent of a neutral spine.
    pub early_shift: f64,
    /// Its share in the lumbar change.
    pub weight: f64,
    pub source: &'static str,
}

const FIT: &str =
    "measured: robust fit over 250 rendered repetitions of 60 people, within 16 deg of the side";

/// The calibration of the back's features. Sharing weights with their noise: the hollow's residual is 4.3
/// degrees, the sagitta's 4.6, the tailbone gap's 5.1, the low back's 7.1; the others follow more than the
/// lumbar spine.
pub const CHANNELS: [Channel; Feature::ALL.len()] = [
    fitted(Feature::Sagitta, 0.24, 1.41, -0.35, -0.1, 0.3),
    fitted(Feature::Hollow, -0.193, -0.965, 0.337, 0.2, 0.4),
    fitted(Feature::Low, 0.219, 4.87, -1.75, -2.4, 0.1),
    fitted(Feature::Middle, 0.21, 6.06, -2.07, -3.9, 0.0),
    fitted(Feature::Upper, 0.121, 7.8, -3.02, -5.3, 0.0),
    fitted(Feature::Nape, -0.101, 3.87, -1.32, -0.8, 0.0),
    fitted(Feature::TailGap, 0.486, -0.448, 2.635, 0.8, 0.2),
    fitted(Feature::HeadGap, -0.013, -2.73, 1.88, 0.3, 0.0),
];

const fn fitted(
    feature: Feature,
    per_lumbar_deg: f64,
    per_right_angle: f64,
    at_standing: f64,
    early_shift: f64,
    weight: f64,
) -> Channel {
    Channel {
        feature,
        per_lumbar_deg,
        per_hip_deg: per_right_angle / 90.0,
        at_standing,
        early_shift,
        weight,
        source: FIT,
    }
}

/// The calibration of one feature.
pub fn channel(feature: Feature) -> &'static Channel {
    &CHANNELS[feature as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_threshold_has_a_source_and_a_name_of_its_own() {
        for (i, row) in TABLE.iter().enumerate() {
            assert!(row.source.len() > 8, "{} has no source", row.name);
            assert!(row.value.is_finite());
            assert!(TABLE[..i].iter().all(|other| other.name != row.name));
        }
    }

    #[test]
    fn every_feature_has_its_own_channel() {
        for feature in Feature::ALL {
            assert_eq!(channel(feature).feature, feature);
        }
        let weights: f64 = CHANNELS.iter().map(|c| c.weight).sum();
        assert!((weights - 1.0).abs() < 1e-9);
    }
}
