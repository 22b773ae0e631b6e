# What the coach says in the middle of a movement: at most ten words, about the world rather than the
# body, about skill and never about harm. `fixed` confirms that the fault cued last is gone.

cue-bends_forward = Reach your hips to the wall behind you
cue-too_low = Stop when the backs of your legs feel tight
cue-squatting = Hips back, not down; shins like fence posts
cue-locked_knees = Soften your knees
cue-rounded_lower_back = Keep your back as long as the stick
cue-early_lumbar = Start by closing the hip crease
cue-rounded_shoulders = Show the logo on your shirt
cue-overextended_back = Ribs heavy, keep the stick on your mid-back
cue-pelvis_rocked = Zip up your belly, carry the bowl level
cue-pelvis_tucked = Point your tailbone at the wall
cue-looking_up = Eyes on the floor a step ahead
cue-chin_tucked = Back of the head to the stick
cue-load_drifts = Paint your shins with the weight
cue-weight_forward = Whole foot heavy, heels down
cue-weight_back = Press the whole foot
cue-hips_rise_first = Chest and hips rise together
cue-incomplete_lockout = Finish tall, squeeze
cue-leans_back = Finish tall, ribs down
cue-short_range = A little further, stick on
cue-rushed = Slower: push the wall away for a count of two
cue-off_tempo = Stay with the count
cue-hamstring_limited = Short and clean beats deep
cue-fixed = That's it. Keep that.
# When the same cue has been heard twice and the fault stays.
cue-smaller = Make it smaller: only while the stick stays on
