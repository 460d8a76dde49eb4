"""How fast ``plan --help`` answers, against an empty click program: ``python -m benchmarks.start [--pairs 20]``.

Both run in turn, as whole processes; the figure is the median ratio of the pairs, which holds when the machine's speed
drifts.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from statistics import median
from time import perf_counter

EMPTY = "import click\n@click.command()\ndef main():\n    'Empty.'\nmain(['--help'])"
HELP = "import sys\nsys.argv = ['plan', '--help']\nfrom planner.cli import main\nmain()"


def seconds(program: str) -> float:
    begin = perf_counter()
    subprocess.run([sys.executable, "-c", program], stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=20)
    pairs = parser.parse_args().pairs
    seconds(EMPTY), seconds(HELP)
    times = [(seconds(HELP), seconds(EMPTY)) for _ in range(pairs)]
    ratios = sorted(help_ / empty for help_, empty in times)
    print(f"plan --help   median {median(t for t, _ in times) * 1000:.0f} ms")
    print(f"empty click   median {median(t for _, t in times) * 1000:.0f} ms")
    print(f"ratio         median {median(ratios):.2f}, from {ratios[0]:.2f} to {ratios[-1]:.2f} over {pairs} pairs")


if __name__ == "__main__":
    main()
