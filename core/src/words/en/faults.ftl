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
