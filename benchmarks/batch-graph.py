#!/usr/bin/env python3
"""batch-graph.py DIR BUILDS JOBS: writes DIR/buildspec.yml, a graph of builds that sleep 0.2 s each, and
DIR/waves.yml, the same builds where each wave waits for the whole wave before it. Prints the seconds of the
ideal list schedule, which takes nothing but the sleeping."""
import heapq
import pathlib
import random
import sys

folder, count, jobs = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
SECONDS = 0.2
chance = random.Random(7)
parents = [chance.sample(range(n), min(n, chance.choice([0, 0, 1, 1, 2, 3]))) for n in range(count)]
depths = []
for own in parents:
    depths.append(max((depths[p] + 1 for p in own), default=0))
waves = [[n for n in range(count) if depths[n] == depth] for depth in range(max(depths) + 1)]


def write(name, waits):
    lines = ["version: 0.2", "batch:", "  build-graph:"]
    for number, own in enumerate(waits):
        lines.append(f"    - identifier: b{number}")
        if own:
            lines.append(f"      depend-on: [{', '.join(f'b{p}' for p in own)}]")
    lines += ["phases:", "  build:", "    commands:", f"      - sleep {SECONDS}", ""]
    (folder / name).write_text("\n".join(lines))


folder.mkdir(parents=True, exist_ok=True)
write("buildspec.yml", parents)
write("waves.yml", [waves[depths[n] - 1] if depths[n] else [] for n in range(count)])

missing = [len(own) for own in parents]
children = [[c for c in range(count) if n in parents[c]] for n in range(count)]
ready = [n for n in range(count) if not missing[n]]
running, now = [], 0.0
while ready or running:
    while ready and len(running) < jobs:
        heapq.heappush(running, (now + SECONDS, heapq.heappop(ready)))
    now, ended = heapq.heappop(running)
    for child in children[ended]:
        missing[child] -= 1
        if not missing[child]:
            heapq.heappush(ready, child)
print(f"{now:.3f}")
