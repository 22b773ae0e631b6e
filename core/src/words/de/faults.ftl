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

# What to practise for it, in the middle of a sentence. The drill of the library stands in it by its name.

fault-bends_forward-drill = Wandtippen
fault-too_low-drill = Hüftbeuge mit Stab
fault-squatting-drill = Wandtippen, danach Hüftbeuge im Kniestand
fault-locked_knees-drill = freie Hüftbeuge
fault-rounded_lower_back-drill = Hüftbeuge mit Stab
fault-early_lumbar-drill = Hüftbeuge im Kniestand
fault-rounded_shoulders-drill = Hüftbeuge mit Besenstiel
fault-overextended_back-drill = Hüftbeuge mit Stab
fault-pelvis_rocked-drill = Hüftbeuge mit Stab
fault-pelvis_tucked-drill = Zehengriff mit erhöhtem Vorfuß
fault-looking_up-drill = Hüftbeuge mit Stab
fault-chin_tucked-drill = Hüftbeuge mit Stab
fault-load_drifts-drill = Hüftbeuge mit Gewicht, leicht, das Gewicht an den Oberschenkeln
fault-weight_forward-drill = Fersen spüren, danach eine langsame freie Hüftbeuge
fault-weight_back-drill = Fersen spüren, danach eine langsame freie Hüftbeuge
fault-hips_rise_first-drill = Hüftbeuge mit Gewicht, aber weniger davon
fault-incomplete_lockout-drill = freie Hüftbeuge
fault-leans_back-drill = freie Hüftbeuge
fault-short_range-drill = freie Hüftbeuge bis zu einer etwas tieferen Marke
fault-rushed-drill = freie Hüftbeuge, drei Sekunden nach unten
fault-off_tempo-drill = freie Hüftbeuge im Takt
fault-hamstring_limited-drill = Zehengriff mit erhöhtem Vorfuß, Beinkreise und 90-90-Hüftwechsel
