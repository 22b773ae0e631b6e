"""Scores `dowel analyze` against clips with known truth and prints a table.

    score.py DOWEL CLIPS_DIR [--out DIR]

CLIPS_DIR holds either rendered clips (NAME.mp4 beside NAME.npz, made by tests/synth) or filmed ones with
a truth.json. Each analysis is kept in DIR, so a second look costs nothing; delete it to analyse again.
"""

import argparse
import collections
import json
import pathlib
import subprocess

import numpy as np

# The generator's fault names, and the catalogue's ids for them. A fault may bring another with it.
CATALOGUE = {
    "squat": "squatting",
    "locked_knees": "locked_knees",
    "no_hips_back": "bends_forward",
    "look_up": "looking_up",
    "chin_tuck": "chin_tucked",
    "load_drift": "load_drifts",
    "toes": "weight_forward",
    "lockout": "incomplete_lockout",
    "round_low_back": "rounded_lower_back",
    "overextend": "overextended_back",
    "too_low": "too_low",
    "round_shoulders": "rounded_shoulders",
}
BOTTOM_TOLERANCE_S = 0.3


def analyse(dowel, clip, out):
    """The analysis of one clip, made once."""
    target, frames = out / f"{clip.stem}.json", out / f"{clip.stem}.jsonl"
    if not target.exists():
        command = [dowel, "analyze", clip, "--json", target, "--frames", frames, "--no-db", "--quiet"]
        subprocess.run([str(part) for part in command], check=True)
    return json.loads(target.read_text()), [json.loads(line) for line in frames.read_text().splitlines()]


def rendered_truth(path):
    """Per repetition of a rendered clip: bottom time, fault, magnitude and true angles there."""
    with np.load(path, allow_pickle=False) as clip:
        scalars, spec = json.loads(str(clip["scal"])), json.loads(str(clip["spec"]))
    reps = []
    for index in range(spec["motion"]["reps"]):
        frames = [s for s in scalars if int(s["rep"]) == index and s["depth"] > 0.999]
        middle = frames[len(frames) // 2]
        magnitude = next(
            (f["mag"] for f in spec["motion"]["faults"] if f["name"] == middle["fault"]), None
        )
        reps.append({"t": middle["t"], "fault": middle["fault"], "mag": magnitude, "hip": middle["hip"],
                     "lumbar": middle["lumbar"]})
    return spec, reps


def match(truth_s, reps):
    """The counted repetition whose bottom is nearest, if near enough."""
    counted = [rep for rep in reps if rep["counted"]]
    nearest = min(counted, key=lambda rep: abs(rep["bottom_s"] - truth_s), default=None)
    near = nearest is not None and abs(nearest["bottom_s"] - truth_s) <= max(BOTTOM_TOLERANCE_S, 0.0)
    return nearest if near else None


def faults_of(rep, verdict="fault"):
    return {fault["id"] for fault in rep["faults"] if fault["verdict"] == verdict}


def score_rendered(dowel, clips, out):
    found = wanted = extra = 0
    seen = collections.defaultdict(collections.Counter)
    alarms, good, hip_errors, rounded_errors, refused = [], 0, [], [], []
    lumbar = []
    for clip in clips:
        spec, truth = rendered_truth(clip.with_suffix(".npz"))
        result, frames = analyse(dowel, clip, out)
        name, azimuth = clip.stem, abs(spec["camera"].get("azimuth", 0.0))
        wanted += len(truth)
        matched = [match(rep["t"], result["reps"]) for rep in truth]
        found += sum(rep is not None for rep in matched)
        extra += max(0, sum(rep["counted"] for rep in result["reps"]) - len(truth))
        if result["view"]["verdict"] == "refused":
            refused.append((name, azimuth, result["view"]["reasons"]))
            continue
        for expected, rep in zip(truth, matched):
            if rep is None:
                seen[(expected["fault"], expected["mag"])]["lost"] += 1
                continue
            at = min(frames, key=lambda frame: abs(frame["t_s"] - expected["t"]))
            if at["lumbar_change"] is not None and azimuth <= 15:
                lumbar.append((expected["lumbar"], at["lumbar_change"], name))
            error = rep["hip_flexion_deg"] - expected["hip"]
            if expected["fault"] == "none":
                good += 1
                hip_errors.append(error)
                false = faults_of(rep)
                if false:
                    alarms.append((name, round(rep["bottom_s"], 1), sorted(false)))
                unsure = len(faults_of(rep, "cant_tell"))
                seen["good"]["cant_tell"] += unsure
                seen["good"]["verdicts"] += len(rep["faults"])
                continue
            rounded_errors.append(error)
            fault = CATALOGUE[expected["fault"]]
            verdict = next(f["verdict"] for f in rep["faults"] if f["id"] == fault)
            seen[(expected["fault"], expected["mag"])][verdict] += 1
            others = faults_of(rep) - {fault}
            if others:
                seen[(expected["fault"], expected["mag"])]["with " + ",".join(sorted(others))] += 1
    print(f"repetitions found {found} of {wanted}, {extra} extra")
    rms = lambda errors: float(np.sqrt(np.mean(np.square(errors)))) if errors else float("nan")
    print(f"hip flexion at the bottom: RMSE {rms(hip_errors):.1f}, mean {np.mean(hip_errors):+.1f} deg "
          f"({len(hip_errors)} good reps); {rms(rounded_errors):.1f} in {len(rounded_errors)} faulty ones")
    share = seen["good"]["cant_tell"] / max(1, seen["good"]["verdicts"])
    print(f"false alarms in {len(alarms)} of {good} good reps; can't tell in {share:.0%} of their verdicts")
    for alarm in alarms:
        print("   ", *alarm)
    if lumbar:
        report_lumbar(lumbar)
    for key in sorted((k for k in seen if k != "good"), key=str):
        counts = dict(seen[key])
        total = sum(counts.get(k, 0) for k in ("fault", "ok", "cant_tell", "lost"))
        print(f"  {key[0]:<16} {key[1]!s:<6} seen {counts.get('fault', 0)} of {total}   {counts}")
    for name, azimuth, reasons in refused:
        print(f"  refused {name} (azimuth {azimuth}): {', '.join(reasons)}")


def report_lumbar(pairs):
    true, told = np.array([p[0] for p in pairs]), np.array([p[1] for p in pairs])
    slope, offset = np.polyfit(true, told, 1)
    r2 = np.corrcoef(true, told)[0, 1] ** 2
    rmse = np.sqrt(np.mean((told - true) ** 2))
    print(f"lumbar change at the bottom: slope {slope:.2f}, R2 {r2:.2f}, RMSE {rmse:.1f} deg, n {len(true)}")


def score_filmed(dowel, folder, out):
    for truth in json.loads((folder / "truth.json").read_text())["clips"]:
        clip = folder / truth["file"]
        if clip.suffix != ".mp4":
            continue
        result, _ = analyse(dowel, clip, out)
        counted = [rep for rep in result["reps"] if rep["counted"]]
        matched = [match(bottom["t"], result["reps"]) for bottom in truth.get("bottoms", [])]
        told = collections.Counter(fault for rep in counted for fault in faults_of(rep))
        late = [abs(rep["bottom_s"] - b["t"]) for rep, b in zip(matched, truth.get("bottoms", [])) if rep]
        print(f"{clip.stem:<40} {result['view']['verdict']:<8}{result['movement']:<6} "
              f"found {sum(m is not None for m in matched)} of {truth.get('rep_count', 0)}, counted {len(counted)}, "
              f"worst bottom {max(late, default=0):.2f} s, azimuth {result['view']['azimuth_deg']}, {dict(told)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dowel")
    parser.add_argument("clips", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("out/accuracy"))
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    if (args.clips / "truth.json").exists():
        score_filmed(args.dowel, args.clips, args.out)
    else:
        clips = [truth.with_suffix(".mp4") for truth in sorted(args.clips.glob("*.npz"))]
        if not clips:
            parser.error("the folder holds no clips with truth: neither NAME.npz nor truth.json")
        score_rendered(args.dowel, clips, args.out)


if __name__ == "__main__":
    main()
