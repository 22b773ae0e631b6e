# What leads a person through a session, spoken and captioned. Said to somebody who can't see the screen:
# one thing at a time, what to do rather than what is wrong.

## Setting up. Each hint says what to mend; `right` that it is done.

hint-too_dark = It's too dark for me. Switch on a light, or turn the phone away from the window.
hint-camera_moving = Lean the phone against something, so that it stands still.
hint-phone_tilted = The phone leans. Stand it upright.
hint-no_person = I can't see you. Step into the picture, two or three big steps away, your side to the phone.
hint-several_people = I see more than one person. I can only watch one.
hint-out_of_frame = I can't see all of you. Step back until your feet are in the picture.
hint-too_close = You are very near. Take a step back.
hint-too_far = You are far away. Come two steps closer.
hint-not_side_on = Turn until your side faces the phone.
say-right = That's right.

## Standing still, and counting in

say-hold_still = Stand tall and hold still.
say-back_loose_clothing = Your shirt hides your back. Tuck it in if you want me to watch your back too.
say-back_poor_light = It's too dark to see your back. I'll watch your hips and knees.
say-ready = { $start } { $reps ->
    [one] One repetition.
   *[other] { $reps } repetitions.
}
say-go = Go.

## In the set

say-count = { $count }
say-count_rep = That was number { $count }.
say-count_last = { $count }. One more.
say-hold = Hold.
say-up = Up.
say-limit = That's your range. And up.
say-others = Somebody else is in the picture. I'll stay with you.
say-still_there = Take your time. Walk to the phone when you're done.
say-paused = Paused.
say-lost = I can't see you. I've paused.
say-go_on = Let's go on.
say-there_you_are = { $count ->
    [0] There you are. Let's go on.
   *[other] There you are. { $count } so far, let's go on.
}

## After a set

say-set_done = Set done. { $reps ->
    [0] No repetition
    [one] One repetition
   *[other] { $reps } repetitions
}, { $clean } clean.
say-set_done_unjudged = Set done. { $reps ->
    [0] No repetition.
    [one] One repetition.
   *[other] { $reps } repetitions.
}
say-rest = Rest for { $seconds } seconds.
say-rest_ends = { $seconds } seconds left. Back into place.
say-next_set = Set { $set } of { $sets }.

## What went well, the one thing to change, the drill for it

well-mended = You mended something: { $fault } was gone at the end.
well-all_clean = Every repetition was clean.
well-clean_where_seen = What I could see was clean.
well-mostly_clean = Most of them were clean.
well-stick_kept = You kept the stick on your back.
well-hips_led = Your hips did the work.
well-steady_tempo = Your tempo was steady.
well-done = You saw it through.
say-change = One thing for next time. { $cue }.
say-drill = The drill for that: { $drill }.
say-back_unseen = I couldn't see your back well enough to judge it.

## The end

say-session_done = Session done. { $sets } sets, { $reps } repetitions, { $clean } clean.
say-session_done_unjudged = Session done. { $sets } sets, { $reps } repetitions.
say-nothing_done = No repetition this time. See you soon.
say-left = You've been away for a while, so I end the session here.
say-how_was_it = Come to the phone and tell me how that felt.
say-stop_pain = That's more than before you began, so we stop here for today.
say-stop_pain_ask = Talk it over with your physiotherapist or doctor before the next session.

## What follows from where the work was felt

say-felt_hips = That's where a hinge is felt.
say-felt_quads = Then your knees did much of the work. Next time: hips back, not down.
say-felt_low_back = Then your back worked along. Next time, keep it as long as the stick.
