#!/usr/bin/env bash
# Makes an image in which the demo can be built: Maven, a JDK, the Docker command line tool and the AWS CLI.
#
#   scripts/demo/build-image.sh NAME:TAG VENV PACKAGE...
#
# It holds the files of the installed Debian packages that are named and of all that they depend on, the Python
# environment VENV with the AWS CLI at the place where it is, and this machine's docker program.
set -euo pipefail
export LC_ALL=C

readonly image=$1
readonly venv=$2
shift 2

# Names of the packages and of all that they need. Those that are only names are not known to dpkg.
closure() {
  # shellcheck disable=SC2016
  apt-cache depends --recurse --installed --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces \
    --no-enhances "$@" | grep '^[a-z0-9]' | sort -u |
    { xargs dpkg-query --show --showformat '${db:Status-Status} ${binary:Package}\n' 2> /dev/null || true; } |
    sed -n 's/^installed //p'
}

# Their files, without what only people read. Debian 12 keeps /bin and /lib below /usr.
files() {
  local file
  closure "$@" | xargs dpkg --listfiles | grep '^/' |
    grep -vE '^/usr/share/(doc|man|info|locale|lintian|icons)(/|$)' |
    sed -E 's,^/(bin|sbin|lib|lib32|lib64|libx32)(/|$),/usr/\1\2,' | sort -u |
    while read -r file; do
      if [[ $file != /. && (-e $file || -L $file) ]]; then printf '%s\n' "${file#/}"; fi
    done
  # What the packages set up when they are installed.
  find /usr/bin -lname '/etc/alternatives/*' -printf '%P\n' | sed 's,^,usr/bin/,'
  find /etc/alternatives -type l -printf 'etc/alternatives/%P\n'
  printf '%s\n' bin lib lib64 sbin usr/bin/sh etc/passwd etc/group etc/ld.so.cache
  find "$venv" | sed 's,^/,,'
}

docker_program=$(readlink -f "$(command -v docker)")
readonly path=$venv/bin:/usr/local/bin:/usr/bin:/bin
{
  files "$@" base-files coreutils dash findutils grep libc-bin python3 sed
  printf '%s\n' "${docker_program#/}"
} | sort -u |
  tar -C / --no-recursion --files-from - --transform "flags=rh;s,^${docker_program#/}\$,usr/local/bin/docker," \
    --owner 0 --group 0 --numeric-owner -c |
  docker import --change "ENV PATH=$path LANG=C.UTF-8" --change 'LABEL dev.buildspec.stand-in=true' \
    --message 'build image made of Debian packages' - "$image"
