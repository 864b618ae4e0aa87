"""Tandem and HiGHS on the same instances, in turn in one run; every answer is judged by `tandem align check`.

    python bench/align/beside.py TANDEM SECONDS HIGHS_SECONDS FOLDER...    (needs numpy and highspy; `instance.py` makes folders)

SECONDS are of processor time, one thread each; Tandem runs with five seeds. Prints a row of a table for each folder.
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

SEEDS = range(1, 6)


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, words))}: {done.stderr or done.stdout}")
    # HiGHS greets before it answers.
    return json.loads(done.stdout[done.stdout.index("{"):])


def solved(tandem, folder, seconds, out, *words):
    """What the checker says of an answer after so many seconds, with its bound."""
    run(tandem, "align", "solve", folder, "--seconds", seconds, "--out", out, "--json", *words)
    return run(tandem, "align", "check", folder, f"{out}/solution.csv", "--certificate", f"{out}/certificate.csv", "--json")


def row(tandem, seconds, highs_seconds, folder):
    with tempfile.TemporaryDirectory() as out:
        answers = [solved(tandem, folder, seconds, out, "--seed", seed) for seed in SEEDS]
        solution = Path(out) / "highs.csv"
        highs = run(sys.executable, Path(__file__).parent / "highs.py", folder, highs_seconds, solution)
        objectives = sorted(answer["objective"] for answer in answers)
        middle, bound = median(objectives), max(answer["lower_bound"] for answer in answers)
        cells = [Path(folder).name, f"{objectives[0]:,.0f}; {middle:,.0f}; {objectives[-1]:,.0f}", f"{100 * (middle / bound - 1):.3f}"]
        if solution.exists():
            judged = run(tandem, "align", "check", folder, solution, "--json")["objective"]
            cells += [f"{judged:,.0f}", f"{highs['seconds_cpu']:.0f}", f"{middle / judged:.4f}"]
        else:
            cells += ["no answer", f"{highs['seconds_cpu']:.0f}", "none"]
        print("| " + " | ".join(cells) + " |", flush=True)


def main():
    tandem, seconds, highs_seconds = sys.argv[1:4]
    print(f"| instance | Tandem after {seconds} s: best; median; worst | its gap, % | HiGHS | after, s | median as a part of HiGHS |")
    print("| --- | --- | --- | --- | --- | --- |")
    for folder in sys.argv[4:]:
        row(tandem, seconds, highs_seconds, folder)


if __name__ == "__main__":
    main()
