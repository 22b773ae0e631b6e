//! Every drill drawn, in poses that a body can take and that its texts ask for.

use std::collections::BTreeSet;

use super::body::{ANKLE_HEIGHT, FOREARM, SHIN, THIGH, TRUNK, UPPER_ARM, along_spine};
use super::figure::BACK;
use super::*;
use crate::drills::{self, DrillKind, Prop, Watch};

/// Without a load or the floor's help: knees soft, hips folded.
const PURE_HINGES: [&str; 8] = [
    "squat-to-hinge",
    "wall-tap",
    "dowel-hinge",
    "broomstick-hinge",
    "bodyweight-hinge",
    "banded-hinge",
    "pull-through",
    "weighted-hinge",
];
/// Down to the floor: the knees bend as far as it takes.
const LOW_HINGES: [&str; 5] = [
    "kettlebell-deadlift",
    "dishwasher",
    "groceries",
    "gardening",
    "lifting-a-child",
];
/// Where the heel ends and the toes do, from the ankle.
const SOLE: std::ops::Range<f64> = -0.045..0.116;

fn plan(id: &str) -> &'static Plan {
    &LIBRARY.drills[id]
}

fn start(id: &str) -> Joints {
    plan(id).standing(&plan(id).start)
}

fn end(id: &str) -> Joints {
    plan(id).standing(&plan(id).end)
}

/// On their feet from start to end.
fn standing_drills() -> impl Iterator<Item = &'static str> {
    let on_feet = drills::all()
        .iter()
        .filter(|drill| drill.watch == Watch::Hinge);
    let paced = ["squat-to-hinge", "heel-awareness", "sitting-down"];
    on_feet.map(|drill| drill.id.as_str()).chain(paced)
}

/// Degrees by which the way from `a` to `b` rises, seen from the side.
fn rise(a: Place, b: Place) -> f64 {
    (b.y - a.y).atan2(b.x - a.x).to_degrees()
}

#[test]
fn every_drill_has_its_picture_and_every_thing_its_use() {
    let ids: BTreeSet<_> = drills::all().iter().map(|drill| &drill.id).collect();
    assert_eq!(LIBRARY.drills.keys().collect::<BTreeSet<_>>(), ids);
    let placed = LIBRARY.drills.values().flat_map(|plan| &plan.things);
    let used: BTreeSet<_> = placed.map(|placed| &placed.thing).collect();
    assert_eq!(LIBRARY.things.keys().collect::<BTreeSet<_>>(), used);
}

#[test]
fn everything_lies_in_the_square_and_fills_it() {
    for drill in drills::all() {
        let bounds = view::Bounds::of(&drill.picture().strokes);
        let range = 0.03..0.97;
        for edge in [bounds.left, bounds.right, bounds.bottom, bounds.top] {
            assert!(range.contains(&edge), "{}: {bounds:?}", drill.id);
        }
        let larger = (bounds.right - bounds.left).max(bounds.top - bounds.bottom);
        assert!(larger > 0.65, "{}: {bounds:?}", drill.id);
    }
}

#[test]
fn a_picture_shows_both_figures_the_way_and_what_the_drill_needs() {
    for drill in drills::all() {
        let roles: BTreeSet<_> = drill
            .picture()
            .strokes
            .iter()
            .map(|stroke| format!("{:?}", stroke.role))
            .collect();
        for role in ["Figure", "Ghost", "Arrow", "Ground"] {
            let is_there =
                roles.contains(role) || (role == "Ground" && plan(&drill.id).view.up_deg > 0.0);
            assert!(is_there, "{} without {role}", drill.id);
        }
        assert_eq!(
            roles.contains("Stick"),
            drill.needs.contains(&Prop::Stick),
            "{}",
            drill.id
        );
        assert!(
            drill.needs.is_empty() || !plan(&drill.id).things.is_empty(),
            "{}",
            drill.id
        );
    }
}

#[test]
fn ghost_and_figure_are_one_body() {
    for (id, plan) in &LIBRARY.drills {
        for pose in [&plan.start, &plan.end] {
            let joints = plan.standing(pose);
            for leg in [joints.leg, joints.far_leg] {
                assert!((leg.hip.distance(leg.knee) - THIGH).abs() < 1e-9, "{id}");
                assert!((leg.knee.distance(leg.ankle) - SHIN).abs() < 1e-9, "{id}");
            }
            for arm in [joints.arm, joints.far_arm] {
                assert!(
                    (arm.shoulder.distance(arm.elbow) - UPPER_ARM).abs() < 1e-9,
                    "{id}"
                );
                assert!(
                    (arm.elbow.distance(arm.wrist) - FOREARM).abs() < 1e-9,
                    "{id}"
                );
            }
        }
    }
}

#[test]
fn joints_stay_within_what_joints_can_do() {
    for (id, plan) in &LIBRARY.drills {
        for pose in [&plan.start, &plan.end] {
            for leg in [Some(pose.leg), pose.far_leg].into_iter().flatten() {
                assert!((-15.0..=130.0).contains(&leg.hip), "{id}: {leg:?}");
                assert!((0.0..=140.0).contains(&leg.knee), "{id}: {leg:?}");
                assert!((-85.0..=35.0).contains(&leg.ankle), "{id}: {leg:?}");
            }
            for arm in [Some(pose.arm), pose.far_arm].into_iter().flatten() {
                assert!((-60.0..=180.0).contains(&arm.shoulder), "{id}: {arm:?}");
                assert!(arm.elbow <= 150.0, "{id}: {arm:?}");
            }
        }
    }
}

#[test]
fn feet_that_stand_are_flat_and_stay() {
    for id in standing_drills() {
        let (start, end) = (start(id), end(id));
        assert!(start.leg.ankle.distance(end.leg.ankle) < 0.004, "{id}");
        let toes_up = plan(id).end.toes_up.to_radians().sin();
        assert!((end.leg.foot.y - toes_up).abs() < 1e-9, "{id}");
        assert!((end.leg.ankle.y - ANKLE_HEIGHT).abs() < 0.006, "{id}");
    }
}

#[test]
fn who_stands_freely_is_balanced_over_the_foot() {
    let held = ["banded-hinge", "pull-through", "sitting-down"];
    for id in standing_drills().filter(|id| !held.contains(id)) {
        let at = mass_center(&end(id)).x - end(id).leg.ankle.x;
        assert!(SOLE.contains(&at), "{id}: {at}");
    }
}

/// Segment masses and centres after Winter.
fn mass_center(joints: &Joints) -> Place {
    let (trunk, _) = along_spine(joints.root, joints.lean, joints.spine, TRUNK / 2.0);
    let mut parts = vec![(trunk, 0.497), (joints.skull, 0.081)];
    for leg in [joints.leg, joints.far_leg] {
        parts.push((leg.hip.towards(leg.knee, 0.433), 0.1));
        parts.push((leg.knee.towards(leg.ankle, 0.433), 0.0465));
        parts.push((leg.ankle + leg.foot * 0.03, 0.0145));
    }
    for arm in [joints.arm, joints.far_arm] {
        parts.push((arm.shoulder.towards(arm.elbow, 0.436), 0.028));
        parts.push((arm.elbow.towards(arm.hand, 0.5), 0.022));
    }
    let total: f64 = parts.iter().map(|(_, mass)| mass).sum();
    parts.iter().fold(Place::default(), |sum, &(at, mass)| {
        sum + at * (mass / total)
    })
}

#[test]
fn a_hinge_ends_as_the_drill_asks() {
    for id in PURE_HINGES.into_iter().chain(LOW_HINGES) {
        let leg = plan(id).end.leg;
        let (knees, shin) = match PURE_HINGES.contains(&id) {
            true => (15.0..=30.0, 5.0),
            false => (30.0..=75.0, 17.0),
        };
        assert!(knees.contains(&leg.knee), "{id}: {leg:?}");
        assert!(leg.ankle.abs() <= shin, "{id}: {leg:?}");
        assert!(
            leg.hip >= 70.0 && leg.hip >= leg.knee + 50.0,
            "{id}: {leg:?}"
        );
        let spine = plan(id).end.spine;
        assert!(spine == 0.0, "{id}: the back is long");
        let (start, end) = (start(id), end(id));
        assert!(end.root.x < start.root.x - 0.03, "{id}: the hips go back");
        assert!(
            end.leg.knee.x < end.leg.ankle.x + SOLE.end,
            "{id}: the knee stays behind the toes"
        );
    }
    assert_eq!(
        drills::all()
            .iter()
            .filter(|drill| drill.kind == DrillKind::Hinge)
            .count(),
        PURE_HINGES.len() + 2,
        "the deadlift and the kneeling hinge are the two others"
    );
}

/// How far the outline of the end position reaches behind the axis of the trunk between two heights along it.
fn reach_behind(id: &str, heights: std::ops::Range<f64>) -> f64 {
    let joints = end(id);
    let up = Place::down_turned(-joints.lean, 0.0) * -1.0;
    let figure = Figure::new(&joints, &View::default());
    let mut most = f64::NEG_INFINITY;
    for part in &figure.trunk {
        let StrokeShape::Area { points } = part else {
            panic!("the body is of areas");
        };
        for point in points {
            let at = Place::flat(point.x, point.y) - joints.root;
            let along = at.x * up.x + at.y * up.y;
            if heights.contains(&along) {
                most = most.max(-(at.x * up.ahead().x + at.y * up.ahead().y));
            }
        }
    }
    most
}

#[test]
fn the_stick_touches_tailbone_mid_back_and_head_and_spans_the_hollow() {
    for heights in [-0.02..0.05, 0.2..0.27, 0.36..0.46] {
        let behind = reach_behind("dowel-hinge", heights.clone());
        assert!((behind - BACK).abs() < 0.002, "{heights:?}: {behind}");
    }
    assert!(reach_behind("dowel-hinge", 0.09..0.15) < BACK - 0.01);
    let stick = drills::find("dowel-hinge").unwrap().picture().strokes;
    let stick: Vec<_> = stick
        .iter()
        .filter(|stroke| stroke.role == StrokeRole::Stick)
        .collect();
    let [
        Stroke {
            shape: StrokeShape::Line { points, .. },
            ..
        },
    ] = stick[..]
    else {
        panic!("one stick of one line");
    };
    let leaning = (points[1].x - points[0].x).atan2(points[0].y - points[1].y);
    assert!((leaning.to_degrees() - end("dowel-hinge").lean).abs() < 1e-6);
}

#[test]
fn the_seat_meets_the_wall() {
    let body = Figure::new(&end("wall-tap"), &View::default());
    let role = StrokeRole::Figure;
    let strokes: Vec<_> = body.parts().map(|part| stroke(role, part)).collect();
    let At::Place(wall) = plan("wall-tap").things[0].at else {
        panic!("the wall stands");
    };
    assert!((view::Bounds::of(&strokes).left - wall.x).abs() < 0.006);
}

#[test]
fn the_toe_touch_curls_down_to_the_toes() {
    let joints = end("toe-touch");
    assert!(plan("toe-touch").end.spine >= 45.0 && joints.leg.foot.y > 0.1);
    let toes = joints.leg.ankle + joints.leg.foot * 0.105;
    assert!(joints.arm.hand.distance(toes) < 0.13);
    assert!(joints.skull.y < joints.root.y);
}

#[test]
fn lying_and_kneeling_drills_are_what_they_say() {
    let (lying, flying) = (start("superman"), end("superman"));
    assert!((lying.lean - 90.0).abs() < 3.0, "on the front");
    let off_floor = |joints: &Joints| joints.arm.hand.y.min(joints.leg.ankle.y);
    assert!(off_floor(&lying) < 0.06 && off_floor(&flying) > off_floor(&lying) + 0.05);

    let (low, high) = (start("glute-bridge"), end("glute-bridge"));
    let (shoulders, _) = along_spine(high.root, high.lean, high.spine, TRUNK);
    assert!((rise(shoulders, high.root) - rise(high.root, high.leg.knee)).abs() < 3.0);
    assert!(low.arm.shoulder.distance(high.arm.shoulder) < 0.02);
    assert!(low.leg.ankle.distance(high.leg.ankle) < 0.01);

    let (low, high) = (start("hip-thrust"), end("hip-thrust"));
    assert!((high.lean + 90.0).abs() < 3.0, "level as a table");
    assert!(rise(high.root, high.leg.knee).abs() < 8.0);
    assert!((rise(high.leg.ankle, high.leg.knee) - 90.0).abs() < 8.0);
    assert!(low.root.y < high.root.y - 0.1);

    let (tall, low) = (start("tall-kneeling-hinge"), end("tall-kneeling-hinge"));
    assert!(tall.lean.abs() < 3.0 && low.root.x < tall.root.x - 0.05);
    assert!(tall.leg.knee.distance(low.leg.knee) < 0.01);

    let hydrant = end("fire-hydrant");
    assert!(hydrant.leg.knee.z > hydrant.leg.hip.z + 0.2 && hydrant.far_leg.knee.y < 0.05);
    assert!(end("leg-circles").leg.ankle.y > 0.4 && end("leg-circles").far_leg.ankle.y < 0.1);
    let seated = end("ninety-ninety");
    assert!(seated.leg.knee.y < 0.1 && seated.far_leg.knee.y < 0.1 && seated.lean.abs() < 10.0);
}

#[test]
fn the_words_for_it_name_the_drill_in_every_language() {
    for language in crate::words::Language::ALL {
        let words = Words::of(*language);
        for drill in drills::all() {
            let text = drill.picture_text(&words);
            assert!(text.contains(&words.get(&drill.text_id("name"))), "{text}");
            assert!(
                text.ends_with(&words.get(&drill.text_id("start"))),
                "{text}"
            );
        }
    }
}
