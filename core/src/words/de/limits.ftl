# Was Dowel sehen kann und was nicht, für die Person, die übt. Jede Zahl steht in LIMITS.md. Ein Satz je Zeile.

limits-place-title = Wo die Kamera steht
limits-place-lines =
    Dowel schaut mit einer Kamera von der Seite zu und sieht die Hälfte von dir, die zu ihr zeigt.
    Stehst du 18-20 Grad verdreht, beurteilt es dich noch, die Schultern aber weniger gut.
    Über 32 Grad bittet es dich, dich zu drehen, und beurteilt nichts.
    Es achtet immer nur auf eine Person.

limits-light-title = Kleidung und Licht
limits-light-lines =
    Dein Rücken wird an deinem Umriss abgelesen.
    Ein weites Shirt verdeckt ihn, Dunkelheit auch: Dann sagt Dowel, dass es nichts sagen kann.
    Wiederholungen zählt es trotzdem.

limits-back-title = Wie wenig Rundung es sieht
limits-back-lines =
    In den Tests wurde ein unterer Rücken, der sich um 24 Grad oder mehr rundete, in 12 von 12 Wiederholungen erkannt.
    20 Grad wurden in 10 von 13 erkannt, 12-15 Grad nur manchmal.
    Was kleiner ist, gilt als nicht gesehen.

limits-alarms-title = Wie oft es sich irrt
limits-alarms-lines =
    In 3 von 96 guten Wiederholungen nannte Dowel einen Fehler, der keiner war.
    Wo es nicht sicher ist, sagt es das und übersieht lieber etwas, als dich grundlos zu korrigieren.

limits-unjudged-title = Was ihm entgeht
limits-unjudged-lines =
    Fersen, die abheben: In einem der Tests wurden 0 von 4 erkannt.
    Wie das Becken für sich allein kippt, wurde nicht getestet.
    Ein Rücken, der sich vor der Hüfte beugt, wird als runder Rücken gemeldet.
    Was die Stimme nur mitzählt, wird gar nicht beurteilt.

limits-measured-title = Wie das gemessen wurde
limits-measured-lines =
    An gezeichneten Menschen, bei denen jeder Winkel bekannt ist, und an einigen gefilmten.
    Alles am Computer: Auf einem Handy wurde noch nichts gemessen.

limits-professional-title = Was es nicht ist
limits-professional-lines =
    Dowel bringt dir eine Bewegung bei.
    Es gibt keinen medizinischen Rat: Frag dafür deine Ärztin oder deinen Physiotherapeuten.
