import BuildspecLint
import BuildspecModel
import Diagnostics
import TestSupport
import Testing

/// Rules about single commands: failures that do not count, folders, downloads.
@Suite struct CommandRuleTests {
  @Test(arguments: [
    "- «npm test || true»", "- «python3 -m pytest -q || echo failed»",
    "- «terraform apply -auto-approve || exit 0»", "- '«sudo trivy image x || :»'",
    "- if [ -f a ]; then «make check || true»; fi",
    "- «cd app && ./gradlew integrationTest || true»",
  ])
  func `what always passes throws a failure away`(_ command: String) {
    RuleCheck.expect("BS420", at: RuleCheck.commands(command))
  }

  @Test(arguments: [
    "- docker rm -f old || true", "- npm test || exit 1", "- npm test || status=$?",
    "- npm test || { echo failed; exit 1; }", "- test -f a && npm test || true",
    "- npm test || echo failed && exit 1", "- kubectl create namespace x || true",
    "- npm run \"$SCRIPT\" || true", "- '! npm test || true'",
  ])
  func `a failure that may be expected or is kept is not thrown away`(_ command: String) {
    #expect(RuleCheck.findings("BS420", in: RuleCheck.commands(command)) == [])
  }

  @Test func `a slip that repeats is said once with its other places`() {
    let text = RuleCheck.commands(
      "- npm test || true\n- pytest || true\n- tox || true\n- jest || true")
    let found = RuleCheck.findings("BS420", in: text)
    #expect(found.count == 1)
    #expect(found.first?.related.count == 2)
  }

  @Test(arguments: [
    "- «npm test 2>&1» | tee log", "- cd a && «make» | tail -5",
    "- |\n  cd a\n  «pytest» | tee log",
  ])
  func `a pipe into what always passes hides a failure`(_ command: String) {
    RuleCheck.expect("BS406", at: RuleCheck.commands(command))
  }

  @Test(arguments: [
    "- cat log | tee other", "- npm test | grep ok", "- set -o pipefail; npm test | tee log",
    "- npm test | tee log || true", "- if npm test | tee log; then make; fi",
    "- npm test | tee log; test ${PIPESTATUS[0]} -eq 0", "- N=$(make count | tail -1)",
  ])
  func `a pipe that hides nothing, or is looked at, is left alone`(_ command: String) {
    #expect(RuleCheck.findings("BS406", in: RuleCheck.commands(command)) == [])
  }

  @Test func `pipefail is offered only where the shell has it`() {
    let sh = RuleCheck.commands("- make | tee log")
    #expect(RuleCheck.fixed(sh, by: "BS406") == nil)
    let bash = sh.replacing("phases", with: "env: {shell: bash}\nphases")
    #expect(
      RuleCheck.fixed(bash, by: "BS406")
        == bash.replacing("make |", with: "set -o pipefail; make |"))
  }

  @Test(arguments: [
    "- «curl» -o a https://x.org/a", "- «curl» -sLO https://x.org/a",
    "- «curl» https://x.org/a > a",
    "- cd x && «curl» --output a https://x.org/$V", "- sudo apt-get update; «curl» -O \"$URL\"",
  ])
  func `a download into a file asks for the status`(_ command: String) {
    RuleCheck.expect("BS429", at: RuleCheck.commands(command))
  }

  @Test(arguments: [
    "- curl -fsSLo a https://x.org/a", "- curl --fail-with-body -o a https://x.org/a",
    "- curl https://x.org/a", "- curl -o /dev/null https://x.org/a", "- curl $OPTIONS -o a b",
    "- curl -sX POST -o a https://x.org", "- curl -d x -o a https://x.org",
    "- curl -w '%{http_code}' -o a https://x.org", "- curl -o a http://localhost:80/",
    "- curl https://x.org/a | tar xz", "- curl -sO https://x.org/a || true",
  ])
  func `a request, or one whose status counts, is left alone`(_ command: String) {
    #expect(RuleCheck.findings("BS429", in: RuleCheck.commands(command)) == [])
  }

  @Test func `sudo goes when nothing else changes the user`() {
    let text = RuleCheck.commands(
      "- sudo yum -y update\n- sudo -u nobody make\n- cd a && sudo make")
    #expect(
      RuleCheck.fixed(text, by: "BS414")
        == RuleCheck.commands("- yum -y update\n- sudo -u nobody make\n- cd a && make"))
    for other in ["- apt-get install -y sudo\n- sudo make", "- useradd x\n- sudo make"] {
      #expect(RuleCheck.findings("BS414", in: RuleCheck.commands(other)) == [])
    }
    let runAs = text.replacing("phases", with: "run-as: builder\nphases")
    #expect(RuleCheck.findings("BS414", in: runAs) == [])
  }

  @Test func `export after the assignment lets the failure through`() {
    let text = RuleCheck.commands(
      "- export A=\"$(aws sts get-caller-identity)\"\n- export B=`curl -f x`")
    #expect(
      RuleCheck.fixed(text, by: "BS432")
        == RuleCheck.commands(
          "- A=\"$(aws sts get-caller-identity)\" && export A\n- B=`curl -f x` && export B"))
    for other in [
      "- export A=$(date)", "- A=$(aws a)", "- export A=$(aws a || echo b)",
      "- export A=$(aws a | cut -c 1)",
      "- echo export A=$(aws a)",
    ] {
      #expect(RuleCheck.findings("BS432", in: RuleCheck.commands(other)) == [])
    }
  }

  @Test func `packages need their lists`() {
    RuleCheck.expect(
      "BS902",
      at: RuleCheck.commands("- cd app\n- «sudo apt-get install -y jq»\n- apt install -y x"))
    for before in [
      "apt-get update", "sudo apt -y update", "curl -s x | bash -", "./setup.sh", "make tools",
      "add-apt-repository x", "bash x", "$SETUP",
    ] {
      let text = RuleCheck.commands("- \(before)\n- apt-get install -y jq")
      #expect(RuleCheck.findings("BS902", in: text) == [], "\(before)")
    }
    for local in ["./a.deb", "$PACKAGES"] {
      let text = RuleCheck.commands("- apt-get install -y \(local)")
      #expect(RuleCheck.findings("BS902", in: text) == [])
    }
  }

  @Test func `the same command twice in a row is a slip`() {
    RuleCheck.expect("BS311", at: RuleCheck.commands("- make\n- «make»\n- ls\n- make"))
    for text in ["- cd ..\n- cd ..", "- echo\n- echo", "- &a make\n- *a", "- command\n- command"] {
      let found = RuleCheck.findings("BS311", in: RuleCheck.commands(text))
      #expect(found.isEmpty || text.contains("*a"))
    }
  }
}
