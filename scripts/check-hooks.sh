#!/usr/bin/env bash
# Has pre-commit run the hooks: every example of README.md and docs/pre-commit.md, as it stands there, in a repository
# with good and broken buildspecs. What the examples name is on this machine: the address of the tool's repository
# leads to a copy of this folder, and the wheel is that of "make wheel".
#
# The hook in Swift is built by pre-commit from scratch, which takes minutes. A Docker engine is started if none runs.
set -euo pipefail
cd "$(dirname "$0")/.."
# pre-commit builds as users do, not as this project does.
unset BUILDSPEC_STRICT BUILDSPEC

# In /tmp whatever TMPDIR says: the path of a socket must be short.
work=$(mktemp -d /tmp/buildspec-hooks.XXXXXX)
engine=

clean_up() {
  trap - EXIT
  if [ -n "$engine" ]; then
    kill "$engine" 2>/dev/null || true
    wait "$engine" 2>/dev/null || true
  fi
  # A mount that is left over must not be deleted through.
  awk -v below="$work/" 'index($2, below) == 1 { print $2 }' /proc/mounts | sort -r |
    while read -r mount; do umount --lazy "$mount"; done
  rm -rf --one-file-system "$work"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

fail() {
  printf 'check-hooks: %s\n' "$*" >&2
  exit 1
}

cannot() {
  printf 'check-hooks: %s\n' "$*" >&2
  exit 3
}

engine_answers() { timeout 10 docker version >"$work/docker.log" 2>&1; }

start_engine() {
  command -v docker >/dev/null || cannot 'docker is missing; please install docker.io'
  if engine_answers; then return; fi
  command -v dockerd >/dev/null || cannot 'no Docker engine answers, and there is no dockerd to start'
  [ "$(id -u)" = 0 ] || cannot 'no Docker engine answers, and only root can start one'
  export DOCKER_HOST=unix://$work/docker.sock
  echo '{}' >"$work/daemon.json"
  # The hook needs no network, so the machine's own is left as it is.
  dockerd --config-file "$work/daemon.json" --host "$DOCKER_HOST" --data-root "$work/docker" \
    --exec-root "$work/docker-exec" --pidfile "$work/docker.pid" --bridge=none --iptables=false --ip-forward=false \
    --ip-masq=false >"$work/dockerd.log" 2>&1 </dev/null &
  engine=$!
  local end=$((SECONDS + 60))
  until engine_answers; do
    if ((SECONDS >= end)) || ! kill -0 "$engine" 2>/dev/null; then
      cannot "Docker cannot run here: $(tail -n 1 "$work/dockerd.log")"
    fi
    sleep 0.2
  done
}

# --- What the examples name ---

export DOCKER_CONFIG=$work/docker-client
mkdir "$DOCKER_CONFIG"
start_engine
packaging/image/build.sh
version=$(sed -n 's/.*current = "\(.*\)".*/\1/p' Sources/Commands/Version.swift)

shopt -s nullglob
wheels=("$PWD"/.build/wheel/*.whl)
[ ${#wheels[@]} = 1 ] || fail 'there is not one wheel in .build/wheel; run "make wheel"'

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'pre-commit==4.7.0' "${wheels[0]}"
export PATH=$work/venv/bin:$PATH PRE_COMMIT_HOME=$work/pre-commit

export GIT_AUTHOR_NAME=check GIT_AUTHOR_EMAIL=check@example.com GIT_COMMITTER_NAME=check
export GIT_COMMITTER_EMAIL=check@example.com
mkdir "$work/tool"
git ls-files -z --cached --others --exclude-standard |
  while IFS= read -r -d '' file; do if [ -e "$file" ]; then printf '%s\0' "$file"; fi; done |
  tar --create --null --files-from=- | tar --extract --directory "$work/tool"
git -C "$work/tool" init --quiet
git -C "$work/tool" add --all
git -C "$work/tool" commit --quiet --message 'As it stands'
git -C "$work/tool" tag "v$version"
pre-commit validate-manifest "$work/tool/.pre-commit-hooks.yaml"

number=${GIT_CONFIG_COUNT:-0}
export GIT_CONFIG_COUNT=$((number + 1)) "GIT_CONFIG_KEY_$number=url.file://$work/tool.insteadOf" \
  "GIT_CONFIG_VALUE_$number=https://git.example.com/buildspec"

# --- The repository that is checked ---

good="version: 0.2
phases:
  build:
    commands:
      - 'echo \"a: b\"'
"
bad=${good//\'/}
# More files than pre-commit gives to one process, in the places that some example speaks of.
make_repository() {
  local copy
  git init --quiet "$1"
  mkdir -p "$1/codebuild" "$1/ci/buildspecs" "$1/other"
  for copy in {1..20}; do
    printf '%s' "$good" >"$1/buildspec-$copy.yml"
    printf '%s' "$bad" >"$1/ci/buildspecs/$copy.yaml"
    printf '%s' "$bad" >"$1/codebuild/$copy.yml"
  done
  # No buildspec, and one that is not under version control.
  printf 'services: [db]\n' >"$1/other/compose.yml"
  git -C "$1" add --all
  git -C "$1" commit --quiet --message 'With mistakes'
  printf '%s' "$bad" >"$1/buildspec-new.yml"
}

# run_hook REPOSITORY - its exit status in $status, its output in $work/output.
run_hook() {
  status=0
  (cd "$1" && pre-commit run --color never --all-files) >"$work/output" 2>&1 || status=$?
}

expect() {
  "${@:2}" || fail "$example: $1 (status $status)
$(cat "$work/output")"
}

reported() { grep -oE '^(buildspec-[^:]*|ci/[^:]*|codebuild/[^:]*|other/[^:]*):' "$work/output" | sort; }

# check_example FILE
check_example() {
  local repository folder names file
  example=$1
  repository=$1.repository
  make_repository "$repository"
  sed "s|https://files.example.com|file://${wheels[0]%/*}|" "$1" >"$repository/.pre-commit-config.yaml"
  git -C "$repository" add .pre-commit-config.yaml
  (cd "$repository" && pre-commit validate-config && pre-commit install-hooks) >"$work/output" 2>&1 ||
    fail "$example: $(cat "$work/output")"

  folder=ci/buildspecs
  if grep -q 'files: ^codebuild' "$1"; then folder=codebuild; fi
  names=$(git -C "$repository" ls-files "$folder" | sed 's/$/:/' | sort)
  run_hook "$repository"
  expect 'the broken buildspecs do not fail it' [ "$status" = 1 ]
  if grep -q -e '--fix' "$1"; then
    expect 'it does not say what it did' grep -q '^fixed .* findings in ' "$work/output"
    expect 'it reports what it fixed' [ -z "$(reported)" ]
    expect 'it fixed other files' [ "$(git -C "$repository" diff --name-only | sed 's/$/:/' | sort)" = "$names" ]
    expect 'it fixed them otherwise' [ "$(sort --unique "$repository/$folder"/*)" = "$(printf '%s' "$good" | sort --unique)" ]
  else
    expect 'it reports other files' [ "$(reported)" = "$names" ]
    expect 'it changed a file' git -C "$repository" diff --quiet
    for file in "$repository/$folder"/*; do printf '%s' "$good" >"$file"; done
  fi
  expect 'it left a file' [ "$(git -C "$repository" status --porcelain --untracked-files | grep -c '^??')" = 1 ]
  git -C "$repository" add --update
  run_hook "$repository"
  expect 'the good buildspecs fail it' [ "$status" = 0 ]
  expect 'it was skipped' grep -q 'Passed' "$work/output"
}

count=0
for document in README.md docs/pre-commit.md; do
  mkdir -p "$work/examples/$(basename "$document" .md)"
  awk -v stem="$work/examples/$(basename "$document" .md)/" '
    /^```/ { inside = /^```yaml/; first = inside; next }
    first { wanted = /^repos:/; number += wanted; first = 0 }
    inside && wanted { print > (stem number ".yaml") }
  ' "$document"
  for file in "$work/examples/$(basename "$document" .md)"/*.yaml; do
    start=$SECONDS
    check_example "$file"
    hook=$(sed -n 's/ *- id: *//p' "$file")
    printf 'check-hooks: %s, example %s: %s, %d s\n' "$document" "$(basename "$file" .yaml)" "$hook" $((SECONDS - start))
    count=$((count + 1))
  done
done
sed -n 's/^- id: *//p' .pre-commit-hooks.yaml | while read -r hook; do
  grep -rqE "id: $hook\$" --include '[0-9].yaml' "$work/examples" || fail "no example has the hook $hook"
done

# The image runs as a user without rights, on what is mounted.
[ "$(docker image inspect --format '{{.Config.User}}' "buildspec:$version")" = 10001:10001 ] || fail 'the image runs as root'
docker run --rm --network none --volume "$PWD/examples/hello:/src:ro" "buildspec:$version" lint buildspec.yml ||
  fail 'the image finds errors where there are none'

# In a container the tool is always process 1, also the one that was killed as it wrote and left its part.
mkdir "$work/fix"
printf '%s' "$bad" >"$work/fix/buildspec.yml"
printf 'a part\n' >"$work/fix/.buildspec.yml.1"
docker run --rm --network none --user "$(id -u):$(id -g)" --volume "$work/fix:/src" "buildspec:$version" \
  lint --fix buildspec.yml >"$work/output" 2>&1 || [ $? = 1 ] || fail "$(cat "$work/output")"
[ "$(cat "$work/fix/buildspec.yml")" = "${good%$'\n'}" ] || fail "not fixed in a container: $(cat "$work/output")"
printf 'check-hooks: %d examples do what they say\n' "$count"
