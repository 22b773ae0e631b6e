"""The command line: `python -m synth --help`."""

import argparse
import json
import sys
import time
from pathlib import Path

from . import assets, clip, truth
from . import spec as specs


def main(arguments=None):
    args = _parser().parse_args(arguments)
    try:
        args.run(args)
    except (specs.SpecError, json.JSONDecodeError, OSError, RuntimeError) as error:
        sys.exit(f"synth: {error}")


def _parser():
    parser = argparse.ArgumentParser(prog="synth", description="Synthetic hinge clips with known truth.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    fetch = commands.add_parser("assets", help="download the body data and pack them (once)")
    fetch.set_defaults(run=_assets)

    render = commands.add_parser("render", help="render a spec, or a list of specs, to NAME.mp4 and NAME.npz")
    render.add_argument("specs", type=Path, help="JSON file: one spec or a list of them")
    render.add_argument("folder", type=Path, help="where the clips go; clips there of the same spec are kept")
    render.add_argument("--only", nargs="+", metavar="NAME", help="render just these clips of the list")
    render.set_defaults(run=_render)

    condense = commands.add_parser("truth", help="condense the truth of rendered clips to JSON, rep by rep")
    condense.add_argument("clips", type=Path, nargs="+", metavar="NAME.npz")
    condense.add_argument("--out", type=Path, help="folder for NAME.truth.json (default: beside each clip)")
    condense.set_defaults(run=_truth)
    return parser


def _assets(_args):
    path = assets.fetch_and_pack()
    print(f"packed the body data: {path} ({path.stat().st_size / 1e6:.1f} MB)")


def _render(args):
    chosen = json.loads(args.specs.read_text(encoding="utf-8"))
    chosen = chosen if isinstance(chosen, list) else [chosen]
    for spec in chosen:
        specs.check(spec)
    if args.only:
        unknown = set(args.only) - {spec["name"] for spec in chosen}
        if unknown:
            raise specs.SpecError(f"{args.specs.name} has no clips named {sorted(unknown)}")
        chosen = [spec for spec in chosen if spec["name"] in args.only]
    for number, spec in enumerate(chosen, 1):
        label = f"[{number}/{len(chosen)}] {spec['name']}"
        if _is_rendered(spec, args.folder):
            print(f"{label}: already there", flush=True)
            continue
        started = time.monotonic()
        frames = clip.render(spec, args.folder)
        print(f"{label}: {frames} frames in {time.monotonic() - started:.0f} s", flush=True)


def _is_rendered(spec, folder):
    """Whether the folder holds this very spec's clip. The truth is written last, so it means completion."""
    npz = folder / f"{spec['name']}.npz"
    return npz.exists() and truth.load(npz)[0] == spec


def _truth(args):
    for npz in args.clips:
        name = npz.with_suffix(".truth.json").name
        path = (args.out or npz.parent) / name
        truth.write(npz, path)
        print(path)


if __name__ == "__main__":
    main()
