#!/usr/bin/env bash
# Installs the AWS CLI and a stand-in for AWS for the tests, into .build/aws, where neither is on PATH.
set -euo pipefail
cd "$(dirname "$0")/.."

[ ! -x .build/aws/bin/moto_server ] || exit 0
command -v aws >/dev/null && command -v moto_server >/dev/null && exit 0
echo 'setup: installing awscli and moto into .build/aws'
python3 -m venv .build/aws
.build/aws/bin/pip install --quiet --disable-pip-version-check 'awscli==1.45.11' 'moto[s3,server]==5.2.1'
