# The drills and everyday tasks: what each is for, how to set it up, where the camera stands, what it should feel
# like, and `-start`, spoken just before the count-in: at most twelve words.

camera-side_at_hip_height = Side-on to you, at hip height, two to three steps away, with your whole body in the picture.
camera-within_earshot = Anywhere you can hear it. The camera rests in this drill and the voice keeps the time.

prop-stick-name = a stick: dowel, broomstick or pipe, as long as your back and head
prop-wall-name = a wall
prop-kettlebell-name = a kettlebell, or another weight with one handle
prop-weight-name = a bar or two dumbbells
prop-band-name = a long resistance band and a firm place to fix it
prop-step-name = a wedge, a weight plate or a firm book, 3 to 5 cm high
prop-chair-name = a firm chair
prop-bench-name = a bench or sofa edge that stays where it is
prop-mat-name = a mat or carpet
prop-bags-name = one or two shopping bags
prop-cushion-name = a big cushion or a laundry basket

# A picture in words, read out by a screen reader.
drawing-of-drill = Drawing of { $name }: a faint figure at the start, a bold one where the movement turns. { $start }


## The hinge, from the first try to the loaded one

drill-squat-to-hinge-name = Squat to hinge
drill-squat-to-hinge-purpose = Shows you the difference between sitting down and hinging back, so that you can choose either.
drill-squat-to-hinge-setup = Stand with feet hip-wide and your hands on your thighs. Sit into a shallow squat. From there lift your hips up and back until your shins stand upright: that is the hinge. Then stand tall.
drill-squat-to-hinge-camera = { camera-within_earshot }
drill-squat-to-hinge-feel = In the squat the front of the thighs works. As the hips travel up and back, the work moves to the back of the thighs and the feet grow heavy from toe to heel.
drill-squat-to-hinge-start = Down to a small squat, hips up and back, then stand.

drill-wall-tap-name = Wall tap
drill-wall-tap-purpose = Teaches your hips to lead: they travel back to a target, and the trunk only follows.
drill-wall-tap-setup = Stand with your back to a wall, heels one foot's length away from it. Soften the knees, tap the wall with your seat, and stand tall again. Once every tap is easy, move a hand's width further away.
drill-wall-tap-camera = Side-on to you, at hip height, two to three steps away. The wall is at the edge of the picture, and nothing but air between it and you.
drill-wall-tap-feel = The seat finds the wall before the hands have gone far. The backs of the thighs tighten like a bow string, and the whole foot stays heavy.
drill-wall-tap-start = Knees soft. Reach back, tap the wall, stand tall.

drill-dowel-hinge-name = Dowel hinge
drill-dowel-hinge-purpose = Keeps your back long while the hips move. The stick tells you at once whether it does.
drill-dowel-hinge-setup = Hold a stick along your back: one hand behind the neck, one behind the waist. It touches the back of the head, the mid-back and the tailbone. Hinge only as far as all three keep touching.
drill-dowel-hinge-camera = { camera-side_at_hip_height }
drill-dowel-hinge-feel = The stick rests on the same three places all the way down and up, with a little room behind the waist. The pull sits high in the backs of the thighs.
drill-dowel-hinge-start = Three contacts on the stick. Push your hips back.

drill-broomstick-hinge-name = Broomstick hinge
drill-broomstick-hinge-purpose = Opens the chest and keeps the upper back broad, so that the shoulders stay where they are as you fold.
drill-broomstick-hinge-setup = Lay a broomstick across your back and hold it in the crooks of your elbows, hands on your belly. Hinge with the logo of your shirt turned to the wall ahead for as long as you can.
drill-broomstick-hinge-camera = { camera-side_at_hip_height }
drill-broomstick-hinge-feel = Broad across the collarbones, with the broomstick lying still. The back works quietly, the hips do the moving.
drill-broomstick-hinge-start = Show your logo. Hips back, broomstick still.

drill-bodyweight-hinge-name = Bodyweight hinge
drill-bodyweight-hinge-purpose = The whole movement with nothing to hold on to: steady on the way down, a still moment at the bottom, tall at the end.
drill-bodyweight-hinge-setup = Stand with feet hip-wide, knees soft, hands on the front of your thighs. Slide them down slowly, be still for a moment at the bottom, and come up in one go.
drill-bodyweight-hinge-camera = { camera-side_at_hip_height }
drill-bodyweight-hinge-feel = Like closing a car door with your seat while both hands are full. At the top you stand as tall as a lamp post, ribs over the belt.
drill-bodyweight-hinge-start = Slide down slowly, be still, and stand tall.

drill-banded-hinge-name = Banded hinge
drill-banded-hinge-purpose = The band pulls your hips back and asks you to bring them home. It shows the direction better than any words.
drill-banded-hinge-setup = Fix a long band behind you at hip height and step into it, so that it lies in the crease of your hips. Walk forward until it is tight. Let it take your hips back, then stand tall against it.
drill-banded-hinge-camera = Side-on to you, at hip height, two to three steps away. You and the first arm's length of the band are in the picture.
drill-banded-hinge-feel = The pull leads you back in a straight, level line. On the way up the seat does the work and the knees hardly change.
drill-banded-hinge-start = Let the band take your hips, then stand tall.

drill-pull-through-name = Pull-through
drill-pull-through-purpose = Loads the way up from behind: the arms stay lazy and the hips learn to finish the lift.
drill-pull-through-setup = Fix a band or cable low behind you. Stand with your back to it, take the end between your legs with both hands, and step forward until it is tight. Let the hands travel back between the thighs, then stand tall.
drill-pull-through-camera = Side-on to you, at hip height, two to three steps away, the band in the picture.
drill-pull-through-feel = Arms like ropes. The hands go far behind the knees before the hips come through, and the seat tightens at the top.
drill-pull-through-start = Lazy arms. Hands far back, then hips through.

drill-tall-kneeling-hinge-name = Tall-kneeling kettlebell hinge
drill-tall-kneeling-hinge-purpose = Takes ankles and knees out of the game. What is left is the crease of the hips, and it has to close first.
drill-tall-kneeling-hinge-setup = Kneel tall on a mat, knees hip-wide, and hold a light kettlebell against your breastbone. Send the seat towards your heels only as far as the bell stays on the breastbone and the back stays long. Come back up tall.
drill-tall-kneeling-hinge-camera = { camera-within_earshot }
drill-tall-kneeling-hinge-feel = The fold is in the front pockets of your trousers, nowhere above. On the way up the seat pushes you tall.
drill-tall-kneeling-hinge-start = Close the hip crease first. Bell on the breastbone.

drill-kettlebell-deadlift-name = Kettlebell deadlift
drill-kettlebell-deadlift-purpose = Your hinge with something worth lifting: from the floor, close to you, and back to the same spot.
drill-kettlebell-deadlift-setup = Put the kettlebell between your feet, level with your ankles. Push the hips back until your hands find the handle, take the slack out, and push the floor away. Set it down where it stood.
drill-kettlebell-deadlift-camera = { camera-side_at_hip_height }
drill-kettlebell-deadlift-feel = The bell leaves the floor because the legs push, not because the arms pull. Chest and hips arrive at the top together.
drill-kettlebell-deadlift-start = Hips back to the handle. Push the floor away.

drill-weighted-hinge-name = Weighted hinge
drill-weighted-hinge-purpose = The Romanian deadlift: strength for the whole back of the body, in the range that is yours.
drill-weighted-hinge-setup = Stand tall with the weight against your thighs. Push the hips back and let the weight paint a line down your legs, as low as your long back allows. Paint the same line upwards. Take a weight with which the last rep looks like the first.
drill-weighted-hinge-camera = { camera-side_at_hip_height }
drill-weighted-hinge-feel = The weight brushes the trousers all the way. A strong, even stretch in the backs of the thighs below, a firm seat above.
drill-weighted-hinge-start = Paint your legs with the weight, down and up.


## Supporting work: range, strength and balance for the hinge

drill-toe-touch-name = Forefoot-elevated toe touch
drill-toe-touch-purpose = More room for the hinge: the backs of the thighs learn to let go, in brisk and easy reaches.
drill-toe-touch-setup = Stand with the balls of your feet on the step and your heels on the floor, knees soft. Reach for your toes, let the whole spine curl, stay for a count, and swing up again. Here the back may round: the hinge gets the new range afterwards.
drill-toe-touch-camera = { camera-side_at_hip_height }
drill-toe-touch-feel = An easy pull behind the knees and thighs that gives way a little with each reach. The fingers get a little further, without any force.
drill-toe-touch-start = Easy reaches: to the toes, still, and up.

drill-heel-awareness-name = Heel awareness
drill-heel-awareness-purpose = Finds the middle of your foot, the place from which every hinge stays steady.
drill-heel-awareness-setup = Stand barefoot, feet hip-wide, tall as a tree. Let your weight drift forward until the heels grow light, then back until the toes grow light, and come to rest where the whole foot is heavy. Nothing leaves the floor.
drill-heel-awareness-camera = { camera-within_earshot }
drill-heel-awareness-feel = Three points press into the floor alike: the heel, the ball of the big toe and the ball of the little toe.
drill-heel-awareness-start = Drift forward, drift back, rest on the whole foot.

drill-leg-circles-name = Leg circles
drill-leg-circles-purpose = Moves the hip through its whole range while the pelvis stays as quiet as a table.
drill-leg-circles-setup = Lie on your back, one leg long on the mat, the other pointing to the ceiling, its knee soft. Draw a circle on the ceiling with the toes, as large as the pelvis stays still. Turn around half-way through the set. The next set is for the other leg.
drill-leg-circles-camera = { camera-within_earshot }
drill-leg-circles-feel = The thigh bone turns smoothly in its socket. Both sides of the pelvis rest on the mat with the same weight.
drill-leg-circles-start = Draw slow circles on the ceiling. Pelvis quiet.

drill-ninety-ninety-name = 90-90 hip switch
drill-ninety-ninety-purpose = Gives the hips room to turn, so that they can sit back without asking the back for help.
drill-ninety-ninety-setup = Sit on the mat with both knees at a right angle, one leg in front of you, the other out to the side, your hands behind you as far as you need. Sit tall, swing both knees over to the other side like windscreen wipers, and rest there.
drill-ninety-ninety-camera = { camera-within_earshot }
drill-ninety-ninety-feel = A stretch deep in the seat of the front leg. The breast bone stays high as the knees change sides.
drill-ninety-ninety-start = Sit tall. Knees over to the other side, and rest.

drill-fire-hydrant-name = Fire hydrant
drill-fire-hydrant-purpose = Wakes the side of the seat and teaches the trunk to stay put while a leg moves.
drill-fire-hydrant-setup = Get on hands and knees, back flat enough to carry a cup of tea. Lift one bent knee out to the side without spilling the tea, hold, and lower it. One set is for one side, the next for the other.
drill-fire-hydrant-camera = { camera-within_earshot }
drill-fire-hydrant-feel = Warmth at the side of the seat. The cup of tea on your back stays full.
drill-fire-hydrant-start = Lift the knee to the side. Spill no tea.

drill-superman-name = Superman
drill-superman-purpose = Gives the muscles along the back the stamina to keep you long when a hinge gets hard.
drill-superman-setup = Lie on your front, arms long past your ears, forehead just off the mat. Reach hands and feet to opposite walls until both float a hand's width above the floor. Hold, and lower softly.
drill-superman-camera = { camera-within_earshot }
drill-superman-feel = You grow longer rather than higher. The seat and the whole length of the back share the work.
drill-superman-start = Reach long to both walls, float, and lower.

drill-glute-bridge-name = Glute bridge
drill-glute-bridge-purpose = The finish of every hinge, practised lying down: hips open, seat firm, ribs quiet.
drill-glute-bridge-setup = Lie on your back with bent knees, feet flat and hip-wide. Press the floor away with your whole feet until knees, hips and shoulders are in one line. Hold, and lower.
drill-glute-bridge-camera = { camera-within_earshot }
drill-glute-bridge-feel = The seat lifts you. The zip of your trousers points at the ceiling, and the ribs stay heavy.
drill-glute-bridge-start = Press the floor away, hold the bridge, and lower.

drill-hip-thrust-name = Hip thrust
drill-hip-thrust-purpose = The bridge with more room to move: strength for standing all the way up.
drill-hip-thrust-setup = Sit in front of a bench with your shoulder blades on its edge, feet flat, knees above the ankles at the top. Drive the hips up until the trunk is as level as a table, hold, and let them sink. A weight may rest in the crease of the hips.
drill-hip-thrust-camera = { camera-within_earshot }
drill-hip-thrust-feel = At the top the seat is as firm as a handshake, and your eyes look over the knees to the wall.
drill-hip-thrust-start = Drive up to a level table, hold, and sink.


## The hinge in everyday life

drill-sitting-down-name = Sitting down and standing up
drill-sitting-down-purpose = The hinge you do most in a day. Done well, the chair is where the hips arrive, not where you drop.
drill-sitting-down-setup = Stand in front of a firm chair, calves nearly touching it. Send the hips back to the seat and meet it as if a sleeping cat lay there. To stand up, bring the nose over the toes and push the floor away.
drill-sitting-down-camera = { camera-within_earshot }
drill-sitting-down-feel = You could stop anywhere on the way. The whole foot is heavy, and the chair hears nothing.
drill-sitting-down-start = Hips back, meet the seat softly, and stand.

drill-dishwasher-name = Emptying the dishwasher
drill-dishwasher-purpose = Many small bends a day become many small hinges.
drill-dishwasher-setup = Stand before the open dishwasher, or a low drawer, with both feet on the floor. Push the hips back, reach into the lower basket, and come up tall before you turn. Turn with your feet, not with your waist.
drill-dishwasher-camera = Side-on to you, at hip height, two to three steps away. Nothing stands between the camera and your back.
drill-dishwasher-feel = The hips go to the wall behind you as the hands go down. Each plate comes up with you, near your belt.
drill-dishwasher-start = One plate at a time. Hips back, then tall.

drill-groceries-name = Picking up the groceries
drill-groceries-purpose = Takes the deadlift to the hall floor: bags that hang close and come up smoothly.
drill-groceries-setup = Put a bag beside each foot, or one between them. Push the hips back until the hands find the handles, let the arms grow long, and push the floor away. Set them down the same way.
drill-groceries-camera = { camera-side_at_hip_height }
drill-groceries-feel = The handles tighten first, then everything rises in one piece. The bags brush your trousers.
drill-groceries-start = Hips back to the handles. Push the floor away.

drill-gardening-name = Gardening
drill-gardening-purpose = Staying down for a while: a low hinge held long enough to pull a weed.
drill-gardening-setup = Stand with feet wider than your hips. Push the hips back, rest one forearm on your thigh, and let the other hand work near the floor for a few counts. Come up tall after each weed, and change arms now and then.
drill-gardening-camera = { camera-side_at_hip_height }
drill-gardening-feel = The resting arm carries the trunk, the back stays as long as a spade. You would rather come up often than stay long.
drill-gardening-start = Down, a few counts of work, and up tall.

drill-lifting-a-child-name = Lifting a child
drill-lifting-a-child-purpose = The lift that matters most, practised with a cushion until it is a habit.
drill-lifting-a-child-setup = Put a big cushion or a laundry basket on the floor in front of you. Step up close, one foot on each side, hips back and knees as soft as it takes. Hug it to your chest first, then stand up. Set it down just as gently.
drill-lifting-a-child-camera = Side-on to you, at hip height, two to three steps away. You are alone in the picture: practise with the cushion, the child comes later.
drill-lifting-a-child-feel = First close, then up. The load sits on your chest, the legs do the lifting, and you breathe out on the way.
drill-lifting-a-child-start = Step close, hug it, and stand up.
