#!/usr/bin/env bash
# Writes packaging/startup.order, the functions that a lint calls. The linker puts them side by side, so
# that a start reads few pages of the executable. Run it after changes to what a lint does; names that
# are gone do no harm. Needs valgrind.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v valgrind >/dev/null || {
  echo "startup-order: valgrind is missing; please install it" >&2
  exit 3
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# valgrind cannot read all of Swift's debug information; the names of functions are all it needs.
strip --strip-debug -o "$work/buildspec" .build/static/release/buildspec

# One file first: those functions are the ones of every start. Then those of rules that find something.
calls() {
  local status=0
  valgrind --tool=callgrind --demangle=no --callgrind-out-file="$work/calls" \
    "$work/buildspec" lint --shellcheck off "$@" >/dev/null 2>"$work/valgrind.log" || status=$?
  [ "$status" -le 1 ] || {
    cat "$work/valgrind.log" >&2
    exit 3
  }
  sed -nE "s/^c?fn=\([0-9]+\) ([^']+).*/\1/p" "$work/calls"
}
{
  calls buildspec.yml
  calls examples/*/buildspec.yml
  calls Tests/Fixtures/lint/err/*.yml
} |
  # libc has one function for each kind of processor; valgrind's is not the newest.
  awk '{ print } sub(/_avx2(_movbe)?/, "_evex") { print; sub(/_evex/, "_evex_movbe"); print }
       sub(/_avx_unaligned_erms/, "_avx512_unaligned_erms") { print }' |
  awk '!seen[$0]++' >packaging/startup.order
wc -l packaging/startup.order
