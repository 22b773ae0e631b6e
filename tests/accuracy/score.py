"""Scores `dowel analyze` against clips with known truth and prints tables.

    score.py DOWEL FOLDER... [--out DIR] [--jobs N] [--json FILE] [--not-seen]

Each FOLDER holds rendered clips (NAME.mp4 beside NAME.npz, made by tests/synth), which are pooled into one
table, or filmed ones with a truth.json. The analyses are kept in DIR: a clip is analysed again only when it or the
program has changed. The exit status says whether every clip could be scored, not how well Dowel did.
"""

import argparse
import json
import pathlib
import sys

import bars
import filmed
import rendered
import summary
import tables
from analyses import Analyses, AnalysisError
from measured import measure


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dowel", type=pathlib.Path, help="the program")
    parser.add_argument("folders", type=pathlib.Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("out/accuracy"), metavar="DIR")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="clips to analyse at once (default 1)")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="write the numbers there as well")
    parser.add_argument("--not-seen", action="store_true", help="list every fault that was missed or can't be told")
    args = parser.parse_args(arguments)
    try:
        numbers = score(Analyses(args.dowel, args.out, args.jobs), labelled(args.folders))
    except KeyError as missing:
        sys.exit(f"score: an analysis or a truth lacks {missing}")
    except (AnalysisError, OSError, ValueError) as error:
        sys.exit(f"score: {error}")
    print(text(numbers, args.not_seen))
    if args.json:
        args.json.write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")


def labelled(folders):
    """Folders by a name of their own: their last part, numbered where that is taken."""
    named = {}
    for folder in folders:
        folder = folder.resolve()
        if folder in named.values():
            continue
        label, number = folder.name, 2
        while label in named:
            label, number = f"{folder.name}-{number}", number + 1
        named[label] = folder
    return named


def score(analyses, folders):
    """All numbers: `rendered` (pooled), `folders` (each alone), `filmed`, and the `bars`."""
    pooled, alone, seen = [], {}, []
    for label, folder in folders.items():
        if (folder / "truth.json").exists():
            seen += score_filmed(analyses, folder, label)
        else:
            clips = score_rendered(analyses, folder, label)
            pooled += clips
            alone[label] = summary.summarize(clips)
    numbers = {"rendered": summary.summarize(pooled) if pooled else None, "folders": alone, "filmed": seen}
    of_rendered = bars.of_rendered(numbers["rendered"]) if pooled else []
    return numbers | {"bars": of_rendered + bars.of_filmed(seen)}


def score_rendered(analyses, folder, label):
    truths = sorted(folder.glob("*.npz"))
    if not truths:
        raise ValueError(f"{folder} holds no clips with truth: neither NAME.npz nor truth.json")
    clips = [rendered.read(npz) for npz in truths]
    results = analyses.of([clip.video for clip in clips], label)
    return [measure(clip, *result) for clip, result in zip(clips, results)]


def score_filmed(analyses, folder, label):
    truths = filmed.read(folder)
    results = analyses.of([folder / truth["file"] for truth in truths], label)
    return [filmed.count(truth, analysis) for truth, (analysis, _) in zip(truths, results)]


def text(numbers, not_seen):
    blocks = []
    if numbers["rendered"]:
        blocks.append(tables.rendered(numbers["rendered"], not_seen))
    if len(numbers["folders"]) > 1:
        blocks.append(tables.folders(numbers["folders"].items()))
    if numbers["filmed"]:
        blocks.append(tables.filmed(numbers["filmed"]))
    blocks.append(tables.bars(numbers["bars"]))
    return "\n\n".join(blocks)


if __name__ == "__main__":
    main()
