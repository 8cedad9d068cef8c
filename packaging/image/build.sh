#!/usr/bin/env bash
# Builds the tool's own image, buildspec:VERSION, from the static executable of "make release". Needs a Docker engine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

command -v docker > /dev/null || {
  echo 'image: docker is missing; please install it' >&2
  exit 3
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

packaging/stage.sh "$work"
version=$(sed -n 's/.*current = "\(.*\)".*/\1/p' Sources/Commands/Version.swift)
docker build --quiet --file packaging/image/Dockerfile \
  --label org.opencontainers.image.title=buildspec --label "org.opencontainers.image.version=$version" \
  --label org.opencontainers.image.licenses=Apache-2.0 --tag "buildspec:$version" "$work" \
  > "$work/id" 2> "$work/log" || {
  cat "$work/log" >&2
  exit 1
}
printf 'buildspec:%s: %s\n' "$version" "$(cat "$work/id")"
