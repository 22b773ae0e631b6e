# The drills and everyday tasks: what each is for, how to set it up, where the camera stands, what it should feel
# like, and `-start`, spoken just before the count-in: at most twelve words.

camera-side_at_hip_height = Genau seitlich von dir, auf Hüfthöhe, zwei bis drei Schritte entfernt. Du bist von Kopf bis Fuß im Bild.
camera-within_earshot = Irgendwo in Hörweite. Die Kamera hat Pause, die Stimme gibt den Takt vor.

prop-stick-name = ein Stab: Holzstab, Besenstiel oder Rohr, so lang wie Rücken und Kopf
prop-wall-name = eine Wand
prop-kettlebell-name = eine Kettlebell oder ein anderes Gewicht mit einem Griff
prop-weight-name = eine Langhantel oder zwei Kurzhanteln
prop-band-name = ein langes Widerstandsband und ein fester Halt dafür
prop-step-name = ein Keil, eine Hantelscheibe oder ein festes Buch, 3 bis 5 cm hoch
prop-chair-name = ein fester Stuhl
prop-bench-name = eine Bank oder Sofakante, die nicht wegrutscht
prop-mat-name = eine Matte oder ein Teppich
prop-bags-name = eine oder zwei Einkaufstaschen
prop-cushion-name = ein großes Kissen oder ein Wäschekorb

# A picture in words, read out by a screen reader.
drawing-of-drill = Zeichnung zu „{ $name }“: blass die Ausgangsstellung, kräftig der Punkt der Umkehr. { $start }


## The hinge, from the first try to the loaded one

drill-squat-to-hinge-name = Von der Kniebeuge zur Hüftbeuge
drill-squat-to-hinge-purpose = Zeigt dir den Unterschied zwischen Hinsetzen und Hüftbeuge, damit du beides wählen kannst.
drill-squat-to-hinge-setup = Stell die Füße hüftbreit, die Hände liegen auf den Oberschenkeln. Geh in eine kleine Kniebeuge. Schieb von dort die Hüfte nach hinten oben, bis die Schienbeine senkrecht stehen: Das ist die Hüftbeuge. Dann richte dich ganz auf.
drill-squat-to-hinge-camera = { camera-within_earshot }
drill-squat-to-hinge-feel = In der Kniebeuge arbeitet die Vorderseite der Oberschenkel. Wandert die Hüfte nach hinten oben, wandert die Arbeit auf die Rückseite, und der Fuß wird von den Zehen bis zur Ferse schwer.
drill-squat-to-hinge-start = Kleine Kniebeuge, Hüfte nach hinten oben, dann aufrichten.

drill-wall-tap-name = Wandtippen
drill-wall-tap-purpose = Bringt der Hüfte bei, voranzugehen: Sie sucht ihr Ziel hinter dir, der Oberkörper folgt nur.
drill-wall-tap-setup = Stell dich mit dem Rücken zur Wand, die Fersen eine Fußlänge davor. Lass die Knie weich, tipp mit dem Po an die Wand und richte dich wieder auf. Klappt jedes Mal, rück eine Handbreit weiter weg.
drill-wall-tap-camera = Genau seitlich von dir, auf Hüfthöhe, zwei bis drei Schritte entfernt. Die Wand steht am Bildrand, dazwischen ist nichts als Luft.
drill-wall-tap-feel = Der Po findet die Wand, bevor die Hände weit gewandert sind. Die Rückseite der Oberschenkel spannt sich wie eine Bogensehne, der ganze Fuß bleibt schwer.
drill-wall-tap-start = Knie weich. Nach hinten, Wand antippen, aufrichten.

drill-dowel-hinge-name = Hüftbeuge mit Stab
drill-dowel-hinge-purpose = Hält den Rücken lang, während sich die Hüfte bewegt. Der Stab sagt dir sofort, ob es klappt.
drill-dowel-hinge-setup = Halt einen Stab am Rücken entlang: eine Hand im Nacken, eine an der Taille. Er berührt Hinterkopf, Rückenmitte und Steißbein. Beug dich nur so weit, wie alle drei Stellen dranbleiben.
drill-dowel-hinge-camera = { camera-side_at_hip_height }
drill-dowel-hinge-feel = Der Stab liegt auf dem ganzen Weg an denselben drei Stellen, hinter der Taille bleibt etwas Luft. Der Zug sitzt weit oben in der Rückseite der Oberschenkel.
drill-dowel-hinge-start = Drei Stellen am Stab. Schieb die Hüfte zurück.

drill-broomstick-hinge-name = Hüftbeuge mit Besenstiel
drill-broomstick-hinge-purpose = Öffnet die Brust und hält den oberen Rücken breit, damit die Schultern bleiben, wo sie sind.
drill-broomstick-hinge-setup = Leg einen Besenstiel quer über den Rücken und halt ihn in den Ellenbeugen, die Hände liegen auf dem Bauch. Beug dich so, dass das Logo auf deinem Shirt möglichst lange zur Wand vor dir zeigt.
drill-broomstick-hinge-camera = { camera-side_at_hip_height }
drill-broomstick-hinge-feel = Breit von Schulter zu Schulter, der Besenstiel liegt ruhig. Der Rücken arbeitet still, die Bewegung macht die Hüfte.
drill-broomstick-hinge-start = Zeig dein Logo. Hüfte zurück, Besenstiel ruhig.

drill-bodyweight-hinge-name = Freie Hüftbeuge
drill-bodyweight-hinge-purpose = Die ganze Bewegung ohne Hilfe: gleichmäßig hinunter, unten kurz still, am Ende ganz groß.
drill-bodyweight-hinge-setup = Stell die Füße hüftbreit, lass die Knie weich und leg die Hände vorn auf die Oberschenkel. Lass sie langsam hinuntergleiten, bleib unten kurz still und komm in einem Zug hoch.
drill-bodyweight-hinge-camera = { camera-side_at_hip_height }
drill-bodyweight-hinge-feel = Als würdest du mit vollen Händen die Autotür mit dem Po zudrücken. Oben stehst du aufrecht wie eine Laterne, die Rippen über dem Gürtel.
drill-bodyweight-hinge-start = Langsam hinuntergleiten, still bleiben, ganz aufrichten.

drill-banded-hinge-name = Hüftbeuge mit Band
drill-banded-hinge-purpose = Das Band zieht deine Hüfte zurück, und du holst sie wieder heim. Es zeigt die Richtung besser als jedes Wort.
drill-banded-hinge-setup = Mach ein langes Band hinter dir auf Hüfthöhe fest und steig hinein, sodass es in der Leiste liegt. Geh nach vorn, bis es spannt. Lass es deine Hüfte zurückziehen und richte dich dagegen auf.
drill-banded-hinge-camera = Genau seitlich von dir, auf Hüfthöhe, zwei bis drei Schritte entfernt. Du und die erste Armlänge des Bandes sind im Bild.
drill-banded-hinge-feel = Der Zug führt dich in einer geraden, waagerechten Linie nach hinten. Auf dem Weg nach oben arbeitet der Po, die Knie ändern sich kaum.
drill-banded-hinge-start = Lass dich vom Band zurückziehen, dann richte dich auf.

drill-pull-through-name = Durchziehen
drill-pull-through-purpose = Belastet den Weg nach oben von hinten: Die Arme bleiben faul, die Hüfte lernt, die Bewegung zu beenden.
drill-pull-through-setup = Mach ein Band oder Kabel tief hinter dir fest. Stell dich mit dem Rücken dazu, greif das Ende mit beiden Händen zwischen den Beinen und geh vor, bis es spannt. Lass die Hände zwischen den Oberschenkeln nach hinten wandern, dann richte dich auf.
drill-pull-through-camera = Genau seitlich von dir, auf Hüfthöhe, zwei bis drei Schritte entfernt, das Band ist im Bild.
drill-pull-through-feel = Arme wie Seile. Die Hände wandern weit hinter die Knie, bevor die Hüfte nach vorn kommt, und oben wird der Po fest.
drill-pull-through-start = Faule Arme. Hände weit zurück, dann Hüfte nach vorn.

drill-tall-kneeling-hinge-name = Hüftbeuge im Kniestand
drill-tall-kneeling-hinge-purpose = Nimmt Sprunggelenke und Knie aus dem Spiel. Übrig bleibt die Leiste, und sie muss zuerst einklappen.
drill-tall-kneeling-hinge-setup = Knie dich aufrecht auf eine Matte, die Knie hüftbreit, und halt eine leichte Kettlebell ans Brustbein. Schieb den Po nur so weit zu den Fersen, wie das Gewicht am Brustbein und der Rücken lang bleibt. Dann wieder ganz aufrichten.
drill-tall-kneeling-hinge-camera = { camera-within_earshot }
drill-tall-kneeling-hinge-feel = Die Falte entsteht an den vorderen Hosentaschen, nirgends darüber. Auf dem Weg nach oben schiebt dich der Po in die Höhe.
drill-tall-kneeling-hinge-start = Zuerst die Leiste einklappen. Kettlebell bleibt am Brustbein.

drill-kettlebell-deadlift-name = Kreuzheben mit Kettlebell
drill-kettlebell-deadlift-purpose = Deine Hüftbeuge mit etwas, das sich zu heben lohnt: vom Boden, nah bei dir, zurück an denselben Platz.
drill-kettlebell-deadlift-setup = Stell die Kettlebell zwischen die Füße, auf Höhe der Knöchel. Schieb die Hüfte zurück, bis die Hände den Griff finden, mach die Arme lang und drück den Boden weg. Stell sie dort ab, wo sie stand.
drill-kettlebell-deadlift-camera = { camera-side_at_hip_height }
drill-kettlebell-deadlift-feel = Die Kettlebell hebt ab, weil die Beine drücken, nicht weil die Arme ziehen. Brust und Hüfte kommen zusammen oben an.
drill-kettlebell-deadlift-start = Hüfte zurück bis zum Griff. Drück den Boden weg.

drill-weighted-hinge-name = Hüftbeuge mit Gewicht
drill-weighted-hinge-purpose = Das rumänische Kreuzheben: Kraft für die ganze Rückseite, auf dem Weg, der dir gehört.
drill-weighted-hinge-setup = Steh aufrecht, das Gewicht liegt an den Oberschenkeln. Schieb die Hüfte zurück und zieh mit dem Gewicht einen Strich an den Beinen hinunter, so tief der Rücken lang bleibt. Zieh denselben Strich wieder hinauf. Nimm ein Gewicht, mit dem die letzte Wiederholung aussieht wie die erste.
drill-weighted-hinge-camera = { camera-side_at_hip_height }
drill-weighted-hinge-feel = Das Gewicht streift auf dem ganzen Weg die Hose. Unten eine kräftige, gleichmäßige Dehnung hinten in den Oberschenkeln, oben ein fester Po.
drill-weighted-hinge-start = Streif mit dem Gewicht die Beine, hinunter und hinauf.


## Supporting work: range, strength and balance for the hinge

drill-toe-touch-name = Zehengriff mit erhöhtem Vorfuß
drill-toe-touch-purpose = Mehr Raum für die Hüftbeuge: Die Rückseite der Beine lernt loszulassen, in flotten, lockeren Zügen.
drill-toe-touch-setup = Stell die Fußballen auf die Erhöhung, die Fersen auf den Boden, die Knie weich. Greif nach den Zehen, lass die ganze Wirbelsäule rund werden, bleib einen Takt und schwing wieder hoch. Hier darf der Rücken rund sein: Den neuen Raum nutzt danach die Hüftbeuge.
drill-toe-touch-camera = { camera-side_at_hip_height }
drill-toe-touch-feel = Ein leichter Zug hinter Knien und Oberschenkeln, der mit jedem Mal etwas nachgibt. Die Finger kommen etwas weiter, ganz ohne Kraft.
drill-toe-touch-start = Locker greifen: zu den Zehen, still, und hoch.

drill-heel-awareness-name = Fersen spüren
drill-heel-awareness-purpose = Findet die Mitte deines Fußes, den Ort, von dem aus jede Hüftbeuge ruhig bleibt.
drill-heel-awareness-setup = Steh barfuß, die Füße hüftbreit, aufrecht wie ein Baum. Lass das Gewicht nach vorn treiben, bis die Fersen leicht werden, dann zurück, bis die Zehen leicht werden, und komm dort zur Ruhe, wo der ganze Fuß schwer ist. Nichts verlässt den Boden.
drill-heel-awareness-camera = { camera-within_earshot }
drill-heel-awareness-feel = Drei Punkte drücken gleich stark in den Boden: die Ferse, der Großzehenballen und der Kleinzehenballen.
drill-heel-awareness-start = Nach vorn treiben, zurück treiben, auf dem ganzen Fuß ruhen.

drill-leg-circles-name = Beinkreise
drill-leg-circles-purpose = Bewegt die Hüfte auf ihrem ganzen Weg, während das Becken ruhig liegt wie ein Tisch.
drill-leg-circles-setup = Leg dich auf den Rücken, ein Bein lang auf der Matte, das andere mit weichem Knie zur Decke. Zeichne mit den Zehen einen Kreis an die Decke, so groß, wie das Becken still bleibt. Wechsle nach der Hälfte die Richtung. Der nächste Satz gehört dem anderen Bein.
drill-leg-circles-camera = { camera-within_earshot }
drill-leg-circles-feel = Der Oberschenkel dreht sich geschmeidig in der Hüfte. Beide Seiten des Beckens liegen gleich schwer auf der Matte.
drill-leg-circles-start = Zeichne langsame Kreise an die Decke. Becken ruhig.

drill-ninety-ninety-name = 90-90-Hüftwechsel
drill-ninety-ninety-purpose = Gibt der Hüfte Raum zum Drehen, damit sie nach hinten kann, ohne den Rücken um Hilfe zu bitten.
drill-ninety-ninety-setup = Setz dich auf die Matte, beide Knie im rechten Winkel, ein Bein vor dir, das andere seitlich, die Hände stützen hinten, so viel du brauchst. Sitz aufrecht, schwing beide Knie wie Scheibenwischer auf die andere Seite und ruh dort.
drill-ninety-ninety-camera = { camera-within_earshot }
drill-ninety-ninety-feel = Eine Dehnung tief im Po des vorderen Beins. Das Brustbein bleibt oben, wenn die Knie die Seite wechseln.
drill-ninety-ninety-start = Sitz aufrecht. Knie auf die andere Seite, und ruh dort.

drill-fire-hydrant-name = Hydrant
drill-fire-hydrant-purpose = Weckt die Seite des Pos und bringt dem Rumpf bei, still zu bleiben, während sich ein Bein bewegt.
drill-fire-hydrant-setup = Geh auf Hände und Knie, der Rücken so flach, dass er eine Tasse Tee tragen könnte. Heb ein gebeugtes Knie zur Seite, ohne Tee zu verschütten, halt es und senk es ab. Ein Satz gehört der einen Seite, der nächste der anderen.
drill-fire-hydrant-camera = { camera-within_earshot }
drill-fire-hydrant-feel = Wärme an der Seite des Pos. Die Tasse auf deinem Rücken bleibt voll.
drill-fire-hydrant-start = Heb das Knie zur Seite. Verschütte keinen Tee.

drill-superman-name = Superman
drill-superman-purpose = Gibt den Muskeln am Rücken die Ausdauer, dich lang zu halten, wenn die Hüftbeuge anstrengend wird.
drill-superman-setup = Leg dich auf den Bauch, die Arme lang an den Ohren vorbei, die Stirn knapp über der Matte. Streck Hände und Füße zu den beiden Wänden, bis sie eine Handbreit über dem Boden schweben. Halt kurz und senk sanft ab.
drill-superman-camera = { camera-within_earshot }
drill-superman-feel = Du wirst eher länger als höher. Po und der ganze Rücken teilen sich die Arbeit.
drill-superman-start = Streck dich zu beiden Wänden, schweb, und senk ab.

drill-glute-bridge-name = Beckenheben
drill-glute-bridge-purpose = Das Ende jeder Hüftbeuge, im Liegen geübt: Hüfte offen, Po fest, Rippen ruhig.
drill-glute-bridge-setup = Leg dich auf den Rücken, die Knie gebeugt, die Füße flach und hüftbreit. Drück den Boden mit dem ganzen Fuß weg, bis Knie, Hüfte und Schultern eine Linie bilden. Halt kurz und senk ab.
drill-glute-bridge-camera = { camera-within_earshot }
drill-glute-bridge-feel = Der Po hebt dich. Der Reißverschluss deiner Hose zeigt zur Decke, die Rippen bleiben schwer.
drill-glute-bridge-start = Drück den Boden weg, halt die Brücke, und senk ab.

drill-hip-thrust-name = Beckenheben an der Bank
drill-hip-thrust-purpose = Das Beckenheben mit mehr Weg: Kraft, um dich ganz aufzurichten.
drill-hip-thrust-setup = Setz dich vor eine Bank, die Schulterblätter an der Kante, die Füße flach, oben stehen die Knie über den Knöcheln. Drück die Hüfte hoch, bis der Oberkörper waagerecht ist wie ein Tisch, halt kurz und lass sie sinken. In der Leiste darf ein Gewicht liegen.
drill-hip-thrust-camera = { camera-within_earshot }
drill-hip-thrust-feel = Oben ist der Po fest wie ein Händedruck, und du schaust über die Knie zur Wand.
drill-hip-thrust-start = Hoch zum waagerechten Tisch, halten, sinken lassen.


## The hinge in everyday life

drill-sitting-down-name = Hinsetzen und Aufstehen
drill-sitting-down-purpose = Die Bewegung, die du am Tag am häufigsten machst. Gut gemacht kommt die Hüfte auf dem Stuhl an, statt zu fallen.
drill-sitting-down-setup = Stell dich vor einen festen Stuhl, die Waden fast daran. Schick die Hüfte zurück zum Sitz und komm an, als schliefe dort eine Katze. Zum Aufstehen bring die Nase über die Zehen und drück den Boden weg.
drill-sitting-down-camera = { camera-within_earshot }
drill-sitting-down-feel = Du könntest überall auf dem Weg anhalten. Der ganze Fuß ist schwer, und der Stuhl hört nichts.
drill-sitting-down-start = Hüfte zurück, sanft ankommen, und aufstehen.

drill-dishwasher-name = Spülmaschine ausräumen
drill-dishwasher-purpose = Aus vielen kleinen Verbeugungen am Tag werden viele kleine Hüftbeugen.
drill-dishwasher-setup = Stell dich vor die offene Spülmaschine oder eine tiefe Schublade, beide Füße am Boden. Schieb die Hüfte zurück, greif in den unteren Korb und richte dich ganz auf, bevor du dich drehst. Dreh dich mit den Füßen, nicht mit der Taille.
drill-dishwasher-camera = Genau seitlich von dir, auf Hüfthöhe, zwei bis drei Schritte entfernt. Zwischen Kamera und Rücken steht nichts.
drill-dishwasher-feel = Die Hüfte wandert zur Wand hinter dir, während die Hände nach unten gehen. Jeder Teller kommt nah am Gürtel mit dir hoch.
drill-dishwasher-start = Ein Teller nach dem anderen. Hüfte zurück, dann aufrichten.

drill-groceries-name = Einkäufe aufheben
drill-groceries-purpose = Bringt das Kreuzheben in den Flur: Taschen, die nah am Körper hängen und ruhig hochkommen.
drill-groceries-setup = Stell neben jeden Fuß eine Tasche oder eine zwischen die Füße. Schieb die Hüfte zurück, bis die Hände die Griffe finden, lass die Arme lang werden und drück den Boden weg. Stell sie genauso wieder ab.
drill-groceries-camera = { camera-side_at_hip_height }
drill-groceries-feel = Erst spannen sich die Griffe, dann kommt alles in einem Stück hoch. Die Taschen streifen die Hose.
drill-groceries-start = Hüfte zurück bis zu den Griffen. Drück den Boden weg.

drill-gardening-name = Gartenarbeit
drill-gardening-purpose = Eine Weile unten bleiben: eine tiefe Hüftbeuge, lang genug, um ein Unkraut zu ziehen.
drill-gardening-setup = Stell die Füße weiter als hüftbreit. Schieb die Hüfte zurück, stütz einen Unterarm auf den Oberschenkel und lass die andere Hand ein paar Takte lang nah am Boden arbeiten. Richte dich nach jedem Unkraut ganz auf und wechsle ab und zu den Arm.
drill-gardening-camera = { camera-side_at_hip_height }
drill-gardening-feel = Der stützende Arm trägt den Oberkörper, der Rücken bleibt lang wie ein Spaten. Lieber oft hochkommen als lange unten bleiben.
drill-gardening-start = Runter, ein paar Takte arbeiten, und ganz aufrichten.

drill-lifting-a-child-name = Ein Kind hochheben
drill-lifting-a-child-purpose = Das wichtigste Heben von allen, mit einem Kissen geübt, bis es von allein geht.
drill-lifting-a-child-setup = Leg ein großes Kissen oder stell einen Wäschekorb vor dir auf den Boden. Tritt nah heran, auf jeder Seite ein Fuß, Hüfte zurück und die Knie so weich wie nötig. Drück es zuerst an die Brust, dann steh auf. Leg es genauso sanft wieder ab.
drill-lifting-a-child-camera = Genau seitlich von dir, auf Hüfthöhe, zwei bis drei Schritte entfernt. Du bist allein im Bild: Üb mit dem Kissen, das Kind kommt später dran.
drill-lifting-a-child-feel = Erst nah, dann hoch. Die Last liegt an der Brust, die Beine heben, und du atmest auf dem Weg aus.
drill-lifting-a-child-start = Tritt nah heran, drück es an dich, steh auf.
