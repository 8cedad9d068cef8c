#!/usr/bin/env bash
# Fuzzes reading, linting, reporting and fixing with libFuzzer, which the Swift toolchain brings:
#   scripts/fuzz.sh [SECONDS] [libFuzzer option...]
# An input that hurts lands in .build/fuzz/finds, and the exit status is not 0.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-600}
shift || true
case $seconds in
'' | *[!0-9]*)
  echo "fuzz: '$seconds' is no number of seconds" >&2
  exit 2
  ;;
esac

scratch=.build/fuzz
BUILDSPEC_FUZZ=1 swift build -c release --sanitize fuzzer --scratch-path "$scratch" \
  --product buildspec-fuzz

# What is found interesting is kept in the first folder, so that the next run starts from there.
mkdir -p "$scratch/corpus" "$scratch/seeds" "$scratch/finds"
rm -f "$scratch"/seeds/*
while IFS= read -r file; do
  cp "$file" "$scratch/seeds/${file//\//__}"
done < <(git ls-files 'examples/*.yml' 'Tests/Fixtures/lint/err/*.y*ml' 'Tests/Fixtures/fuzz/*')

# Swift's own crash report would keep libFuzzer from writing the input.
SWIFT_BACKTRACE=enable=no "$scratch/release/buildspec-fuzz" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 \
  -max_len=2048 -dict=Fuzzing/buildspec.dict -artifact_prefix="$scratch/finds/" \
  -print_final_stats=1 "$@" "$scratch/corpus" "$scratch/seeds"
