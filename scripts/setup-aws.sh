#!/usr/bin/env bash
# Installs the AWS CLI and a stand-in for AWS for the tests, where neither is on anybody's PATH. The stamp
# changes with the versions.
set -euo pipefail
cd "$(dirname "$0")/.."

venv=.build/aws-tools packages=(awscli==1.45.11 'moto[server]==5.2.5')
stamp="$venv/${packages[*]//[^A-Za-z0-9.=-]/-}"
[ ! -e "$stamp" ] || exit 0
echo "setup: installing ${packages[*]} into $venv"
rm -rf "$venv"
python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check --no-compile "${packages[@]}"
touch "$stamp"
