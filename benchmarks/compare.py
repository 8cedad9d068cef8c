#!/usr/bin/env python3
"""compare.py TITLE LIMIT OURS YARDSTICK [RUNS]: times both commands in turns with hyperfine and
prints one row of the table: medians, their ratio, and the limit of the ratio. A limit such as +30 is one of
the difference, in milliseconds."""
import json
import statistics
import subprocess
import sys
import tempfile

title, limit, ours, yardstick = sys.argv[1:5]
runs = int(sys.argv[5]) if len(sys.argv) > 5 else 20
# In turns, since the speed of a machine changes from one second to the next.
rounds = min(5, runs)
times = ([], [])
for _ in range(rounds):
    with tempfile.NamedTemporaryFile(suffix=".json") as result:
        subprocess.run(
            ["hyperfine", "--shell=none", "--ignore-failure", "--warmup=1", f"--runs={max(1, runs // rounds)}",
             "--style=none", "--export-json", result.name, ours, yardstick],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for taken, entry in zip(times, json.load(open(result.name))["results"]):
            taken.extend(entry["times"])
medians = [statistics.median(taken) * 1000 for taken in times]
if limit.startswith("+"):
    value = medians[0] - medians[1]
    shown = f"{value:+.2f}"
else:
    value = medians[0] / medians[1]
    shown = f"{value:.2f}"
verdict = "ok" if value <= float(limit) else "OVER"
print(f"{title:<44} {medians[0]:>10.2f} {medians[1]:>10.2f} {shown:>7} {limit:>6} {verdict}")
