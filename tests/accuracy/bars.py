"""What the numbers must reach. A bar that nothing was measured for is neither kept nor broken."""

LUMBAR_SLOPE, LUMBAR_RMSE_DEG, HIP_RMSE_DEG = (0.9, 1.1), 6.5, 7.0
ALARM_SHARE, UNSURE_SHARE, OBLIQUE_UNSURE_SHARE = 0.03, 0.10, 0.5
# Fault, size and the share of repetitions where it must be seen.
SEEN = [
    ("rounded_lower_back", 20, 0.9),
    ("overextended_back", 20, 0.9),
    ("rounded_shoulders", 25, 0.8),
    ("looking_up", 35, 0.8),
    ("chin_tucked", 35, 0.8),
    ("too_low", 115, 0.8),
]
ROUNDED_CLIP_REPS, CORRECT_CLIP_REPS = 0.8, 0.1


def of_rendered(numbers):
    """The bars for the summary of rendered clips: dicts of `name`, `wanted`, `got` and `kept` (None: not measured)."""
    lumbar, hips = numbers["lumbar"], numbers["hip"]
    alarms, unsure = numbers["alarms"], numbers["unsure"]
    return [
        _range("lumbar change, slope within 15 degrees", lumbar["slope"], *LUMBAR_SLOPE),
        _at_most("lumbar change, RMSE within 15 degrees", lumbar["rmse"], LUMBAR_RMSE_DEG),
        *(_seen(numbers, *asked) for asked in SEEN),
        _share("false alarms on good reps", alarms["false"], alarms["good_reps"], ALARM_SHARE),
        _share("can't tell, good reps in good side views", unsure["cant_tell"], unsure["verdicts"], UNSURE_SHARE),
        _baggy(numbers["baggy"]),
        _oblique(numbers["oblique"]),
        _wide(numbers["wide"]),
        _at_most("hip flexion, RMSE of all reps", hips["all"]["rmse"], HIP_RMSE_DEG),
        _at_most("hip flexion, RMSE of rounded reps", hips["rounded"]["rmse"], HIP_RMSE_DEG),
    ]


def of_filmed(clips):
    """The bars for filmed clips (see `filmed.count`)."""
    bars = []
    for clip in clips:
        reps, name = clip["counted"], clip["clip"]
        if clip["role"] == "rounded":
            flagged = clip["faults"].get("rounded_lower_back", 0)
            least = ROUNDED_CLIP_REPS * clip["true"]
            bars.append(_bar(f"{name}: rounding", f">= {least:.0f} reps", f"{flagged} of {reps}", flagged >= least))
        elif clip["role"] == "correct":
            flagged = clip["back_alarms"]
            most = CORRECT_CLIP_REPS * clip["true"]
            bars.append(_bar(f"{name}: back faults", f"<= {most:.0f} reps", f"{flagged} of {reps}", flagged <= most))
        elif clip["role"] == "dowel":
            told = sum(clip["faults"].values())
            bars.append(_bar(f"{name}: any fault", "none", ", ".join(clip["faults"]) or "none", told == 0))
    return bars


def _bar(name, wanted, got, kept):
    return {"name": name, "wanted": wanted, "got": got, "kept": kept}


def _not_measured(name, wanted):
    return _bar(name, wanted, "not measured", None)


def _range(name, value, low, high):
    wanted = f"{low} to {high}"
    return _not_measured(name, wanted) if value is None else _bar(name, wanted, f"{value:.2f}", low <= value <= high)


def _at_most(name, value, limit):
    wanted = f"<= {limit}"
    return _not_measured(name, wanted) if value is None else _bar(name, wanted, f"{value:.1f}", value <= limit)


def _share(name, part, whole, limit):
    wanted = f"<= {limit:.0%}"
    if not whole:
        return _not_measured(name, wanted)
    return _bar(name, wanted, f"{part / whole:.1%} ({part} of {whole})", part <= limit * whole)


def _seen(numbers, fault, size, share):
    name, wanted = f"{fault} {size} seen", f">= {share:.0%}"
    row = next((row for row in numbers["faults"] if (row["id"], row["size"]) == (fault, size)), None)
    asked = row and sum(row[outcome] for outcome in ("seen", "missed", "cant_tell", "lost"))
    if not asked:
        return _not_measured(name, wanted)
    return _bar(name, wanted, f"{row['seen'] / asked:.0%} ({row['seen']} of {asked})", row["seen"] >= share * asked)


def _baggy(told):
    name, wanted = "baggy shirt", "back can't tell, no alarm"
    if not told["verdicts"]:
        return _not_measured(name, wanted)
    got = f"{told['cant_tell']} of {told['verdicts']} can't tell, {told['right']} right, {told['false_alarms']} alarms"
    kept = told["cant_tell"] + told["right"] == told["verdicts"] and told["false_alarms"] == 0
    return _bar(name, wanted, got, kept)


def _oblique(told):
    name, wanted = "16 to 25 degrees off", "judged: most of the back's verdicts"
    if not told["verdicts"]:
        return _not_measured(name, wanted)
    got = f"{told['refused']} of {told['clips']} refused, {told['cant_tell'] / told['verdicts']:.0%} can't tell"
    kept = told["refused"] == 0 and told["cant_tell"] < OBLIQUE_UNSURE_SHARE * told["verdicts"]
    return _bar(name, wanted, got, kept)


def _wide(told):
    name, wanted = "45 degrees off", "refused"
    if not told["clips"]:
        return _not_measured(name, wanted)
    return _bar(name, wanted, f"{told['refused']} of {told['clips']} refused", told["refused"] == told["clips"])
