"""Numbers from measured clips: counts, errors and fits, as plain dicts that JSON can hold."""

import collections
import math

import numpy as np

from measured import BACK_FAULTS
from rendered import GROUP_ORDER, JUDGED_AZIMUTH_DEG, SIDE_AZIMUTH_DEG

ROUNDED_DEG = 15.0
OUTCOMES = ("seen", "missed", "cant_tell", "lost", "excused")
WIDE_AZIMUTH_DEG = 40.0
# Reasons that lie in what was asked, not in what was seen.
NOT_ASKED = ("no_target", "no_load", "not_applicable")
# The faults of the breakdown by conditions, from the size on that must be seen.
BROKEN_DOWN = {"rounded_lower_back": 20, "overextended_back": 20, "rounded_shoulders": 25}


def summarize(clips):
    """Everything that is reported about rendered clips (`Measured`)."""
    reps = [rep for clip in clips for rep in clip.reps]
    judged = [rep for rep in reps if rep.clip.conditions.judged]
    side = [rep for rep in judged if abs(rep.clip.conditions.azimuth) <= SIDE_AZIMUTH_DEG]
    return {
        "clips": len(clips),
        "reps": {
            "true": len(reps),
            "found": sum(rep.found for rep in reps),
            "extra": sum(clip.extra for clip in clips),
        },
        "faults": faults(judged),
        "not_seen": not_seen(judged),
        "alarms": alarms(reps),
        "unsure": unsure([rep for rep in reps if rep.clip.conditions.good_side_view]),
        "lumbar": fit(side, "lumbar"),
        "thoracic": fit(side, "thoracic"),
        "head": fit(side, "head"),
        "hip": hip(judged),
        "conditions": conditions(reps),
        "refused": [refusal(clip) for clip in clips if clip.view["verdict"] == "refused"],
        "wide": wide(clips),
        "oblique": oblique(clips),
        "baggy": baggy([rep for rep in judged if rep.clip.conditions.baggy]),
    }


def faults(reps):
    """Per fault and size what became of the repetitions that have it, and which faults were told besides."""
    rows = collections.defaultdict(lambda: (collections.Counter(), collections.Counter()))
    for rep in reps:
        for fault, size in rep.true.faults:
            outcomes, others = rows[(fault, size)]
            outcomes[rep.outcome(fault)] += 1
            others.update(rep.reported() - {expected for expected, _ in rep.true.faults})
    return [
        {"id": fault, "size": size}
        | {outcome: outcomes[outcome] for outcome in OUTCOMES}
        | {"others": dict(others.most_common())}
        for (fault, size), (outcomes, others) in sorted(rows.items())
    ]


def not_seen(reps):
    """Each fault that should have been reported and was not, with what was told instead."""
    return [
        {"clip": rep.clip.name, "bottom_s": round(rep.true.bottom_s, 1), "id": fault, "size": size}
        | {"outcome": rep.outcome(fault), "reason": rep.verdicts[fault]["reason"] if rep.found else None}
        | {f"{name}_told": rep.told[name] for name in ("lumbar", "thoracic", "head")}
        for rep in reps
        for fault, size in rep.true.faults
        if rep.outcome(fault) in ("missed", "cant_tell", "lost")
    ]


def alarms(reps):
    # A refused view raises no alarm, and must not thin out those of the others.
    good = [rep for rep in reps if rep.true.good and rep.found and (not rep.refused or rep.alarms())]
    wrong = [rep for rep in good if rep.alarms()]
    return {
        "good_reps": len(good),
        "false": len(wrong),
        "list": [
            {"clip": rep.clip.name, "bottom_s": round(rep.true.bottom_s, 1), "faults": rep.alarms()} for rep in wrong
        ],
    }


def unsure(reps):
    """How many verdicts on good repetitions are withheld, and why."""
    facts = [fact for rep in reps if rep.true.good and rep.found for fact in rep.verdicts.values()]
    withheld = [fact for fact in facts if fact["verdict"] == "cant_tell"]
    return {
        "verdicts": len(facts),
        "cant_tell": len(withheld),
        "not_asked": sum(fact["reason"] in NOT_ASKED for fact in withheld),
        "reasons": dict(collections.Counter(fact["reason"] or "no reason" for fact in withheld).most_common()),
        "faults": dict(collections.Counter(fact["id"] for fact in withheld).most_common()),
    }


def fit(reps, signal):
    """A line through what was told over what is true, and the error; numbers are None where there are too few."""
    found = [rep for rep in reps if rep.found]
    pairs = [(getattr(rep.true, signal), rep.told[signal]) for rep in found if rep.told[signal] is not None]
    result = {"n": len(pairs), "cant_tell": len(found) - len(pairs)}
    result |= dict.fromkeys(("slope", "offset", "r2", "rmse", "bias"))
    if not pairs:
        return result
    true, told = np.array(pairs).T
    result |= errors(told - true)
    if len(pairs) >= 3 and np.ptp(true) > 1.0 and np.ptp(told) > 0:
        slope, offset = np.polyfit(true, told, 1)
        result |= {"slope": float(slope), "offset": float(offset)}
        result["r2"] = float(np.corrcoef(true, told)[0, 1] ** 2)
    return result


def hip(reps):
    """The error of the hip's flexion at the bottom, degrees, by how the back was held."""
    found = [rep for rep in reps if rep.found]
    kinds = {
        "good": [rep for rep in found if rep.true.good],
        "rounded": [rep for rep in found if rep.true.lumbar >= ROUNDED_DEG],
        "arched": [rep for rep in found if rep.true.lumbar <= -ROUNDED_DEG],
        "bright": [rep for rep in found if not rep.clip.conditions.dark],
        "all": found,
    }
    return {kind: hip_errors(chosen) for kind, chosen in kinds.items()}


def hip_errors(reps):
    return errors([rep.told["hip"] - rep.true.hip for rep in reps])


def errors(values):
    if len(values) == 0:
        return {"n": 0, "rmse": None, "bias": None}
    return {"n": len(values), "rmse": math.sqrt(np.mean(np.square(values))), "bias": float(np.mean(values))}


def conditions(reps):
    """One row per group of clips that share a condition."""
    groups = collections.defaultdict(list)
    for rep in reps:
        for group in rep.clip.conditions.groups().items():
            groups[group].append(rep)
    order = list(reps[0].clip.conditions.groups()) if reps else []
    return [condition(group, groups[group]) for group in sorted(groups, key=lambda group: _place(group, order))]


def _place(group, order):
    """Where a group stands in the breakdown: body groups by sex, then weight."""
    by, name = group
    first, _, last = name.rpartition(", ")
    return order.index(by), first, GROUP_ORDER.index(last) if last in GROUP_ORDER else -1, last


def condition(group, reps):
    by, name = group
    # Angles are promised in side views only; the breakdown by azimuth shows what lies beyond.
    within = 180.0 if by in ("azimuth", "from") else SIDE_AZIMUTH_DEG
    side = [rep for rep in reps if abs(rep.clip.conditions.azimuth) <= within]
    judged = [rep for rep in reps if rep.found and abs(rep.clip.conditions.azimuth) <= max(within, JUDGED_AZIMUTH_DEG)]
    told = alarms(reps)
    return {
        "by": by,
        "group": name,
        "clips": len({rep.clip for rep in reps}),
        "good_reps": told["good_reps"],
        "false_alarms": told["false"],
        "unsure": unsure(reps),
        "seen": {fault: seen(reps, fault, size) for fault, size in BROKEN_DOWN.items()},
        "lumbar": fit(side, "lumbar"),
        "hip": hip_errors(judged),
    }


def seen(reps, fault, least_size):
    """How many repetitions with a fault of at least this size were seen, of those where it can be asked."""
    has = [rep for rep in reps if any(name == fault and size >= least_size for name, size in rep.true.faults)]
    outcomes = collections.Counter(rep.outcome(fault) for rep in has)
    return {"seen": outcomes["seen"], "of": len(has) - outcomes["excused"], "excused": outcomes["excused"]}


def refusal(clip):
    return {"clip": clip.clip.name, "azimuth": clip.clip.conditions.azimuth, "reasons": clip.view["reasons"]}


def wide(clips):
    """The clips that must be refused."""
    far = [clip for clip in clips if abs(clip.clip.conditions.azimuth) >= WIDE_AZIMUTH_DEG]
    return {"clips": len(far), "refused": sum(clip.view["verdict"] == "refused" for clip in far)}


def oblique(clips):
    """The clips off the side view that must still be judged, and how many verdicts on the back they get."""
    chosen = [clip for clip in clips if clip.clip.conditions.clearly_oblique]
    facts = back_facts(rep for clip in chosen for rep in clip.reps)
    return {
        "clips": len(chosen),
        "refused": sum(clip.view["verdict"] == "refused" for clip in chosen),
        "verdicts": len(facts),
        "cant_tell": sum(fact["verdict"] == "cant_tell" for _, fact in facts),
    }


def baggy(reps):
    """What was said of backs that cannot be seen: unsure and right verdicts are in order, others are not."""
    facts = back_facts(reps)
    return {
        "reps": sum(rep.found for rep in reps),
        "verdicts": len(facts),
        "cant_tell": sum(fact["verdict"] == "cant_tell" for _, fact in facts),
        "right": sum(fact["verdict"] == "fault" and has(rep, fact["id"]) for rep, fact in facts),
        "false_alarms": alarms(reps)["false"],
    }


def back_facts(reps):
    return [(rep, rep.verdicts[fault]) for rep in reps if rep.found for fault in BACK_FAULTS]


def has(rep, fault):
    return any(name == fault for name, _ in rep.true.faults)
