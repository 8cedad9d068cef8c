#!/usr/bin/env python3
"""throughput.py TITLE MB LIMIT COMMAND...: runs a command that handles so many MB, three times, with its output thrown
away, and prints one row of the table: MB/s of the median, its limit, and the peak memory, which must stay below 64 MB."""
import resource
import statistics
import subprocess
import sys
import time

title, size, limit, *command = sys.argv[1:]
times = []
for _ in range(3):
    start = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    times.append(time.monotonic() - start)
speed = float(size) / statistics.median(times)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
verdict = "ok" if speed >= float(limit) and peak < 64 else "OVER"
print(f"{title:<44} {speed:>10.0f} MB/s, limit {limit}; {peak:.0f} MB peak, limit 64 {verdict}")
