"""The numbers as text."""

NONE = "-"


def rendered(numbers, not_seen=False):
    """All tables about rendered clips, without the bars."""
    blocks = [
        _head(numbers),
        _faults(numbers["faults"]),
        _alarms(numbers["alarms"]),
        _unsure(numbers["unsure"]),
        _angles(numbers),
        _conditions(numbers["conditions"]),
        _refused(numbers["refused"]),
    ]
    if not_seen:
        blocks.append(_not_seen(numbers["not_seen"]))
    return "\n\n".join(block for block in blocks if block)


def folders(rows):
    """One line per folder: (label, numbers) pairs."""
    table = [["folder", "clips", "reps", "extra", "alarms", "can't tell", "rounded", "arched", *LUMBAR_HEAD, "hip"]]
    for label, numbers in rows:
        reps, alarms, unsure = numbers["reps"], numbers["alarms"], numbers["unsure"]
        table.append(
            [label, numbers["clips"], f"{reps['found']}/{reps['true']}", reps["extra"]]
            + [f"{alarms['false']}/{alarms['good_reps']}", _share(unsure["cant_tell"], unsure["verdicts"])]
            + [_all_sizes(numbers, fault) for fault in ("rounded_lower_back", "overextended_back")]
            + [*_lumbar(numbers["lumbar"]), _number(numbers["hip"]["all"]["rmse"], 1)]
        )
    return grid(table)


def filmed(clips):
    table = [["clip", "view", "azimuth", "movement", "found", "counted", "worst bottom", "back can't tell", "faults"]]
    for clip in clips:
        told = ", ".join(f"{name} {count}" for name, count in clip["faults"].items()) or NONE
        table.append(
            [clip["clip"], clip["view"], _number(clip["azimuth"], 0), clip["movement"]]
            + [f"{clip['found']}/{clip['true']}", clip["counted"], f"{clip['worst_bottom_s']:.2f} s"]
            + [_share(clip["back_cant_tell"], clip["back_verdicts"]), told]
        )
    return grid(table)


def bars(listed):
    words = {True: "pass", False: "FAIL", None: NONE}
    return grid([["bar", "wanted", "got", ""]] + [[b["name"], b["wanted"], b["got"], words[b["kept"]]] for b in listed])


def grid(rows):
    """Columns as wide as their widest cell, the last one open."""
    text = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in text) for column in range(len(text[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in text)


def _head(numbers):
    reps = numbers["reps"]
    return f"{numbers['clips']} clips; repetitions found {reps['found']} of {reps['true']}, {reps['extra']} extra"


def _faults(rows):
    table = [["fault", "size", "reps", "seen", "missed", "can't tell", "lost", "excused", "also reported"]]
    for row in rows:
        outcomes = [row[outcome] for outcome in ("seen", "missed", "cant_tell", "lost", "excused")]
        others = ", ".join(f"{name} {count}" for name, count in row["others"].items())
        table.append([row["id"], row["size"], sum(outcomes), *outcomes, others])
    return grid(table) + "\n(excused: can't tell in the dark, or of the back under a baggy shirt)" if rows else ""


def _alarms(told):
    lines = [f"false alarms in {told['false']} of {told['good_reps']} good reps"]
    lines += [f"  {alarm['clip']} at {alarm['bottom_s']} s: {', '.join(alarm['faults'])}" for alarm in told["list"]]
    return "\n".join(lines)


def _unsure(told):
    share = _share(told["cant_tell"], told["verdicts"])
    counted = f"{told['cant_tell']} of {told['verdicts']} verdicts ({share})"
    lines = [f"can't tell in {counted} of good reps in good side views"]
    if told["not_asked"]:
        rest = told["cant_tell"] - told["not_asked"]
        share = _share(rest, told["verdicts"] - told["not_asked"])
        lines.append(f"  {told['not_asked']} of them were not asked for (no target, no load); {share} without those")
    for what in ("reasons", "faults"):
        if told[what]:
            lines.append(f"  {what}: " + ", ".join(f"{name} {count}" for name, count in told[what].items()))
    return "\n".join(lines)


def _angles(numbers):
    table = [["at the bottom, degrees", "reps", "can't tell", "slope", "offset", "R2", "RMSE", "bias"]]
    for signal, name in (("lumbar", "lumbar change"), ("thoracic", "thoracic change"), ("head", "head against trunk")):
        fit = numbers[signal]
        table.append(
            [name + ", within 15", fit["n"], fit["cant_tell"], _number(fit["slope"], 2), _number(fit["offset"], 1, "+")]
            + [_number(fit["r2"], 2), _number(fit["rmse"], 1), _number(fit["bias"], 1, "+")]
        )
    for kind, told in numbers["hip"].items():
        numbers_told = [_number(told["rmse"], 1), _number(told["bias"], 1, "+")]
        table.append([f"hip flexion, {kind}", told["n"], *[NONE] * 4, *numbers_told])
    return grid(table)


LUMBAR_HEAD = ["lumbar n", "slope", "RMSE"]


def _conditions(rows):
    table = [["by", "", "clips", "alarms", "can't tell", "rounded", "arched", "shoulders", *LUMBAR_HEAD, "hip"]]
    last = None
    for row in rows:
        by, last = "" if row["by"] == last else row["by"], row["by"]
        table.append(
            [by, row["group"], row["clips"], f"{row['false_alarms']}/{row['good_reps']}"]
            + [_share(row["unsure"]["cant_tell"], row["unsure"]["verdicts"])]
            + [f"{told['seen']}/{told['of']}" if told["of"] else NONE for told in row["seen"].values()]
            + [*_lumbar(row["lumbar"]), _number(row["hip"]["rmse"], 1)]
        )
    note = "(alarms: of good reps; can't tell: of their verdicts; rounded, arched from 20, shoulders from 25 degrees)"
    return grid(table) + "\n" + note if rows else ""


def _refused(clips):
    lines = (f"refused {clip['clip']} (azimuth {clip['azimuth']}): {', '.join(clip['reasons'])}" for clip in clips)
    return "\n".join(lines)


def _not_seen(rows):
    table = [["not seen", "at", "fault", "size", "outcome", "reason", "lumbar", "thoracic", "head"]]
    for row in rows:
        told = [_number(row[f"{name}_told"], 1, "+") for name in ("lumbar", "thoracic", "head")]
        where = [row["clip"], f"{row['bottom_s']} s", row["id"], row["size"], row["outcome"]]
        table.append([*where, row["reason"] or NONE, *told])
    return grid(table)


def _all_sizes(numbers, fault):
    rows = [row for row in numbers["faults"] if row["id"] == fault and row["size"] >= 20]
    asked = sum(row[outcome] for row in rows for outcome in ("seen", "missed", "cant_tell", "lost"))
    return f"{sum(row['seen'] for row in rows)}/{asked}" if asked else NONE


def _lumbar(fit):
    return [fit["n"], _number(fit["slope"], 2), _number(fit["rmse"], 1)]


def _number(value, digits, sign=""):
    return NONE if value is None else f"{value:{sign}.{digits}f}"


def _share(part, whole):
    return f"{part / whole:.0%}" if whole else NONE
