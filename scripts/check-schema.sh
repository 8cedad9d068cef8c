#!/usr/bin/env bash
# Validates buildspecs with the generated JSON Schema, and compares the verdicts with those of lint. Each difference
# is listed with its reason, and one without a reason is a failure.
#
#   BUILDSPEC=/path/to/buildspec scripts/check-schema.sh
#
# check-jsonschema comes from PyPI, and is kept in ~/.cache/buildspec-check (or below $XDG_CACHE_HOME).
set -euo pipefail
cd "$(dirname "$0")/.."

buildspec=$(realpath "${BUILDSPEC:-.build/debug/buildspec}")
venv=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/buildspec-check/venv
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ ! -e "$venv/complete" ]; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check 'check-jsonschema==0.39.0'
  touch "$venv/complete"
fi

find examples -name '*.yml' | sort >"$work/files"
for folder in Tests/Fixtures/lint/err ../shared/corpus/valid ../shared/corpus/broken; do
  if [ -d "$folder" ]; then find "$folder" -name '*.yml' | sort >>"$work/files"; fi
done
# A cycle ends the reader of check-jsonschema.
sed -i '/recursive-alias/d' "$work/files"
mapfile -t files <"$work/files"
"$buildspec" lint --shellcheck off --no-ignores --format json "${files[@]}" >"$work/lint.json" 2>"$work/summary" || [ $? = 1 ]

# Config files, good and broken: the schema and the reader agree.
mkdir "$work/configs"
printf 'select: [BS1, command-null, SC2086]\nignore: default-name\nseverity:\n  old-java-name: error\n  BS5: off\n' \
  >"$work/configs/good-1.yml"
printf 'per-file-ignores:\n  "examples/**/*.yml": [BS5]\nshellcheck: off\nimage: aws/codebuild/standard:7.0\n' \
  >"$work/configs/good-2.yml"
printf 'ignored: [BS1]\n' >"$work/configs/bad-1.yml"
printf 'ignore: [comand-null]\n' >"$work/configs/bad-2.yml"
printf 'severity:\n  BS101: fatal\n' >"$work/configs/bad-3.yml"
printf 'per-file-ignores: [BS1]\n' >"$work/configs/bad-4.yml"
printf 'shellcheck: sometimes\n' >"$work/configs/bad-5.yml"

for draft in 2020-12 07; do
  "$buildspec" schema --config --draft "$draft" >"$work/config.json"
  "$venv/bin/check-jsonschema" --check-metaschema "$work/config.json" >"$work/meta"
  for config in "$work"/configs/*; do
    verdicts=()
    "$venv/bin/check-jsonschema" --schemafile "$work/config.json" "$config" >"$work/log" 2>&1 && verdicts+=(good) || verdicts+=(bad)
    "$buildspec" lint --shellcheck off --config "$config" examples/hello/buildspec.yml >>"$work/log" 2>&1 && verdicts+=(good) ||
      verdicts+=(bad)
    case "${config##*/} ${verdicts[*]}" in
      good*' good good' | bad*' bad bad') ;;
      *) echo "check-schema: ${config##*/}: the schema says ${verdicts[0]}, lint says ${verdicts[1]}: $(cat "$work/log")" >&2
        exit 1 ;;
    esac
  done
done

for draft in 2020-12 07; do
  "$buildspec" schema --draft "$draft" >"$work/schema.json"
  "$venv/bin/check-jsonschema" --check-metaschema "$work/schema.json" >"$work/meta"
  "$venv/bin/check-jsonschema" --schemafile "$work/schema.json" --output-format json "${files[@]}" \
    >"$work/schema-$draft.json" 2>"$work/errors" || [ $? = 1 ]
  "$venv/bin/python" - "$draft" "$work" <<'PYTHON'
import collections
import json
import sys

draft, work = sys.argv[1:]
reasons = {
    "BS215": "versions of two runtimes are not compared",
    "BS704": "JSON Schema cannot compare identifiers",
    "BS705": "JSON Schema cannot compare identifiers",
    "BS706": "JSON Schema cannot compare identifiers",
    "BS707": "JSON Schema cannot compare identifiers",
    "BS712": "types that AWS may add are allowed, so misspelt ones are too",
}
reason_of_topic = {"BS4": "commands are text to JSON Schema", "BS5": "variables are text to JSON Schema",
                   "BS8": "commands are text to JSON Schema"}
# Findings that are only warnings, since nobody knows what CodeBuild does.
refusals = {
    "BS006": "this reader refuses a key that stands twice",
    "BS010": "this reader takes one document",
    "BS013": "this reader knows no such tags",
    "BS717": "a list is no text",
}
files = open(f"{work}/files", encoding="utf-8").read().split()
lint, warnings = collections.defaultdict(set), collections.defaultdict(set)
for finding in json.load(open(f"{work}/lint.json", encoding="utf-8"))["findings"]:
    (lint if finding["severity"] == "error" else warnings)[finding["path"]].add(finding["code"])
report = json.load(open(f"{work}/schema-{draft}.json", encoding="utf-8"))
refused = {error["filename"]: error.get("best_match", error) for error in reversed(report["errors"])}
refused.update({error["filename"]: error for error in report["parse_errors"]})

failed = False
for name in files:
    if name in refused and not lint[name]:
        error = refused[name]
        reason = next((words for code, words in refusals.items() if code in warnings[name]), None)
        if reason:
            print(f"check-schema: only the schema: {name}: {reason}")
            continue
        failed = True
        print(f"check-schema: refused, but lint finds no error: {name}: {error.get('path')}: {error.get('message')}")
only_lint = collections.Counter(code for name in files if name not in refused for code in lint[name])
for code, count in sorted(only_lint.items()):
    reason = reasons.get(code) or reason_of_topic.get(code[:3])
    failed = failed or reason is None
    print(f"check-schema: only lint: {code} in {count}: {reason or 'no reason is known for this'}")
same = sum((name in refused) == bool(lint[name]) for name in files)
print(f"check-schema: draft {draft}: the same verdict for {same} of {len(files)} files, {len(refused)} refused")
sys.exit(failed)
PYTHON
done
