#!/usr/bin/env bash
# Runs the tests that are built, and says at the end once more what failed, which is far up by then. All output is kept
# in .build/test.log, or the file that TEST_LOG names.
#
#   scripts/test.sh [FLAG...]   flags of `swift test`, such as --filter NAME
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

readonly log=${TEST_LOG:-.build/test.log}
mkdir -p .build
# Most tests start programs and wait for them. Too many at once only make each other late.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=${SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH:-$(($(getconf _NPROCESSORS_ONLN) * 4))}
# SWIFT may be a command with arguments, as for make.
# shellcheck disable=SC2086
${SWIFT:-swift} test --skip-build "$@" 2>&1 | tee "$log"
status=${PIPESTATUS[0]}
[[ $status != 0 ]] || exit 0

printf '\n==> What failed (all output is in %s)\n' "$log"
# Below an issue there may be lines of its own, up to the next sign. Where the run has no end, one of the tests that
# were going on has ended the process.
awk '
  function name(line) {
    sub(/^[^ ]+ Test /, "", line)
    sub(/ (started\.|(with [0-9]+ test cases? )?(passed|failed) after|skipped).*/, "", line)
    return line
  }
  /^(◇|✔|➜|⚠)/ { fails = 0 }
  /^✘/ { fails = 1; delete open[name($0)] }
  /^✘ Test run with / { ended = 1 }
  fails || /^error:/ || /Fatal error:/ { print; next }
  /^◇ Test .* started\.$/ && !/^◇ Test (run|case) / { open[name($0)] = 1 }
  /^(✔|➜) Test / { delete open[name($0)] }
  /^✔ Test run with / { ended = 1 }
  END { if (!ended) for (test in open) print "did not end: " test }
' "$log"
exit "$status"
