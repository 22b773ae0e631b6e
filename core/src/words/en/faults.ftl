# The faults, as a heading or a cell of a table names them.

fault-bends_forward-name = Bending forward with the hips left behind
fault-too_low-name = Going too low
fault-squatting-name = Squatting instead of hinging
fault-locked_knees-name = Knees locked
fault-rounded_lower_back-name = Lower back rounding
fault-early_lumbar-name = Back bending before the hips
fault-rounded_shoulders-name = Shoulders rounding
fault-overextended_back-name = Mid-back arching
fault-pelvis_rocked-name = Pelvis rocking forward
fault-pelvis_tucked-name = Tailbone tucking under
fault-looking_up-name = Looking up
fault-chin_tucked-name = Chin to the chest
fault-load_drifts-name = Weight drifting from the legs
fault-weight_forward-name = Tipping to the toes
fault-weight_back-name = Rocking to the heels
fault-hips_rise_first-name = Hips rising before the chest
fault-incomplete_lockout-name = Not standing all the way up
fault-leans_back-name = Leaning back at the top
fault-short_range-name = Stopping short
fault-rushed-name = Rushing the way down
fault-off_tempo-name = Off the set tempo
fault-hamstring_limited-name = Hamstrings limit the range

# What to practise for it, in the middle of a sentence. The drill of the library stands in it by its name.

fault-bends_forward-drill = wall tap
fault-too_low-drill = dowel hinge
fault-squatting-drill = wall tap, then tall-kneeling kettlebell hinge
fault-locked_knees-drill = bodyweight hinge
fault-rounded_lower_back-drill = dowel hinge
fault-early_lumbar-drill = tall-kneeling kettlebell hinge
fault-rounded_shoulders-drill = broomstick hinge
fault-overextended_back-drill = dowel hinge
fault-pelvis_rocked-drill = dowel hinge
fault-pelvis_tucked-drill = forefoot-elevated toe touch
fault-looking_up-drill = dowel hinge
fault-chin_tucked-drill = dowel hinge
fault-load_drifts-drill = weighted hinge, light, weight on the thighs
fault-weight_forward-drill = heel awareness, then a slow bodyweight hinge
fault-weight_back-drill = heel awareness, then a slow bodyweight hinge
fault-hips_rise_first-drill = weighted hinge with less weight
fault-incomplete_lockout-drill = bodyweight hinge
fault-leans_back-drill = bodyweight hinge
fault-short_range-drill = bodyweight hinge to a slightly lower mark
fault-rushed-drill = bodyweight hinge, three seconds down
fault-off_tempo-drill = bodyweight hinge to a count
fault-hamstring_limited-drill = forefoot-elevated toe touch, leg circles and 90-90 hip switch
