# The report for the person and the clinic: one page about one clip or set.

## The page's frame

report-quote = “{ $text }”
report-page-title = Hip hinge report: { $name }
report-page-kicker = Hip hinge report
report-page-drawn_up = Drawn up { $date }
report-page-length = { $length } of video
report-page-skip = Skip to the repetitions
report-page-footer = Made by Dowel on this device. Nothing was sent anywhere.

report-section-pictures = Key moments
report-section-curves = The movement over time
report-section-reps = Rep by rep
report-section-matrix = What was checked
report-section-cues = What the coach said
report-section-about = How to read this report

report-movement-hinge =
    { $n ->
        [one] { $n } hip hinge
       *[other] { $n } hip hinges
    }
report-movement-squat =
    { $n ->
        [one] { $n } squat
       *[other] { $n } squats
    }
report-movement-other =
    { $n ->
        [one] { $n } repetition of another movement
       *[other] { $n } repetitions of another movement
    }

report-attempts =
    { $n ->
        [one] { $n } attempt that did not count
       *[other] { $n } attempts that did not count
    }

report-lead-hinge = The hips did the work: this is a hinge.
report-lead-mixed = Part hinge, part squat: the hips go back, and the knees help a lot.
report-lead-squat = The knees did most of the work, so this moved like a squat.
report-lead-all_clean = Every rep was clean on what the camera can judge.
report-lead-some_clean =
    { $clean ->
        [one] { $clean } of { $n } reps was clean on what the camera can judge.
       *[other] { $clean } of { $n } reps were clean on what the camera can judge.
    }
report-lead-none_clean = Each rep has something to work on; start with one thing.
report-lead-not_judged = The reps were counted, but their form could not be judged.

report-tile-reps = Reps
report-tile-clean = { $clean } of { $n } clean
report-tile-not_judged = form not judged
report-tile-index = Hinge index
report-tile-index_scale = 0 squat, 100 hinge; the marks are the single reps
report-tile-index_label = Hinge index: median { $median } on a scale from 0, a squat, to 100, a pure hinge. Single reps: { $reps }.
report-tile-squat_end = squat
report-tile-hinge_end = hinge
report-tile-tempo = Tempo
report-tile-tempo_parts = seconds down, pause, up
report-tile-depth = Hip flexion
report-tile-depth_range = from { $low } to { $high }
report-tile-depth_one = at the bottom
report-tile-clean_depth = Clean depth
report-tile-clean_depth_note = deepest hip flexion with the stick on
report-tile-clean_unseen = { $clean } of { $n } clean, back unseen

## What went well; one line a fault

report-well-title = Going well
report-well-nothing = You showed up and moved. The next set has one clear aim.
report-well-steady_depth = Your depth is steady: every bottom lies within { $spread } of the others.
report-well-bends_forward = Your hips travel back as your trunk comes forward.
report-well-too_low = You turn back in time, before you lose the stick.
report-well-squatting = Your hips go back rather than down, and your shins stay quiet.
report-well-locked_knees = Your knees stay soft.
report-well-rounded_lower_back = Your lower back stays long.
report-well-early_lumbar = The movement starts in the hips.
report-well-rounded_shoulders = Your shoulders stay broad.
report-well-overextended_back = Your ribs stay down.
report-well-pelvis_rocked = Your pelvis travels level.
report-well-pelvis_tucked = Your tailbone keeps pointing back.
report-well-looking_up = Your eyes stay on the floor ahead.
report-well-chin_tucked = Your head stays in line with your back.
report-well-load_drifts = The weight stays close to your legs.
report-well-weight_forward = Your heels stay heavy.
report-well-weight_back = Your toes stay on the floor.
report-well-hips_rise_first = Chest and hips rise together.
report-well-incomplete_lockout = You stand all the way up.
report-well-leans_back = You finish tall without leaning back.
report-well-short_range = You use the range you have.
report-well-rushed = You take your time on the way down.
report-well-off_tempo = You keep the set tempo.
report-well-hamstring_limited = You reach a good range with a long back.

report-change-title = One thing to change
# `count` and `judged` are reps; the fault showed most in the rep of that number.
report-change-where_all = Seen in every rep, most in rep { $rep } ({ $severity }).
report-change-where =
    { $count ->
        [one] Seen in rep { $rep } ({ $severity }).
       *[other] Seen in { $count } of { $judged } reps, most in rep { $rep } ({ $severity }).
    }
report-change-practise = A drill for it: { $drill }.
report-change-nothing_title = Nothing to change
report-change-nothing = Keep this movement and add a little range, a rep or a slower way down next time.
report-change-unjudged_title = Form not judged
report-change-unjudged = Nothing about the form could be judged in this recording. The reasons stand under “What was checked”.
report-change-unseen_title = Let the camera see your back
report-change-unseen = Nothing stood out in what could be judged. Before you add range or weight, record a set in which your back can be seen in every rep.

report-unknown-title = Can’t tell yet
report-unknown-back_all = Whether your back stays long could not be seen in this set, so it is neither praised nor faulted.
report-unknown-back_some = In { $count } of { $n } reps it could not be seen whether your back stays long.
report-unknown-other = Some points could not be judged. They are listed under “What was checked”.

report-severity-mild = mild
report-severity-clear = clear
report-severity-strong = strong

report-phase-down = on the way down
report-phase-bottom = at the bottom
report-phase-up = on the way up
report-phase-top = at the top

report-view-refused_title = This recording can’t be judged yet
report-view-refused_lead = Rather than guess, Dowel asks for one more try. Here is what to change:
report-view-refused_plain = The camera’s view does not show enough of the movement. Place the phone upright at hip height, side-on, two to three steps away.
report-view-tips_title = For an even better recording
report-view-near_left = left side to the camera
report-view-near_right = right side to the camera
report-view-near_unknown = side not known
report-view-azimuth = { $angle } off the exact side view

## Why a view was refused, as what to do

report-view_reason-not_side_on = Turn side-on. The camera should see you exactly from the side, not from the front or a corner.
report-view_reason-body_out_of_frame = Step back or move the phone, so that head, hips and feet stay in the picture during the whole movement.
report-view_reason-too_dark = More light, please: face a window or switch on a lamp behind the phone.
report-view_reason-several_people = Practise alone in the picture. Several people were seen, and Dowel must know whom to watch.
report-view_reason-too_far = Come closer. Your body should fill at least half the height of the picture.
report-view_reason-camera_moving = Let the phone stand still: lean it against something firm, at hip height.
report-view_reason-no_person = Nobody was seen. Stand side-on to the camera with your whole body in the picture, in good light.

report-empty-title = No repetition found
report-empty-lead = Nothing in this recording looked like a full hinge, so there is nothing to judge. For the next try:
report-empty-step_1 = Stand tall, side-on to the camera, and keep still for two seconds.
report-empty-step_2 = Send your hips back until your trunk has clearly tipped forward.
report-empty-step_3 = Come all the way up again before you stop the recording.
report-empty-attempts = What was seen:

report-attempt_reason-too_shallow = too shallow to count as a rep
report-attempt_reason-not_returned = did not come back up before the end
report-attempt_reason-started_mid_rep = the recording began in the middle of it
report-attempt_reason-tracking_lost = the body was lost from view on the way
report-attempt_reason-feet_moved = the feet moved: a step or a turn
report-attempt_reason-unknown = not a full repetition

report-cant_tell_reason-no_back_reference = Your back was not seen long enough standing: stand still side-on for two seconds before you begin.
report-cant_tell_reason-loose_clothing = Your shirt hides your back: tuck it in or wear a closer one.
report-cant_tell_reason-back_not_clear = The outline of your back was not clear: keep arms, load and furniture off it, and stand before a plain wall.
report-cant_tell_reason-poor_light = It was too dark to see the outline of your back: turn on a light in front of you.
report-cant_tell_reason-needs_back_contour = It takes the outline of the back to see this, and this set was analysed without it.
report-cant_tell_reason-not_side_on = The camera was too far off the side view: turn until it sees you exactly from the side.
report-cant_tell_reason-not_visible = The body part was not seen well enough: keep head, hips and feet in the picture and nothing in front of them.
report-cant_tell_reason-no_standing_neutral = Your own standing posture was never seen: stand still for two seconds first.
report-cant_tell_reason-no_target = It needs a target, such as a tempo or a range, and none was set.
report-cant_tell_reason-no_load = Nothing was held, so nothing could drift.
report-cant_tell_reason-not_applicable = It does not apply to this movement.
report-cant_tell_reason-too_few_frames = The recording has too few or too blurred frames for it: move a little slower or add light.
report-cant_tell_reason-unknown = No reason was recorded.

report-pictures-note = The near side of the body is drawn thick. Angles count from standing tall; the trunk’s from the vertical dashed line.
report-pictures-note_refused = What the camera saw. Angles are left out: from this view they would mislead.
report-pictures-angles_withheld = angles left out
report-pictures-standing = Standing
report-pictures-bottom = Rep { $rep }, bottom
report-pictures-bottom_attempt = Attempt, bottom
report-pictures-bottom_unknown = Bottom
report-pictures-clean = Clean on what was judged
report-pictures-not_judged = Form not judged
report-pictures-angles = hip { $hip }, knee { $knee }, trunk { $trunk }
report-pictures-alt = { $moment } at { $time }: { $shown }. { $faults }
report-pictures-no_skeleton = The body was not found in this picture.

report-joint-hip = hip
report-joint-knee = knee
report-joint-trunk = trunk

report-curves-note = Degrees over time. A gap means that the body could not be read there.
report-curves-hip = Hip flexion
report-curves-knee = Knee flexion
report-curves-trunk = Trunk lean
report-curves-rep = a rep and its number
report-curves-attempt = an attempt
report-curves-bottom = bottom
report-curves-onset = a fault begins
report-curves-cue = Coach speaks
report-curves-seconds = { $n } s
report-curves-label = Hip flexion, knee flexion and trunk lean in degrees from { $from } to { $to }, with { $reps } reps. Highest hip flexion { $peak }. The numbers stand in the table “Rep by rep”.
report-curves-part = { $from } to { $to }
report-curves-onset_title = Rep { $rep }, { $time }, { $severity }
report-curves-back = Your back against its own neutral
report-curves-rounds = rounds
report-curves-long = long
report-curves-hollows = hollows
report-curves-back_note = The lower chart has no unit: inside the shaded band your back is as long as when you stand tall; above it rounds, below it hollows. A short way past the edge is not yet something to work on. “?” marks where the back could not be seen.
report-curves-back_label = Your back against its own neutral from { $from } to { $to }: { $course }.
report-curves-back_unseen = it could not be seen
report-curves-back_long = it stays long
report-curves-back_rounds = it rounds at times
report-curves-back_hollows = it hollows at times
report-curves-back_both = it rounds at times and hollows at times

report-table-caption = Each repetition with its angles at the bottom, tempo, stick and faults
report-table-rep = Rep
report-table-time = Time
report-table-depth = Hip
report-table-knee = Knee
report-table-trunk = Trunk
report-table-index = Index
report-table-tempo = Tempo
report-table-faults = What to notice
report-table-attempt = Attempt
report-table-clean = Clean
report-table-not_judged = Not judged
report-table-units = Hip and knee in degrees from standing, trunk in degrees from the vertical; tempo in seconds down, pause, up; index from 0, squat, to 100, hinge.
report-table-clean_depth = Clean depth
report-table-stick = Stick
report-table-stick_note = Stick: a contact counts as lifted when it came off during the rep for a fifth of a second or more. Clean depth: how far the hips folded with all of them on.
report-table-clean_unseen = Clean, back unseen

report-matrix-caption = Faults judged, reps { $from } to { $to }
report-matrix-fault = Fault
report-matrix-rep = Rep { $n }
report-matrix-legend_ok = fine
report-matrix-legend_fault = fault
report-matrix-legend_cant_tell = can’t tell
report-matrix-fault_in = fault, { $severity }
report-matrix-none = No fault of the catalogue could be judged in this recording.
report-matrix-withheld = Not judged, and why
report-matrix-why_some = { $reps }: { $why }
report-matrix-reps = Reps { $list }
report-matrix-many_reps = { $n } of { $all } reps

report-cues-caption = Cues spoken during the set
report-cues-at = Time
report-cues-text = Words
report-cues-none = No cue was needed.

report-about-aid = A coach’s aid for moving well. It is not medical advice.
report-about-camera = Everything here comes from one camera that sees one side of the body. What happens on the far side, or as a turn or a tilt towards the camera, stays unseen.
report-about-error = Hip and trunk angles may be off by 5 to 10 degrees, the knee by about 6. Trust the trend over your own reps more than a single number.
report-about-own = Hip and knee angles are measured from your own standing posture, not from a textbook.
report-about-cant_tell = “Can’t tell” is an honest answer: no praise and no fault. Severity grows from mild, just past the limit, to strong, near twice the limit or more.
report-about-index = The hinge index says who did the work: near 0 the knees, as in a squat; near 100 the hips, as in a hinge. From 50 to 70 it is a mix.
report-about-view = Camera view
report-about-video = Recording
report-about-video_value = { $width } × { $height } pixels, { $length }, { $analyzed } of { $frames } frames analysed
report-about-app = Dowel
report-about-rules = Rules
report-about-pose_model = Pose model
report-about-back_model = Back model
report-about-schema = Format
report-about-stick = The stick is drawn by Dowel along the outline of your back. Its contacts are compared with your own standing posture, so a head that is always a little forward still counts as touching.

report-place-head = head
report-place-mid_back = mid-back
report-place-tailbone = tailbone

report-contact-touching = touches
report-contact-lifted = lifted
report-contact-cant_tell = can’t tell

report-stick-name = The stick
report-stick-spoken = stick { $states }
report-stick-touches = touches { $places }
report-stick-lifted = { $places } lifted
report-stick-cant_tell = can’t tell { $places }
report-stick-and = { $first } and { $last }
report-stick-line = { $place } { $state }
report-stick-untold = stick: can’t tell
report-stick-order = from left to right: head, mid-back, tailbone
report-stick-note = The stick is drawn along your back as a straight dowel would lie. A filled dot joined to it touches as it does when you stand tall; an open ring with a gap has lifted; a dashed ring with a question mark can’t be told.
