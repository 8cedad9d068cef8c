#!/usr/bin/env bash
# Runs a command with a Docker engine at hand, for tests that need one.
#
#   scripts/with-engine.sh COMMAND...
#
# An engine that answers is used. Otherwise root gets one of its own, which keeps its files in a folder of its own and is
# thrown away at the end. Where none can be had, the command runs without, and its tests are reported as skipped.
# BUILDSPEC_TEST_ENGINE=1 is set when there is one, and such tests then fail rather than being skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

work=
engine=
own_bridge=no

answers() { timeout 10 docker version > /dev/null 2>&1; }

clean_up() {
  local status=$?
  trap - EXIT
  trap '' INT TERM HUP
  if [[ -n $engine ]]; then
    kill "$engine" 2> /dev/null || true
    wait "$engine" 2> /dev/null || true
    awk -v below="$work/" 'index($2, below) == 1 { print $2 }' /proc/mounts | sort -r |
      while read -r mount; do umount --lazy "$mount"; done
    rm -rf --one-file-system "$work"
    if [[ $own_bridge == yes ]]; then ip link delete docker0 2> /dev/null || true; fi
  elif answers; then
    scripts/test-images.sh --remove || true
  fi
  exit "$status"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

start_engine() {
  local end=$((SECONDS + 60))
  # In /tmp whatever TMPDIR says: the path of a socket must be short.
  work=$(mktemp -d /tmp/buildspec-engine.XXXXXX)
  [[ -e /sys/class/net/docker0 ]] || own_bridge=yes
  export DOCKER_HOST=unix://$work/docker.sock
  echo '{}' > "$work/daemon.json"
  # The machine's firewall and routing are left as they are.
  setsid dockerd --config-file "$work/daemon.json" --host "$DOCKER_HOST" --data-root "$work/data" \
    --exec-root "$work/exec" --pidfile "$work/pid" --iptables=false --ip-forward=false --ip-masq=false \
    > "$work/log" 2>&1 < /dev/null &
  engine=$!
  until answers; do
    if ((SECONDS >= end)) || ! kill -0 "$engine" 2> /dev/null; then
      echo "with-engine: dockerd does not run here: $(tail -n 1 "$work/log")" >&2
      return 1
    fi
    sleep 0.2
  done
}

if answers; then
  export BUILDSPEC_TEST_ENGINE=1
elif ((EUID == 0)) && command -v dockerd > /dev/null && command -v docker > /dev/null; then
  start_engine || [[ -z ${CI:-} ]] || exit 3
  ! answers || export BUILDSPEC_TEST_ENGINE=1
fi
"$@"
