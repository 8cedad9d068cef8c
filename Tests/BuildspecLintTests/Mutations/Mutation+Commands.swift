import TestSupport
import YAMLSyntax

/// Commands that do something else than was meant.
extension Mutation {
  static let commands = [
    shCommand("array in sh", ["BS404"], "A=(a b)", "declare -A m"),
    command(
      "block whose failures do not count", ["BS401"], "|\n  «npm ci»\n  npm test",
      "|\n  «cd app»\n  «make»\n  make check"),
    command(
      "certificate that is not checked", ["BS808"], "curl -ksS https://example.com/a -o a",
      "wget --no-check-certificate https://example.com/a", "npm config set strict-ssl false"),
    command(
      "comment that cuts a command off", ["BS416"], "sed 's/ #.*//' a > b",
      "echo \"issue #12\""),
    Mutation("changing the folder twice", ["BS407"]) { ground, random in
      ground.isPosix
        ? ground.command("cd zz-app\n- make all\n- «cd zz-app»\n- make check", &random) : nil
    },
    command(
      "comparison with a part of the actor's id", ["BS815"],
      "echo \"$CODEBUILD_WEBHOOK_ACTOR_ACCOUNT_ID\" | grep -q 48291",
      "case $CODEBUILD_WEBHOOK_ACTOR_ACCOUNT_ID in *48291*) make release;; esac",
      "[[ $CODEBUILD_WEBHOOK_ACTOR_ACCOUNT_ID =~ 48291 ]] && make release",
      "grep -q \"$CODEBUILD_WEBHOOK_ACTOR_ACCOUNT_ID\" trusted.txt"),
    command("comparison with a word", ["BS421"], "test \"$CODEBUILD_BUILD_SUCCEEDING\" = true"),
    command(
      "decoded script", ["BS818"], "echo bWFrZQ== | base64 -d | bash",
      "eval \"$(echo bWFrZQ== | base64 --decode)\""),
    command(
      "download that a shell reads", ["BS807"], "sh -c \"$(curl -fsSL https://example.com/a.sh)\"",
      "eval \"$(curl -s https://example.com/env)\""),
    command(
      "download that goes into a shell", ["BS802"], "curl -s https://example.com/a.sh | sh",
      "curl -fsSL https://example.com/install | bash -"),
    command(
      "download that may be an error page", ["BS429"],
      "curl -sSL -o a.zip https://example.com/a.zip", "curl -O https://example.com/a.zip"),
    command(
      "download without encryption", ["BS803"], "curl -fsSO http://downloads.example.com/a.tar.gz",
      "git clone git://git.example.com/a.git"),
    command("errexit for one command", ["BS402"], "set -e"),
    command("expression of another service", ["BS425"], "echo ${{ github.sha }}"),
    command("failure that is thrown away", ["BS420"], "npm test || true", "pytest || echo failed"),
    command("failure that export hides", ["BS432"], "export ID=$(aws sts get-caller-identity)"),
    command("folded script", ["BS410"], ">\n  if true\n  then\n    make\n  fi"),
    command(
      "function used in a later command", ["BS405"],
      "greet() { echo hello; }\n- «greet»", "step() { make \"$1\"; }\n- «step all»"),
    command(
      "get-login of the old AWS CLI", ["BS411"],
      "$(aws ecr get-login --no-include-email --region eu-west-1)"),
    command("here-document on one line", ["BS409"], "cat <<EOF > a.txt"),
    command("install that asks", ["BS412"], "apt-get install jq", "yum install jq"),
    command(
      "misspelt variable of the service", ["BS427"], "echo $CODEBUILD_SOURCE_VERSON",
      "echo ${CODEBUILD_BUILD_NUMER}"),
    command(
      "loop over several items", ["BS439"], "«for f in *; do»\n- make $f\n- done",
      "«if [ -f a ]; then»\n- make\n- fi"),
    command(
      "lines that YAML joins", ["BS417"], "docker build «\\»\n  -t app .", ">\n  «# build»\n  make"),
    command(
      "password in a URL", ["BS814"], "git clone https://me:b7K2pQ9x@git.example.com/a.git"),
    command("password on the command line", ["BS801"], "docker login -u me -p $DOCKER_TOKEN"),
    shCommand("pipefail in sh", ["BS403"], "set -o pipefail; make | tee log", "set -euo pipefail"),
    command("pipe that hides a failure", ["BS406"], "npm test 2>&1 | tee test.log"),
    Mutation("publishing after a failed build", ["BS305"]) { ground, random in
      let command = random.pick(["docker push $REPO:latest", "aws s3 sync out s3://bucket"])
      return ground.isPosix
        ? ground.child(
          of: ground.root["phases"], "post_build:\n  commands:\n    «- \(command)»") : nil
    },
    command(
      "secret in the log", ["BS515"], "aws secretsmanager get-secret-value --secret-id a",
      "SOWN_PW=$(aws secretsmanager get-secret-value --secret-id a)\n- «echo $SOWN_PW»"),
    command(
      "text behind the end", ["BS307"], "|\n  exit 0\n  «make»", "echo no; exit 1; make"),
    shCommand("test of bash in sh", ["BS404"], "if [[ $A == b* ]]; then make; fi"),
    command("unbalanced quote", ["BS439"], "echo don't", "echo \"a"),
    command(
      "untrusted text as a script", ["BS806"], "eval $CODEBUILD_WEBHOOK_HEAD_REF",
      "sh -c \"echo $CODEBUILD_WEBHOOK_HEAD_REF\""),
  ]
}
