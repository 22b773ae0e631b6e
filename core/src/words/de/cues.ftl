# What the coach says in the middle of a movement: at most ten words, about the world rather than the
# body, about skill and never about harm. `fixed` confirms that the fault cued last is gone.

cue-bends_forward = Schieb die Hüfte zur Wand hinter dir
cue-too_low = Stopp, sobald die Rückseite der Beine spannt
cue-squatting = Hüfte zurück, nicht runter; Schienbeine wie Zaunpfähle
cue-locked_knees = Lass die Knie weich
cue-rounded_lower_back = Halt den Rücken so lang wie den Stab
cue-early_lumbar = Klapp zuerst in der Leiste ein
cue-rounded_shoulders = Zeig das Logo auf deinem Shirt
cue-overextended_back = Rippen schwer, Stab bleibt an der Rückenmitte
cue-pelvis_rocked = Reißverschluss am Bauch zu, Schale waagerecht tragen
cue-pelvis_tucked = Zeig mit dem Steißbein zur Wand
cue-looking_up = Blick auf den Boden, einen Schritt vor dir
cue-chin_tucked = Hinterkopf an den Stab
cue-load_drifts = Streif mit dem Gewicht an den Beinen entlang
cue-weight_forward = Ganzer Fuß schwer, Fersen am Boden
cue-weight_back = Drück den ganzen Fuß in den Boden
cue-hips_rise_first = Brust und Hüfte kommen zusammen hoch
cue-incomplete_lockout = Ganz groß werden, Po fest
cue-leans_back = Ganz groß werden, Rippen unten
cue-short_range = Noch ein Stück weiter, Stab bleibt dran
cue-rushed = Langsamer: schieb die Wand weg und zähl bis zwei
cue-off_tempo = Bleib im Takt
cue-hamstring_limited = Kurz und sauber schlägt tief
cue-fixed = Genau so. Behalt das bei.
# Wenn derselbe Hinweis zweimal nichts geändert hat.
cue-smaller = Mach es kleiner: nur so weit, wie der Stab anliegt
