#!/usr/bin/env python3
"""batch-schedule.py LIMIT RUNS COMMAND...: runs a batch with --log json and holds its wall time against the list
schedule of the times that its builds took in the same run: what is lost is lost by the scheduler. Prints one row
of the table: medians in milliseconds, their ratio, and its limit."""
import heapq
import json
import statistics
import subprocess
import sys


def list_schedule(times, parents, jobs):
    """The milliseconds of a schedule that starts the first ready build of the file when a slot is free."""
    missing = {name: len(parents[name]) for name in times}
    numbers = {name: number for number, name in enumerate(times)}
    names = list(times)
    ready = [numbers[name] for name in times if not missing[name]]
    heapq.heapify(ready)
    running, now = [], 0
    while ready or running:
        while ready and len(running) < jobs:
            number = heapq.heappop(ready)
            heapq.heappush(running, (now + times[names[number]], number))
        now, ended = heapq.heappop(running)
        for child in (name for name in times if names[ended] in parents[name]):
            missing[child] -= 1
            if not missing[child]:
                heapq.heappush(ready, numbers[child])
    return now / 1000


def measure(command):
    output = subprocess.run(command, check=True, capture_output=True).stdout
    events = [json.loads(line) for line in output.splitlines()]
    start = next(event for event in events if event["event"] == "batchStarted")
    end = next(event for event in events if event["event"] == "batchFinished")
    parents = {build["identifier"]: build["dependsOn"] for build in start["plan"]["builds"]}
    took = {event["member"]: event["microseconds"] for event in events if event["event"] == "memberFinished"}
    times = {name: took[name] for name in parents}
    return end["microseconds"] / 1000, list_schedule(times, parents, start["jobs"])


limit, runs, command = float(sys.argv[1]), int(sys.argv[2]), sys.argv[3:] + ["--log", "json"]
results = [measure(command) for _ in range(runs)]
ours, ideal = (statistics.median(column) for column in zip(*results))
verdict = "ok" if ours / ideal <= limit else "OVER"
print(f"{'200 builds, -j 32 | list schedule':<44} {ours:>10.2f} {ideal:>10.2f} {ours / ideal:>7.2f} {limit:>6} {verdict}")
