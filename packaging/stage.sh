#!/usr/bin/env bash
# Puts together what every package carries: the static executable without its symbols, and the licences of the tool and
# of what is linked into it.
#
#   packaging/stage.sh FOLDER
#
# BUILDSPEC names another executable than the one of "make release".
set -euo pipefail

folder=$(realpath -m "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
executable=${BUILDSPEC:-.build/static/release/buildspec}

fail() {
  printf 'stage: %s\n' "$*" >&2
  exit 3
}

[[ -x $executable ]] || fail "there is no $executable; run \"make release\""
command -v strip > /dev/null || fail 'strip is missing; please install binutils'

mkdir -p "$folder/libraries"
# Whatever the umask says: a wheel and an image keep the modes.
install -m 644 LICENSE "$folder/LICENSE"
# The Swift runtime and Apple's packages have an exception for what is linked; these three have none.
for package in libyaml-dev libc6-dev zlib1g-dev; do
  notice=/usr/share/doc/$package/copyright
  [[ -r $notice ]] || fail "the licence of $package is missing: $notice"
  install -m 644 "$notice" "$folder/libraries/$package.txt"
done
strip -o "$folder/buildspec" "$executable"
chmod 755 "$folder/buildspec"
