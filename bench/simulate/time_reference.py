"""Times the reference program of the model, which is not part of this project: a Python file with `defaults()` and `simulate(P, seed)`.
Prints one line a seed: seconds, ARR, won, lost.

    python bench/simulate/time_reference.py PROGRAM.py 1 2 3        (needs numpy)
"""
import importlib.util
import sys
import time

spec = importlib.util.spec_from_file_location("reference", sys.argv[1])
reference = importlib.util.module_from_spec(spec)
spec.loader.exec_module(reference)
for seed in map(int, sys.argv[2:]):
    begun = time.perf_counter()
    done = reference.simulate(reference.defaults(), seed)
    seconds, rows = time.perf_counter() - begun, done["M"]
    lost = rows[:, reference.COL["churn_l"]].sum()
    print(f"{seconds:.6f} {done['arr']:.2f} {int(done['logos'])} {int(lost)}", flush=True)
