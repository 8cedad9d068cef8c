#!/usr/bin/env bash
# Makes the images on which the engines are compared: busybox, dash and bash, each with that shell as sh and a few small
# programs, all of them files of the Debian packages on this machine. Nothing is downloaded.
#
#   scripts/test-images.sh FOLDER    leaves FOLDER/<name>/bin and the image buildspec-test:<name>, unless both are there
#   scripts/test-images.sh --remove  removes the images, also those that tests made of them
#
# Exit status: 0 all are there, 3 they cannot be made here.
set -euo pipefail
export LC_ALL=C

readonly names=(busybox dash bash)
readonly programs=(basename cat chmod cp cut date dd dirname env false find grep head id ln ls md5sum mkdir mkfifo mv
  od printf pwd readlink rm sed seq setsid sleep sort tail tee touch tr true uniq wc xargs yes)

cannot() {
  printf 'test-images: %s\n' "$*" >&2
  exit 3
}

if [[ ${1:-} == --remove ]]; then
  docker image ls --format '{{.Repository}}:{{.Tag}}' buildspec-test | xargs -r docker image rm --force > /dev/null
  exit 0
fi

[[ $(uname) == Linux ]] || cannot 'the programs of this machine are not those of Linux'
readonly folder=${1:?name a folder}
root=

# add NAME [AS...] - a program of Debian's own, with the libraries that it needs.
add() {
  local path library
  path=$(PATH=/usr/bin:/bin:/usr/sbin:/sbin type -P "$1") || cannot "there is no $1 on this machine"
  cp -L "$path" "$root/bin/$1"
  { ldd "$path" 2> /dev/null || true; } | sed -nE 's|^\t(.* => )?(/[^ ]+) \(0x.*|\2|p' |
    while read -r library; do
      mkdir -p "$root${library%/*}"
      cp -Ln "$library" "$root$library"
    done
}

make_root() {
  local name
  rm -rf "$root"
  mkdir -p "$root"/{bin,etc,root,home/tester,tmp}
  chmod 1777 "$root/tmp"
  printf '%s\n' root:x:0:0:root:/root:/bin/sh tester:x:1234:1234::/home/tester:/bin/sh > "$root/etc/passwd"
  printf '%s\n' root:x:0: tester:x:1234: > "$root/etc/group"
  if [[ $1 == busybox ]]; then
    local applets
    add busybox
    applets=$("$root/bin/busybox" --list)
    for name in sh "${programs[@]}"; do
      grep -qx "$name" <<< "$applets" || cannot "this busybox has no $name"
      ln -s busybox "$root/bin/$name"
    done
  else
    for name in "$1" "${programs[@]}"; do add "$name"; done
    ln -s "$1" "$root/bin/sh"
  fi
}

for name in "${names[@]}"; do
  root=$folder/$name
  [[ -e $root/complete ]] && docker image inspect "buildspec-test:$name" > /dev/null 2>&1 && continue
  make_root "$name"
  tar -C "$root" --owner=0 --group=0 --numeric-owner -c . |
    docker import --change 'ENV PATH=/bin' --change 'LABEL dev.buildspec.test=true' - "buildspec-test:$name" \
      > /dev/null || cannot "no image could be made of $root"
  touch "$root/complete"
done
