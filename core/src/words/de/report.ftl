# The report for the person and the clinic: one page about one clip or set.

## The page's frame

report-quote = „{ $text }“
report-page-title = Bericht zur Hüftbeuge: { $name }
report-page-kicker = Bericht zur Hüftbeuge
report-page-drawn_up = Erstellt am { $date }
report-page-length = { $length } Video
report-page-skip = Direkt zu den Wiederholungen
report-page-footer = Von Dowel auf diesem Gerät erstellt. Nichts wurde irgendwohin gesendet.

report-section-pictures = Entscheidende Momente
report-section-curves = Die Bewegung im Verlauf
report-section-reps = Wiederholung für Wiederholung
report-section-matrix = Was geprüft wurde
report-section-cues = Was der Coach gesagt hat
report-section-about = So liest du diesen Bericht

report-movement-hinge =
    { $n ->
        [one] { $n } Hüftbeuge
       *[other] { $n } Hüftbeugen
    }
report-movement-squat =
    { $n ->
        [one] { $n } Kniebeuge
       *[other] { $n } Kniebeugen
    }
report-movement-other =
    { $n ->
        [one] { $n } Wiederholung einer anderen Bewegung
       *[other] { $n } Wiederholungen einer anderen Bewegung
    }

report-attempts =
    { $n ->
        [one] { $n } Versuch, der nicht zählte
       *[other] { $n } Versuche, die nicht zählten
    }

report-lead-hinge = Die Hüfte hat gearbeitet: Das ist eine Hüftbeuge.
report-lead-mixed = Halb Hüftbeuge, halb Kniebeuge: Die Hüfte geht zurück, und die Knie helfen kräftig mit.
report-lead-squat = Die Knie haben die meiste Arbeit gemacht, die Bewegung glich also einer Kniebeuge.
report-lead-all_clean = Jede Wiederholung war sauber, soweit die Kamera es beurteilen kann.
report-lead-some_clean =
    { $clean ->
        [one] { $clean } von { $n } Wiederholungen war sauber, soweit die Kamera es beurteilen kann.
       *[other] { $clean } von { $n } Wiederholungen waren sauber, soweit die Kamera es beurteilen kann.
    }
report-lead-none_clean = An jeder Wiederholung gibt es etwas zu tun; fang mit einer Sache an.
report-lead-not_judged = Die Wiederholungen wurden gezählt, ihre Ausführung ließ sich aber nicht beurteilen.

# "\u00AD" lets a long word break in a narrow tile.
report-tile-reps = Wieder{ "\u00AD" }holungen
report-tile-clean = { $clean } von { $n } sauber
report-tile-not_judged = Ausführung nicht beurteilt
report-tile-index = Hüftindex
report-tile-index_scale = 0 Kniebeuge, 100 Hüftbeuge; die Striche sind die einzelnen Wiederholungen
report-tile-index_label = Hüftindex: Median { $median } auf einer Skala von 0, einer Kniebeuge, bis 100, einer reinen Hüftbeuge. Einzelne Wiederholungen: { $reps }.
report-tile-squat_end = Kniebeuge
report-tile-hinge_end = Hüftbeuge
report-tile-tempo = Tempo
report-tile-tempo_parts = Sekunden runter, Pause, hoch
report-tile-depth = Hüft{ "\u00AD" }beugung
report-tile-depth_range = von { $low } bis { $high }
report-tile-depth_one = am tiefsten Punkt
report-tile-clean_depth = Saubere Tiefe
report-tile-clean_depth_note = tiefste Beugung mit dem Stab am Rücken
report-tile-clean_unseen = { $clean } von { $n } sauber, Rücken nicht gesehen

## What went well; one line a fault

report-well-title = Das klappt gut
report-well-nothing = Du bist da und bewegst dich. Der nächste Satz hat ein klares Ziel.
report-well-steady_depth = Deine Tiefe ist gleichmäßig: Alle tiefsten Punkte liegen höchstens { $spread } auseinander.
report-well-bends_forward = Deine Hüfte wandert zurück, wenn der Oberkörper nach vorn kommt.
report-well-too_low = Du kehrst rechtzeitig um, bevor sich der Stab löst.
report-well-squatting = Deine Hüfte geht zurück statt nach unten, die Schienbeine bleiben ruhig.
report-well-locked_knees = Deine Knie bleiben weich.
report-well-rounded_lower_back = Dein unterer Rücken bleibt lang.
report-well-early_lumbar = Die Bewegung beginnt in der Hüfte.
report-well-rounded_shoulders = Deine Schultern bleiben breit.
report-well-overextended_back = Deine Rippen bleiben unten.
report-well-pelvis_rocked = Dein Becken wandert waagerecht.
report-well-pelvis_tucked = Dein Steißbein zeigt die ganze Zeit nach hinten.
report-well-looking_up = Dein Blick bleibt vor dir auf dem Boden.
report-well-chin_tucked = Dein Kopf bleibt in einer Linie mit dem Rücken.
report-well-load_drifts = Das Gewicht bleibt nah an den Beinen.
report-well-weight_forward = Deine Fersen bleiben schwer.
report-well-weight_back = Deine Zehen bleiben am Boden.
report-well-hips_rise_first = Brust und Hüfte kommen zusammen hoch.
report-well-incomplete_lockout = Du richtest dich ganz auf.
report-well-leans_back = Du endest aufrecht, ohne dich nach hinten zu lehnen.
report-well-short_range = Du nutzt den Weg, den du hast.
report-well-rushed = Du lässt dir nach unten Zeit.
report-well-off_tempo = Du hältst das vorgegebene Tempo.
report-well-hamstring_limited = Du kommst mit langem Rücken schön tief.

report-change-title = Eine Sache zum Ändern
# `count` and `judged` are reps; the fault showed most in the rep of that number.
report-change-where_all = In jeder Wiederholung zu sehen, am meisten in Nr. { $rep } ({ $severity }).
report-change-where =
    { $count ->
        [one] Zu sehen in Wiederholung { $rep } ({ $severity }).
       *[other] Zu sehen in { $count } von { $judged } Wiederholungen, am meisten in Nr. { $rep } ({ $severity }).
    }
report-change-practise = Eine Übung dafür: { $drill }.
report-change-nothing_title = Nichts zu ändern
report-change-nothing = Behalt diese Bewegung bei und nimm nächstes Mal etwas mehr Weg, eine Wiederholung mehr oder einen langsameren Weg nach unten dazu.
report-change-unjudged_title = Ausführung nicht beurteilt
report-change-unjudged = In dieser Aufnahme ließ sich an der Ausführung nichts beurteilen. Die Gründe stehen unter „Was geprüft wurde“.
report-change-unseen_title = Lass die Kamera deinen Rücken sehen
report-change-unseen = In dem, was sich beurteilen ließ, fiel nichts auf. Bevor du tiefer gehst oder mehr Gewicht nimmst, nimm einen Satz auf, in dem dein Rücken in jeder Wiederholung zu sehen ist.

report-unknown-title = Noch nicht zu sagen
report-unknown-back_all = Ob dein Rücken lang bleibt, war in diesem Satz nicht zu sehen. Deshalb wird er weder gelobt noch bemängelt.
report-unknown-back_some = In { $count } von { $n } Wiederholungen war nicht zu sehen, ob dein Rücken lang bleibt.
report-unknown-other = Einige Punkte ließen sich nicht beurteilen. Sie stehen unter „Was geprüft wurde“.

report-severity-mild = leicht
report-severity-clear = deutlich
report-severity-strong = stark

report-phase-down = auf dem Weg nach unten
report-phase-bottom = am tiefsten Punkt
report-phase-up = auf dem Weg nach oben
report-phase-top = ganz oben

report-view-refused_title = Diese Aufnahme lässt sich noch nicht beurteilen
report-view-refused_lead = Statt zu raten, bittet Dowel um einen neuen Versuch. Das solltest du ändern:
report-view-refused_plain = Die Kamera zeigt zu wenig von der Bewegung. Stell das Handy hochkant auf Hüfthöhe, genau seitlich, zwei bis drei Schritte entfernt.
report-view-tips_title = Für eine noch bessere Aufnahme
report-view-near_left = linke Seite zur Kamera
report-view-near_right = rechte Seite zur Kamera
report-view-near_unknown = Seite nicht bekannt
report-view-azimuth = { $angle } neben der genauen Seitenansicht

## Why a view was refused, as what to do

report-view_reason-not_side_on = Dreh dich seitlich. Die Kamera sollte dich genau von der Seite sehen, nicht von vorn oder schräg.
report-view_reason-body_out_of_frame = Geh einen Schritt zurück oder rück das Handy weg, sodass Kopf, Hüfte und Füße während der ganzen Bewegung im Bild sind.
report-view_reason-too_dark = Mehr Licht, bitte: Stell dich mit dem Gesicht zum Fenster oder schalte hinter dem Handy eine Lampe ein.
report-view_reason-several_people = Übe allein im Bild. Es waren mehrere Personen zu sehen, und Dowel muss wissen, wem es zuschaut.
report-view_reason-too_far = Komm näher. Dein Körper sollte mindestens die halbe Bildhöhe füllen.
report-view_reason-camera_moving = Lass das Handy still stehen: Lehn es auf Hüfthöhe an etwas Festes.
report-view_reason-no_person = Es war niemand zu sehen. Stell dich bei gutem Licht seitlich zur Kamera, von Kopf bis Fuß im Bild.

report-empty-title = Keine Wiederholung gefunden
report-empty-lead = Nichts in dieser Aufnahme sah nach einer ganzen Hüftbeuge aus, also gibt es nichts zu beurteilen. Für den nächsten Versuch:
report-empty-step_1 = Steh aufrecht und seitlich zur Kamera, zwei Sekunden lang still.
report-empty-step_2 = Schieb die Hüfte zurück, bis sich der Oberkörper deutlich nach vorn neigt.
report-empty-step_3 = Richte dich wieder ganz auf, bevor du die Aufnahme beendest.
report-empty-attempts = Das war zu sehen:

report-attempt_reason-too_shallow = nicht tief genug, um zu zählen
report-attempt_reason-not_returned = bis zum Ende nicht wieder oben
report-attempt_reason-started_mid_rep = die Aufnahme begann mittendrin
report-attempt_reason-tracking_lost = der Körper war unterwegs nicht zu sehen
report-attempt_reason-feet_moved = die Füße haben sich bewegt: ein Schritt oder eine Drehung
report-attempt_reason-unknown = keine ganze Wiederholung

report-cant_tell_reason-no_back_reference = Dein Rücken war im Stehen nicht lange genug zu sehen: Steh zwei Sekunden seitlich still, bevor du beginnst.
report-cant_tell_reason-loose_clothing = Dein Shirt verdeckt den Rücken: Steck es in die Hose oder trag ein engeres.
report-cant_tell_reason-back_not_clear = Der Umriss deines Rückens war nicht klar: Halt Arme, Gewicht und Möbel davon fern und stell dich vor eine einfarbige Wand.
report-cant_tell_reason-poor_light = Es war zu dunkel, um den Umriss deines Rückens zu sehen: Mach vor dir Licht an.
report-cant_tell_reason-needs_back_contour = Dafür braucht es den Umriss des Rückens, und dieser Satz wurde ohne ihn ausgewertet.
report-cant_tell_reason-not_side_on = Die Kamera stand zu schräg: Dreh dich, bis sie dich genau von der Seite sieht.
report-cant_tell_reason-not_visible = Die Körperstelle war nicht gut genug zu sehen: Kopf, Hüfte und Füße gehören ins Bild, und nichts davor.
report-cant_tell_reason-no_standing_neutral = Deine eigene Haltung im Stehen war nie zu sehen: Steh zuerst zwei Sekunden still.
report-cant_tell_reason-no_target = Dafür braucht es ein Ziel, etwa ein Tempo oder eine Tiefe, und keines war gesetzt.
report-cant_tell_reason-no_load = Du hattest nichts in den Händen, also konnte sich nichts entfernen.
report-cant_tell_reason-not_applicable = Das gilt für diese Bewegung nicht.
report-cant_tell_reason-too_few_frames = Die Aufnahme hat dafür zu wenige oder zu unscharfe Bilder: Beweg dich etwas langsamer oder mach mehr Licht.
report-cant_tell_reason-unknown = Es wurde kein Grund festgehalten.

report-pictures-note = Die Körperseite zur Kamera ist kräftig gezeichnet. Winkel zählen vom aufrechten Stand aus, der des Rumpfs von der senkrechten Strichlinie.
report-pictures-note_refused = Was die Kamera gesehen hat. Winkel fehlen: Aus dieser Ansicht würden sie in die Irre führen.
report-pictures-angles_withheld = Winkel weggelassen
report-pictures-standing = Im Stehen
report-pictures-bottom = Wdh. { $rep }, ganz unten
report-pictures-bottom_attempt = Versuch, ganz unten
report-pictures-bottom_unknown = Ganz unten
report-pictures-clean = Sauber, soweit beurteilt
report-pictures-not_judged = Ausführung nicht beurteilt
report-pictures-angles = Hüfte { $hip }, Knie { $knee }, Rumpf { $trunk }
report-pictures-alt = { $moment } bei { $time }: { $shown }. { $faults }
report-pictures-no_skeleton = Auf diesem Bild wurde der Körper nicht gefunden.

report-joint-hip = Hüfte
report-joint-knee = Knie
report-joint-trunk = Rumpf

report-curves-note = Grad über die Zeit. Eine Lücke heißt, dass der Körper dort nicht zu erkennen war.
report-curves-hip = Hüftbeugung
report-curves-knee = Kniebeugung
report-curves-trunk = Rumpfneigung
report-curves-rep = eine Wiederholung und ihre Nummer
report-curves-attempt = ein Versuch
report-curves-bottom = tiefster Punkt
report-curves-onset = ein Fehler beginnt
report-curves-cue = Der Coach spricht
report-curves-seconds = { $n } s
report-curves-label = Hüftbeugung, Kniebeugung und Rumpfneigung in Grad von { $from } bis { $to }, mit { $reps } Wiederholungen. Größte Hüftbeugung { $peak }. Die Zahlen stehen in der Tabelle „Wiederholung für Wiederholung“.
report-curves-part = { $from } bis { $to }
report-curves-onset_title = Wdh. { $rep }, { $time }, { $severity }
report-curves-back = Dein Rücken, verglichen mit deinem Stand
report-curves-rounds = rund
report-curves-long = lang
report-curves-hollows = hohl
report-curves-back_note = Die untere Kurve hat keine Einheit: Im schattierten Band ist dein Rücken so lang wie im aufrechten Stand; darüber rundet er sich, darunter wird er hohl. Ein kleines Stück über den Rand ist noch nichts, woran du arbeiten musst. „?“ steht dort, wo der Rücken nicht zu sehen war.
report-curves-back_label = Dein Rücken, verglichen mit deinem Stand, von { $from } bis { $to }: { $course }.
report-curves-back_unseen = er war nicht zu sehen
report-curves-back_long = er bleibt lang
report-curves-back_rounds = er rundet sich zeitweise
report-curves-back_hollows = er wird zeitweise hohl
report-curves-back_both = er rundet sich zeitweise und wird zeitweise hohl

report-table-caption = Jede Wiederholung mit den Winkeln am tiefsten Punkt, Tempo, Stab und Fehlern
report-table-rep = Wdh.
report-table-time = Zeit
report-table-depth = Hüfte
report-table-knee = Knie
report-table-trunk = Rumpf
report-table-index = Index
report-table-tempo = Tempo
report-table-faults = Was auffällt
report-table-attempt = Versuch
report-table-clean = Sauber
report-table-not_judged = Nicht beurteilt
report-table-units = Hüfte und Knie in Grad vom Stand aus, Rumpf in Grad von der Senkrechten; Tempo in Sekunden runter, Pause, hoch; Index von 0, Kniebeuge, bis 100, Hüftbeuge.
report-table-clean_depth = Sauber bis
report-table-stick = Stab
report-table-stick_note = Stab: Eine Stelle gilt als gelöst, wenn sie sich während der Wiederholung mindestens eine Fünftelsekunde lang gelöst hat. Sauber bis: wie weit sich die Hüfte beugte, solange alle Stellen anlagen.
report-table-clean_unseen = Sauber, Rücken nicht gesehen

report-matrix-caption = Beurteilte Fehler, Wiederholungen { $from } bis { $to }
report-matrix-fault = Fehler
report-matrix-rep = Wiederholung { $n }
report-matrix-legend_ok = in Ordnung
report-matrix-legend_fault = Fehler
report-matrix-legend_cant_tell = nicht zu sagen
report-matrix-fault_in = Fehler, { $severity }
report-matrix-none = In dieser Aufnahme ließ sich kein Fehler des Katalogs beurteilen.
report-matrix-withheld = Nicht beurteilt, und warum
report-matrix-why_some = { $reps }: { $why }
report-matrix-reps = Wiederholungen { $list }
report-matrix-many_reps = { $n } von { $all } Wiederholungen

report-cues-caption = Hinweise während des Satzes
report-cues-at = Zeit
report-cues-text = Worte
report-cues-none = Es war kein Hinweis nötig.

report-about-aid = Eine Hilfe vom Coach, um dich gut zu bewegen. Kein ärztlicher Rat.
report-about-camera = Alles hier stammt von einer Kamera, die eine Körperseite sieht. Was auf der anderen Seite oder als Drehung oder Neigung zur Kamera hin geschieht, bleibt unsichtbar.
report-about-error = Die Winkel von Hüfte und Rumpf können um 5 bis 10 Grad danebenliegen, der des Knies um etwa 6. Vertrau eher dem Verlauf über deine Wiederholungen als einer einzelnen Zahl.
report-about-own = Hüft- und Kniewinkel zählen von deinem eigenen Stand aus, nicht aus einem Lehrbuch.
report-about-cant_tell = „Nicht zu sagen“ ist eine ehrliche Antwort: weder Lob noch Fehler. Die Stärke reicht von leicht, knapp über der Grenze, bis stark, etwa doppelt so weit wie die Grenze oder mehr.
report-about-index = Der Hüftindex sagt, wer gearbeitet hat: nahe 0 die Knie wie bei einer Kniebeuge, nahe 100 die Hüfte wie bei einer Hüftbeuge. Von 50 bis 70 ist es eine Mischung.
report-about-view = Kamerablick
report-about-video = Aufnahme
report-about-video_value = { $width } × { $height } Pixel, { $length }, { $analyzed } von { $frames } Bildern ausgewertet
report-about-app = Dowel
report-about-rules = Regeln
report-about-pose_model = Modell für die Haltung
report-about-back_model = Modell für den Rücken
report-about-schema = Format
report-about-stick = Den Stab zeichnet Dowel am Umriss deines Rückens entlang. Seine Kontakte werden mit deinem eigenen Stand verglichen: Ein Kopf, der immer ein wenig vorn ist, zählt trotzdem als anliegend.

report-place-head = Kopf
report-place-mid_back = Rückenmitte
report-place-tailbone = Steißbein

report-contact-touching = liegt an
report-contact-lifted = gelöst
report-contact-cant_tell = nicht zu sagen

report-stick-name = Der Stab
report-stick-spoken = Stab: { $states }
report-stick-touches = { $places } am Stab
report-stick-lifted = { $places } gelöst
report-stick-cant_tell = { $places } nicht zu sagen
report-stick-and = { $first } und { $last }
report-stick-line = { $place }: { $state }
report-stick-untold = Stab: nicht zu sagen
report-stick-order = von links nach rechts: Kopf, Rückenmitte, Steißbein
report-stick-note = Der Stab ist so an deinen Rücken gezeichnet, wie ein gerader Holzstab läge. Ein gefüllter Punkt, der mit ihm verbunden ist, liegt an wie im aufrechten Stand; ein offener Ring mit einer Lücke hat sich gelöst; bei einem gestrichelten Ring mit Fragezeichen ist es nicht zu sagen.
