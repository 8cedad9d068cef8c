#!/usr/bin/env bash
# Checks the wheel of "make wheel" as an index and a user would: its metadata, its bytes, and how it installs and runs.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  printf 'check-wheel: %s\n' "$*" >&2
  exit 1
}

shopt -s nullglob
wheels=(.build/wheel/*.whl)
[ ${#wheels[@]} = 1 ] || fail 'there is not one wheel in .build/wheel; run "make wheel"'
wheel=$PWD/${wheels[0]}
version=$(sed -n 's/.*current = "\(.*\)".*/\1/p' Sources/Commands/Version.swift)

# The same bytes, whatever is different around the build.
(umask 077 && TZ=Asia/Tokyo SOURCE_DATE_EPOCH=1 packaging/wheel/build.sh "$work/again" >"$work/again.log")
cmp "$wheel" "$work/again/${wheel##*/}" || fail 'a second build gives other bytes'

# A dynamic executable would not keep what the tag says.
if BUILDSPEC=$(command -v bash) packaging/wheel/build.sh "$work/dynamic" >"$work/dynamic.log" 2>&1; then
  fail 'a dynamic executable becomes a wheel'
fi
grep -q 'not a static executable' "$work/dynamic.log" || fail "$(tail -n 3 "$work/dynamic.log")"

python3 -m venv "$work/tools"
"$work/tools/bin/pip" install --quiet --disable-pip-version-check 'check-wheel-contents==0.6.3' 'twine==7.0.0'
"$work/tools/bin/twine" --no-color check --strict "$wheel" >"$work/twine" || fail "$(cat "$work/twine")"
# W007: there is no Python module in it, on purpose.
"$work/tools/bin/check-wheel-contents" --ignore W007 "$wheel" >"$work/contents" || fail "$(cat "$work/contents")"

# Installers of old and new glibc and of musl take it, and one of another processor does not.
takes() {
  "$work/tools/bin/pip" download --quiet --disable-pip-version-check --no-index --find-links "${wheel%/*}" --no-deps \
    --only-binary :all: --platform "$1" --dest "$work/download" "buildspec==$version" >"$work/download.log" 2>&1
}
machine=$(uname -m)
for platform in manylinux2014 manylinux_2_17 musllinux_1_1; do
  takes "${platform}_$machine" || fail "not for $platform: $(cat "$work/download.log")"
done
if takes manylinux2014_s390x; then fail 'it is for every processor'; fi

python3 -m venv "$work/user"
"$work/user/bin/pip" install --quiet --disable-pip-version-check --no-index "$wheel"
tool=$work/user/bin/buildspec
[ "$("$tool" --version)" = "$version" ] || fail "the executable says $("$tool" --version)"
[ "$(env -i "$work/user/bin/python" -c 'import importlib.metadata as m; print(m.version("buildspec"))')" = "$version" ] ||
  fail 'the metadata have another version'
"$tool" lint examples/hello/buildspec.yml || fail 'it finds errors where there are none'
status=0
"$tool" lint --format concise Tests/Fixtures/lint/err/command-is-mapping.yml >"$work/findings" || status=$?
[ "$status" = 1 ] || fail "status $status of a broken buildspec"
grep -q BS202 "$work/findings" || fail "$(cat "$work/findings")"

# pip does not compare the sums of RECORD.
"$work/user/bin/python" - "$wheel" <<'PYTHON'
import base64, csv, hashlib, io, sys, zipfile

wheel = zipfile.ZipFile(sys.argv[1])
names = wheel.namelist()
(record,) = [name for name in names if name.endswith(".dist-info/RECORD")]
rows = list(csv.reader(io.StringIO(wheel.read(record).decode())))
if sorted(row[0] for row in rows) != sorted(names):
    sys.exit("check-wheel: RECORD lists other files than there are")
for name, sum, size in rows:
    data = wheel.read(name)
    true = "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
    if name != record and (sum, size) != (true, str(len(data))):
        sys.exit(f"check-wheel: RECORD is wrong about {name}")
for name in ("LICENSE", "libraries/libyaml-dev.txt", "libraries/zlib1g-dev.txt"):
    if not any(entry.endswith(".dist-info/licenses/" + name) for entry in names):
        sys.exit(f"check-wheel: {name} is missing")
PYTHON

"$work/user/bin/pip" uninstall --quiet --disable-pip-version-check --yes buildspec
[ ! -e "$tool" ] || fail 'it stays when it is uninstalled'
printf 'check-wheel: %s, %s bytes, installs and runs\n' "${wheel##*/}" "$(stat -c %s "$wheel")"
