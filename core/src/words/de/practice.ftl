# Was jemanden durch eine Einheit führt, gesprochen und als Untertitel. Für jemanden, der den Bildschirm nicht
# sieht: eine Sache auf einmal, und was zu tun ist statt was falsch ist.

## Aufstellen. Jeder Hinweis sagt, was zu ändern ist; `right`, dass es passt.

hint-too_dark = Mir ist es zu dunkel. Mach Licht an oder dreh das Handy vom Fenster weg.
hint-camera_moving = Lehn das Handy irgendwo an, damit es ruhig steht.
hint-phone_tilted = Das Handy steht schief. Stell es gerade hin.
hint-no_person = Ich sehe dich nicht. Geh ins Bild, zwei bis drei große Schritte weg, die Seite zum Handy.
hint-several_people = Ich sehe mehr als eine Person. Ich kann nur auf eine achten.
hint-out_of_frame = Ich sehe dich nicht ganz. Geh zurück, bis deine Füße im Bild sind.
hint-too_close = Du bist sehr nah. Geh einen Schritt zurück.
hint-too_far = Du bist weit weg. Komm zwei Schritte näher.
hint-not_side_on = Dreh dich, bis deine Seite zum Handy zeigt.
say-right = Genau richtig.

## Stillstehen und einzählen

say-hold_still = Stell dich aufrecht hin und bleib still.
say-back_loose_clothing = Dein Shirt verdeckt den Rücken. Steck es ein, wenn ich auch auf den Rücken achten soll.
say-back_poor_light = Für deinen Rücken ist es zu dunkel. Ich achte auf Hüfte und Knie.
say-ready = { $start } { $reps ->
    [one] Eine Wiederholung.
   *[other] { $reps } Wiederholungen.
}
say-go = Los.

## Im Satz

say-count = { $count }
say-count_rep = Das war Nummer { $count }.
say-count_last = { $count }. Noch eine.
say-hold = Halten.
say-up = Hoch.
say-limit = Das ist dein Bereich. Und hoch.
say-others = Es ist noch jemand im Bild. Ich bleibe bei dir.
say-still_there = Lass dir Zeit. Komm zum Handy, wenn du fertig bist.
say-paused = Pause.
say-lost = Ich sehe dich nicht. Ich warte.
say-go_on = Weiter geht's.
say-there_you_are = { $count ->
    [0] Da bist du ja. Weiter geht's.
   *[other] Da bist du ja. { $count } bisher, weiter geht's.
}

## Nach einem Satz

say-set_done = Satz geschafft. { $reps ->
    [0] Keine Wiederholung
    [one] Eine Wiederholung
   *[other] { $reps } Wiederholungen
}, { $clean } sauber.
say-set_done_unjudged = Satz geschafft. { $reps ->
    [0] Keine Wiederholung.
    [one] Eine Wiederholung.
   *[other] { $reps } Wiederholungen.
}
say-rest = Mach { $seconds } Sekunden Pause.
say-rest_ends = Noch { $seconds } Sekunden. Zurück auf deinen Platz.
say-next_set = Satz { $set } von { $sets }.

## Was gut war, das eine zum Ändern, die Übung dafür

well-mended = Du hast etwas verbessert: { $fault } – am Ende war es weg.
well-all_clean = Jede Wiederholung war sauber.
well-clean_where_seen = Was ich sehen konnte, war sauber.
well-mostly_clean = Die meisten waren sauber.
well-stick_kept = Der Stab blieb am Rücken.
well-hips_led = Deine Hüfte hat die Arbeit gemacht.
well-steady_tempo = Dein Tempo war gleichmäßig.
well-done = Du hast es durchgezogen.
say-change = Eins fürs nächste Mal. { $cue }.
say-drill = Die Übung dafür: { $drill }.
say-back_unseen = Deinen Rücken konnte ich nicht gut genug sehen.

## Das Ende

say-session_done = Einheit geschafft. { $sets } Sätze, { $reps } Wiederholungen, { $clean } sauber.
say-session_done_unjudged = Einheit geschafft. { $sets } Sätze, { $reps } Wiederholungen.
say-nothing_done = Diesmal keine Wiederholung. Bis bald.
say-left = Du bist schon eine Weile weg, deshalb beende ich die Einheit.
say-how_was_it = Komm zum Handy und sag mir, wie es war.
say-stop_pain = Das ist mehr als vorher, also hören wir für heute auf.
say-stop_pain_ask = Sprich vor der nächsten Einheit mit deiner Physiotherapeutin oder deinem Arzt.

## Was daraus folgt, wo die Arbeit zu spüren war

say-felt_hips = Genau da spürt man eine Hüftbeuge.
say-felt_quads = Dann haben deine Knie viel übernommen. Nächstes Mal: Hüfte nach hinten, nicht nach unten.
say-felt_low_back = Dann hat dein Rücken mitgearbeitet. Halt ihn nächstes Mal so lang wie den Stab.
