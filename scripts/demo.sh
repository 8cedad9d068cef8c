#!/usr/bin/env bash
# The whole job on one Debian 12 machine, without an AWS account: the repository's buildspec.yml builds the demo web app
# from source, pushes its image to a registry, and the pushed image is pulled and answers. Then the same build runs once
# more, in a container, and the batches of examples/batch build and test the app several times at once.
#
#   make demo                               builds the tool first
#   BUILDSPEC=/path/to/buildspec make demo  takes that one
#
# What stands in for AWS listens on loopback addresses only: moto for the API and docker-registry for Amazon ECR, with
# the same login as ECR. What is missing is installed, which needs root. What the demo starts, it also ends. Two
# downloads are kept for the next time, in ~/.cache/buildspec-demo (or below $XDG_CACHE_HOME).
#
# Exit status: 0 all went well, 3 it cannot be done here (no Docker, or not root), else a step failed.
set -euo pipefail
export LC_ALL=C

# The current folder is about to change.
if [[ ${BUILDSPEC:-} == */* && $BUILDSPEC != /* ]]; then
  BUILDSPEC=$PWD/$BUILDSPEC
fi
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly base_image=tomcat:10.1-jre17
readonly build_image=buildspec-demo-build:$$
readonly cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/buildspec-demo
readonly venv=$cache/venv
readonly maven_args='-o -Dmaven.repo.local=/usr/share/maven-repo -Ddebian -DforkCount=0 -Dstyle.color=never'
readonly maven_packages=(maven libmaven-compiler-plugin-java libmaven-resources-plugin-java libmaven-war-plugin-java
  libsurefire-java junit5 libtomcat10-embed-java libtomcat10-java openjdk-17-jdk-headless)

# In /tmp whatever TMPDIR says: the path of a socket must be short.
work=$(mktemp -d /tmp/buildspec-demo.XXXXXX)
readonly work

# What has to be undone at the end.
processes=() # by process id, in the order of their start
containers=()
images=()
own_engine=no
own_bridge=no

# --- Messages ---

timings=()
current_step=

say() { printf '    %s\n' "$*"; }

fail() {
  printf 'demo: %s\n' "$*" >&2
  exit 1
}

cannot() {
  printf 'demo: %s\n' "$*" >&2
  exit 3
}

# step TEXT FUNCTION
step() {
  local start=${EPOCHREALTIME/./} tenths
  current_step=$1
  printf '==> %s\n' "$1"
  "$2"
  tenths=$(((${EPOCHREALTIME/./} - start) / 100000))
  timings+=("$(printf '%5d.%d s  %s' $((tenths / 10)) $((tenths % 10)) "$1")")
}

# --- Processes ---

# start LOG COMMAND... - in a session of its own, so that Ctrl-C reaches it only through the clean-up below.
start() {
  local log=$1
  shift
  # Here, as the waiting below may be faster than the new process.
  : > "$log"
  setsid "$@" >> "$log" 2>&1 < /dev/null &
  processes+=($!)
}

# wait_for SECONDS COMMAND... - false when the time is over or the process started last has ended.
wait_for() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    if ((SECONDS >= end)) || ! kill -0 "${processes[-1]}" 2> /dev/null; then
      return 1
    fi
    sleep 0.2
  done
}

stop() {
  local end=$((SECONDS + 20))
  kill "$1" 2> /dev/null || return 0
  while kill -0 "$1" 2> /dev/null; do
    if ((SECONDS >= end)); then
      kill -KILL "$1" 2> /dev/null || true
      break
    fi
    sleep 0.1
  done
}

# Also what a build that was broken off has left: everything made from the stand-in has its label. Such a build takes a
# moment to let go of its last container.
remove_images() {
  local try stand_in=label=dev.buildspec.stand-in=true
  docker image rm --force "${images[@]}" > "$work/rmi.log" 2>&1
  for try in {1..20}; do
    docker image prune --force --filter "$stand_in" > "$work/prune-$try.log" 2>&1
    [[ -n $(docker image ls --all --quiet --filter "$stand_in" --filter dangling=true) ]] || break
    sleep 0.5
  done
}

clean_up() {
  local status=$? i
  trap - EXIT
  trap '' INT TERM HUP
  set +e
  if ((${#containers[@]})); then
    docker rm --force --volumes "${containers[@]}" > "$work/rm.log" 2>&1
  fi
  # An engine of our own is thrown away as a whole.
  if [[ $own_engine == no ]] && ((${#images[@]})); then
    remove_images
  fi
  for ((i = ${#processes[@]} - 1; i >= 0; i--)); do
    stop "${processes[i]}"
  done
  wait
  if [[ $own_bridge == yes ]]; then
    ip link delete docker0 2> "$work/ip.log"
  fi
  # A mount that is left over must not be deleted through.
  awk -v below="$work/" 'index($2, below) == 1 { print $2 }' /proc/mounts | sort -r |
    while read -r mount; do umount --lazy "$mount"; done
  rm -rf --one-file-system "$work"
  if ((${#timings[@]})); then
    printf '==> Time of each step\n'
    printf '%s\n' "${timings[@]}"
  fi
  if ((status != 0)); then
    printf '==> Ended with status %d in the step "%s"\n' "$status" "$current_step"
  fi
  exit "$status"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# --- What has to be there ---

has() { command -v "$1" > /dev/null; }

package_is_installed() {
  [[ $(dpkg-query --show --showformat '${db:Status-Status}' "$1" 2> /dev/null) == installed ]]
}

# install_packages NAME... - those that are not installed yet.
install_packages() {
  local name missing=()
  for name in "$@"; do
    package_is_installed "$name" || missing+=("$name")
  done
  ((${#missing[@]})) || return 0
  ((EUID == 0)) || cannot "these Debian packages are missing, and only root can install them: ${missing[*]}"
  say "installing ${missing[*]}"
  if ! { apt-get -q update &&
    DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "${missing[@]}"; } \
    > "$work/apt.log" 2>&1 < /dev/null; then
    tail -n 20 "$work/apt.log" >&2
    cannot "apt-get could not install ${missing[*]}"
  fi
}

engine_answers() { timeout 10 docker version > "$work/docker-version.log" 2>&1; }

# A command that is there already is used, whichever way it was installed.
install_what_is_missing() {
  local names=("${maven_packages[@]}")
  has apt-get || cannot 'this demo needs Debian 12, and there is no apt-get here'
  if [[ -n ${BUILDSPEC:-} ]]; then
    has "$BUILDSPEC" || cannot "the variable BUILDSPEC names no program: $BUILDSPEC"
  else
    has swift || cannot 'there is no swift on PATH; or name a built tool in the variable BUILDSPEC'
    names+=(libyaml-dev zlib1g-dev)
  fi
  has curl || names+=(curl)
  has git || names+=(git)
  has htpasswd || names+=(apache2-utils)
  if ! has docker || ! { engine_answers || has dockerd; }; then
    names+=(docker.io)
  fi
  # Said before anything is installed.
  if ((EUID != 0)) && ! engine_answers; then
    cannot 'no Docker engine answers, and only root can start one'
  fi
  install_packages "${names[@]}"
  install_registry
  install_aws_stand_in
}

# Unpacked, not installed: the Debian package would start a registry of its own, for everybody, at each boot.
install_registry() {
  has docker-registry && return
  if [[ ! -x $cache/registry/usr/bin/docker-registry ]]; then
    say "unpacking the Debian package docker-registry into $cache"
    mkdir -p "$work/deb" "$cache"
    if ! (cd "$work/deb" && apt-get -q download docker-registry) > "$work/apt.log" 2>&1; then
      tail -n 5 "$work/apt.log" >&2
      cannot 'apt-get could not download docker-registry'
    fi
    dpkg-deb --extract "$work"/deb/docker-registry_*.deb "$cache/registry"
  fi
  PATH=$PATH:$cache/registry/usr/bin
}

# Older ones take no notice of AWS_ENDPOINT_URL and would call AWS itself.
aws_is_new_enough() {
  has aws || return
  local version major minor
  version=$(aws --version 2>&1)
  version=${version#aws-cli/}
  IFS=. read -r major minor _ <<< "$version"
  [[ $major == 1 && $minor -ge 29 || $major == 2 && $minor -ge 13 || $major -ge 3 ]]
}

install_aws_stand_in() {
  has moto_server && aws_is_new_enough && return
  make_venv
  PATH=$venv/bin:$PATH
}

make_venv() {
  if [[ ! -e $venv/complete ]]; then
    /usr/bin/python3 -c 'import ensurepip, venv' 2> /dev/null || install_packages python3-venv
    say "installing moto and awscli from PyPI into $venv"
    # Flask is for moto's server. "moto[server]" would bring twice as much, for services other than ECR.
    rm -rf "$venv"
    mkdir -p "$cache"
    /usr/bin/python3 -m venv "$venv"
    if ! "$venv/bin/pip" install --quiet --disable-pip-version-check moto flask flask-cors awscli \
      > "$work/pip.log" 2>&1; then
      tail -n 5 "$work/pip.log" >&2
      cannot 'pip could not install moto and awscli'
    fi
    touch "$venv/complete"
  fi
}

# --- What has to run ---

start_engine() {
  # The address of the engine that is in use, as the folder that might name it is about to change.
  DOCKER_HOST=${DOCKER_HOST:-$(docker context inspect --format '{{.Endpoints.docker.Host}}' 2> /dev/null || true)}
  export DOCKER_HOST
  # Logins are written to this folder, so they go away with it.
  export DOCKER_CONFIG=$work/docker-client
  mkdir "$DOCKER_CONFIG"
  if engine_answers; then
    say 'it runs already'
    return
  fi
  has dockerd || cannot 'no Docker engine answers, and there is no dockerd to start'
  [[ -e /sys/class/net/docker0 ]] || own_bridge=yes
  export DOCKER_HOST=unix://$work/docker.sock
  # Everything is kept in the work folder, and the machine's firewall and routing are left as they are.
  echo '{}' > "$work/daemon.json"
  start "$work/dockerd.log" dockerd --config-file "$work/daemon.json" --host "$DOCKER_HOST" \
    --data-root "$work/docker" --exec-root "$work/docker-exec" --pidfile "$work/docker.pid" \
    --iptables=false --ip-forward=false --ip-masq=false
  own_engine=yes
  if ! wait_for 60 engine_answers; then
    cannot "Docker cannot run here: $(tail -n 1 "$work/dockerd.log")"
  fi
  say "started dockerd (process ${processes[-1]})"
  if [[ $(< /proc/sys/net/ipv4/ip_forward) == 0 ]]; then
    say 'it will warn that networking will not work: its containers cannot call other machines, and here none has to'
  fi
}

# port_in LOG PATTERN - the port that a server chose, from its log.
port_in() { sed -nE "s|.*$2:([0-9]+).*|\1|p" "$1" | head -n 1 | grep .; }

start_aws_stand_in() {
  # Nothing of the user's own AWS set-up is to be used here.
  local name
  for name in ${!AWS_@}; do
    unset "$name"
  done
  # Nor is a proxy, for what runs on this machine.
  export no_proxy=127.0.0.1 NO_PROXY=127.0.0.1
  start "$work/moto.log" moto_server -H 127.0.0.1 -p 0
  if ! wait_for 60 port_in "$work/moto.log" 'http://127\.0\.0\.1' > "$work/moto.port"; then
    tail -n 5 "$work/moto.log" >&2
    fail 'moto_server did not start'
  fi
  aws_environment=(
    "AWS_ENDPOINT_URL=http://127.0.0.1:$(< "$work/moto.port")"
    AWS_ACCESS_KEY_ID=testing
    AWS_SECRET_ACCESS_KEY=testing
    AWS_DEFAULT_REGION=us-east-1
    AWS_REGION=us-east-1
    AWS_CONFIG_FILE=/dev/null
    AWS_SHARED_CREDENTIALS_FILE=/dev/null
    AWS_EC2_METADATA_DISABLED=true
    AWS_MAX_ATTEMPTS=1
    AWS_PAGER=
  )
  export "${aws_environment[@]}"
  say "moto at ${AWS_ENDPOINT_URL#http://} (process ${processes[-1]})"
  aws ecr create-repository --repository-name demo > "$work/repository.json"
  say 'created the ECR repository demo in it'
}

# Takes the password that "aws ecr get-login-password" gives out, as ECR does. It passes through pipes and files of the
# work folder only, never through an argument.
start_registry() {
  aws ecr get-login-password | htpasswd -iBc "$work/htpasswd" AWS 2> "$work/htpasswd.log" ||
    fail "htpasswd: $(tail -n 1 "$work/htpasswd.log")"
  aws ecr get-login-password | sed 's/^/machine 127.0.0.1 login AWS password /' > "$work/netrc"
  cat > "$work/registry.yml" <<END
version: 0.1
log: {level: info, accesslog: {disabled: true}}
storage: {filesystem: {rootdirectory: $work/registry}}
http: {addr: '127.0.0.1:0', secret: $RANDOM$RANDOM$RANDOM}
auth: {htpasswd: {realm: demo, path: $work/htpasswd}}
END
  start "$work/registry.log" docker-registry serve "$work/registry.yml"
  if ! wait_for 30 port_in "$work/registry.log" 'listening on 127\.0\.0\.1' > "$work/registry.port"; then
    tail -n 5 "$work/registry.log" >&2
    fail 'docker-registry did not start'
  fi
  registry=127.0.0.1:$(< "$work/registry.port")
  say "docker-registry at $registry (process ${processes[-1]})"
}

provide_base_image() {
  if docker image inspect "$base_image" > "$work/inspect.log" 2>&1; then
    say 'it is here already'
  elif timeout 20 docker pull --quiet "$base_image" > "$work/pull.log" 2>&1; then
    say 'pulled'
  else
    say 'it cannot be pulled, so a stand-in is made of Debian packages'
    install_packages openjdk-17-jdk-headless tomcat10-user
    images+=("$base_image")
    scripts/demo/base-image.sh "$base_image" "$work" > "$work/base-image.log"
  fi
}

# --- The demo itself ---

find_tool() {
  if [[ -n ${BUILDSPEC:-} ]]; then
    say "it is $BUILDSPEC"
    return
  fi
  swift build -c release --product buildspec
  BUILDSPEC=$(swift build -c release --show-bin-path)/buildspec
}

run_build() {
  local environment=("DOCKER_CONFIG=$DOCKER_CONFIG" "DOCKER_HOST=$DOCKER_HOST")
  # Without its plug-in for BuildKit, docker falls back to the older builder anyway, with more warnings.
  if ! docker buildx version > "$work/buildx.log" 2>&1; then
    environment+=(DOCKER_BUILDKIT=0)
  fi
  run_buildspec "${environment[@]}" -- --artifacts "$work/artifacts"
}

# run_buildspec NAME=VALUE... -- FLAG...
run_buildspec() {
  local arguments=() pair
  for pair in "${aws_environment[@]}" "no_proxy=$no_proxy" "NO_PROXY=$NO_PROXY" "REPOSITORY_URI=$registry/demo" \
    "MAVEN_ARGS=$maven_args"; do
    arguments+=(-e "$pair")
  done
  while [[ $1 != -- ]]; do
    arguments+=(-e "$1")
    shift
  done
  "$BUILDSPEC" run "${arguments[@]}" "${@:2}"
}

# With the programs of this machine, and its engine. The servers listen on this machine's own addresses, so its network
# is used, too.
run_build_in_container() {
  make_venv
  images+=("$build_image")
  scripts/demo/build-image.sh "$build_image" "$venv" "${maven_packages[@]}" > "$work/build-image.log"
  say "made $build_image of Debian packages"
  run_buildspec DOCKER_BUILDKIT=0 -- --image "$build_image" --pull never --network host --docker-socket \
    --artifacts "$work/artifacts"
}

# A matrix of four builds, then a graph that packs the app once its tests have passed.
run_batches() {
  local name
  for name in matrix graph; do
    "$BUILDSPEC" batch "examples/batch/$name.yml" -q -e "MAVEN_ARGS=$maven_args" \
      --artifacts "$work/batch" --reports "$work/batch-reports"
  done
  (cd "$work/batch/publish" && sha256sum --check --quiet app.war.sha256)
  say "packed after its tests: $(cat "$work/batch/publish/app.war.sha256")"
  say "reports of builds: $(cd "$work/batch-reports/unit-tests" && echo *)"
}

# The digest of the image as the registry itself gives it.
registry_digest() {
  curl --fail --silent --show-error --max-time 10 --netrc-file "$work/netrc" --head \
    --header 'Accept: application/vnd.docker.distribution.manifest.v2+json' \
    --header 'Accept: application/vnd.docker.distribution.manifest.list.v2+json' \
    --header 'Accept: application/vnd.oci.image.manifest.v1+json' \
    --header 'Accept: application/vnd.oci.image.index.v1+json' \
    "http://$registry/v2/demo/manifests/${image##*:}" |
    tr -d '\r' | sed -n 's/^[Dd]ocker-[Cc]ontent-[Dd]igest: //p'
}

# The digest under which the engine knows the image: from pushing or from pulling it.
engine_digest() {
  docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' "$image" |
    sed -n "s,^$registry/demo@,,p"
}

check_push() {
  local definitions=$work/artifacts/imagedefinitions.json
  say "imagedefinitions.json: $(cat "$definitions")"
  "$BUILDSPEC" imagedefinitions check "$definitions"
  say 'buildspec imagedefinitions check: no complaint'
  image=$(sed -nE 's/.*"imageUri": *"([^"]+)".*/\1/p' "$definitions")
  [[ $image == "$registry/demo:"* ]] || fail "imagedefinitions.json names another repository: $image"
  images+=("$image")
  digest=$(registry_digest)
  [[ -n $digest ]] || fail "the registry gives no digest for $image"
  say "in the registry: $registry/demo@$digest"
  [[ $(engine_digest) == "$digest" ]] || fail "the image that was built is not the one in the registry"
  say 'the same image that was built here'
}

app_answers() { curl --fail --silent --max-time 2 --output "$work/answer" "http://$address/healthz"; }

run_pushed_image() {
  local end address container
  docker image rm "$image" > "$work/rmi.log"
  docker pull --quiet "$image" > "$work/pull.log"
  [[ $(engine_digest) == "$digest" ]] || fail 'what was pulled is not what was pushed'
  say 'pulled from the registry: the same digest'
  container=$(docker create --publish 127.0.0.1::8080 "$image")
  containers+=("$container")
  docker start "$container" > "$work/start.log"
  address=$(docker port "$container" 8080/tcp | head -n 1)
  end=$((SECONDS + 60))
  until app_answers; do
    if ((SECONDS >= end)); then
      docker logs --tail 20 "$container" >&2
      fail 'the app does not answer'
    fi
    sleep 0.2
  done
  say "GET http://$address/healthz: 200 $(cat "$work/answer")"
  say "GET http://$address/: $(curl --fail --silent --max-time 5 "http://$address/" | sed -n '/Version/s/<[^>]*>//gp')"
}

step 'Install what is missing' install_what_is_missing
step 'Docker engine' start_engine
step 'Stand-in for the AWS API' start_aws_stand_in
step 'Registry in the place of Amazon ECR' start_registry
step "Base image $base_image" provide_base_image
step 'The buildspec tool' find_tool
step 'Run buildspec.yml' run_build
step 'Check what was pushed' check_push
step 'Run the pushed image' run_pushed_image
step 'Run buildspec.yml in a container' run_build_in_container
step 'Check what was pushed from the container' check_push
step 'Run the batches of examples/batch' run_batches
echo '==> All went well'
