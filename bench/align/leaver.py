"""One person leaves: the answer begun with the answer before, beside the answer from nothing; judged by `tandem align check`.

    python bench/align/leaver.py TANDEM FOLDER SELLER...        (`instance.py` makes folders; sellers are numbers of reps.csv)

The seller's targets become 0; locked units stay. Seconds are of processor time, one thread, reading included. Prints a row of a table for each seller.
"""
import csv
import shutil
import sys
import tempfile
from pathlib import Path

from beside import solved

BEFORE_SECONDS, AGAIN_SECONDS, ANEW_SECONDS = 20, 2, 20


def without(folder, seller, into):
    """The same problem without work for one seller."""
    shutil.copytree(folder, into)
    with open(Path(folder) / "reps.csv", newline="") as file:
        header, *rows = csv.reader(file)
    for row in rows:
        if row[0] == seller:
            row[header.index("target_h")] = row[header.index("target_potential")] = "0"
    with open(Path(into) / "reps.csv", "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def gap(answer):
    return 100 * (answer["objective"] / answer["lower_bound"] - 1)


def main(tandem, folder, *sellers):
    with tempfile.TemporaryDirectory() as scratch:
        before = solved(tandem, folder, BEFORE_SECONDS, f"{scratch}/before")
        for seller in sellers:
            left = f"{scratch}/without-{seller}"
            without(folder, seller, left)
            again = solved(tandem, left, AGAIN_SECONDS, f"{scratch}/again", "--from", f"{scratch}/before")
            anew = solved(tandem, left, ANEW_SECONDS, f"{scratch}/anew")
            cells = [Path(folder).name, seller, f"{gap(before):.3f}", f"{again['objective']:,.0f}, {gap(again):.3f}"]
            cells += [f"{gap(again) - gap(before):+.3f}", f"{anew['objective']:,.0f}, {gap(anew):.3f}"]
            print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
