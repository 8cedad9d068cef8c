#!/usr/bin/env python3
"""loud-log.py LOG SECRETS: writes 8 MiB of a log in which each hundredth line shows one of 20 secrets, as it is or
encoded, and the secrets as K=V lines. The same bytes each time."""
import base64
import random
import sys

random.seed(20261122)
secrets = [base64.b64encode(random.randbytes(24)).decode() for _ in range(20)]
words = ("INFO downloading from the central repository module compile test resources service request handler user "
         "order payment 200 OK latency ms thread pool worker started finished build jar war").split()
lines, size = [], 0
while size < 8 << 20:
    line = "2026-11-22T20:27:01.123Z " + " ".join(random.choices(words, k=12))
    if random.random() < 0.01:
        secret = random.choice(secrets)
        line += " token=" + random.choice([secret, base64.b64encode(secret.encode()).decode(), secret.replace("+", "%2B")])
    lines.append(line)
    size += len(line) + 1
open(sys.argv[1], "w", encoding="utf-8").write("\n".join(lines) + "\n")
open(sys.argv[2], "w", encoding="utf-8").writelines(f"SECRET_{n}={secret}\n" for n, secret in enumerate(secrets))
