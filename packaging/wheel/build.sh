#!/usr/bin/env bash
# Builds the wheel from the static executable of "make release". The same executable gives the same bytes.
#
#   packaging/wheel/build.sh [FOLDER]   default: .build/wheel; older wheels in it are removed
set -euo pipefail

folder=$(realpath -m "${1:-$(dirname "${BASH_SOURCE[0]}")/../../.build/wheel}")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

python3 -c 'import ensurepip, venv' 2> /dev/null || {
  echo 'wheel: please install Python 3 with venv (python3-venv)' >&2
  exit 3
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

packaging/stage.sh "$work/source"
install -m 644 packaging/wheel/{pyproject.toml,platform_tag.py,README.md} Sources/Commands/Version.swift "$work/source"

python3 -m venv "$work/venv"
# Whatever date the user's own builds have.
unset SOURCE_DATE_EPOCH
"$work/venv/bin/pip" wheel --quiet --disable-pip-version-check --no-deps --wheel-dir "$work/wheel" "$work/source"

mkdir -p "$folder"
rm -f "$folder"/buildspec-*.whl
mv "$work"/wheel/*.whl "$folder"
for wheel in "$folder"/*.whl; do
  printf '%s: %s bytes\n' "${wheel#"$PWD"/}" "$(stat -c %s "$wheel")"
done
