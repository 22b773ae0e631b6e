# What Dowel can and can't see, for the person who practises. Each figure stands in LIMITS.md. One sentence a line.

limits-place-title = Where the camera stands
limits-place-lines =
    Dowel watches with one camera, from the side, and sees the half of you that faces it.
    Turned away from the exact side view by 18-20 degrees you are still judged, though your shoulders less well.
    Beyond 32 degrees Dowel asks you to turn, and judges nothing.
    It follows one person only.

limits-light-title = Clothes and light
limits-light-lines =
    Your back is read from your outline.
    A baggy shirt hides it, and so does the dark: Dowel then says that it can't tell.
    Repetitions are counted all the same.

limits-back-title = How small a rounding it sees
limits-back-lines =
    In the tests, a lower back that rounded by 24 degrees or more was seen in 12 of 12 repetitions.
    20 degrees were seen in 10 of 13, 12-15 degrees only sometimes.
    Take anything smaller as not seen.

limits-alarms-title = How often it is wrong
limits-alarms-lines =
    In 3 of 96 good repetitions Dowel named a fault that was not there.
    Where it is not sure it says so, and would rather miss something than tell you off for nothing.

limits-unjudged-title = What it misses
limits-unjudged-lines =
    Heels that lift: 0 of 4 were seen in one of the tests.
    How the pelvis tips on its own was not tested.
    A back that bends before the hips is told as rounding.
    What the voice only counts is not judged at all.

limits-measured-title = How this was measured
limits-measured-lines =
    On drawn people whose every angle is known, and on a few filmed ones.
    All of it on a computer: nothing has been measured on a phone.

limits-professional-title = What it is not
limits-professional-lines =
    Dowel teaches a movement.
    It gives no medical advice: for that, ask a doctor or a physiotherapist.
