# The faults, as a heading or a cell of a table names them.

fault-bends_forward-name = Vorbeugen, die Hüfte bleibt stehen
fault-too_low-name = Zu tief
fault-squatting-name = Kniebeuge statt Hüftbeuge
fault-locked_knees-name = Knie durchgestreckt
fault-rounded_lower_back-name = Unterer Rücken rundet sich
fault-early_lumbar-name = Rücken beugt sich vor der Hüfte
fault-rounded_shoulders-name = Schultern runden sich
fault-overextended_back-name = Rückenmitte wird hohl
fault-pelvis_rocked-name = Becken kippt nach vorn
fault-pelvis_tucked-name = Steißbein rollt sich ein
fault-looking_up-name = Blick nach oben
fault-chin_tucked-name = Kinn auf der Brust
fault-load_drifts-name = Gewicht entfernt sich von den Beinen
fault-weight_forward-name = Auf die Zehen gekippt
fault-weight_back-name = Auf die Fersen gekippt
fault-hips_rise_first-name = Hüfte steigt vor der Brust
fault-incomplete_lockout-name = Nicht ganz aufgerichtet
fault-leans_back-name = Oben nach hinten gelehnt
fault-short_range-name = Zu früh umgekehrt
fault-rushed-name = Zu schnell nach unten
fault-off_tempo-name = Neben dem Tempo
fault-hamstring_limited-name = Beinrückseiten begrenzen den Weg
