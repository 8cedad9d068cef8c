#!/usr/bin/env bash
# Installs what building and testing need: with apt on Debian and Ubuntu, else it says what is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v swift >/dev/null || {
  echo "setup: no Swift toolchain found; install Swift 6.2 or newer from swift.org" >&2
  exit 3
}

# A command or file that each package brings.
declare -A needs=(
  [libyaml-dev]=/usr/include/yaml.h
  [git]=git
  [shellcheck]=shellcheck
  [make]=make
  [binutils]=strip
  [jq]=jq
  [openssl]=openssl
)

missing=()
for package in "${!needs[@]}"; do
  proof=${needs[$package]}
  if [ "${proof:0:1}" = / ]; then
    [ -e "$proof" ] || missing+=("$package")
  else
    command -v "$proof" >/dev/null || missing+=("$package")
  fi
done
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
  echo "setup: please install: ${missing[*]}" >&2
  exit 3
fi
echo "setup: installing ${missing[*]}"
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
