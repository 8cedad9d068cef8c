import BuildspecLint
import Diagnostics
import Testing

/// Commands that give something away, or that run what nobody has checked.
@Suite struct SafetyRuleTests {
  @Test func `a password in a URL is masked in reports`() {
    let found = RuleCheck.expect(
      "BS814",
      at: RuleCheck.commands("- git clone https://«me:b7K2pQ9x»@git.example.com/a.git"))
    #expect(found.map(\.isSecret) == [true])
  }

  @Test func `a token from a variable is only told`() {
    let found = RuleCheck.expect(
      "BS814",
      at: RuleCheck.commands(
        """
        - URL="https://«$GITHUB_TOKEN»@github.com/a/b.git"
        - git clone https://$USER@git.example.com/a.git
        - git clone https://git@git.example.com/a.git
        - git clone https://me:<password>@git.example.com/a.git
        - curl -s "https://example.com/?mail=me:b7K2pQ9x@example.com"
        """))
    #expect(found.map(\.severity) == [.info])
  }

  @Test(arguments: [
    "curl -k https://localhost:8443", "curl -o k https://example.com",
    "curl -fsSo k https://example.com", "curl --key k https://example.com",
    "wget https://example.com/--no-check-certificate", "npm config set strict-ssl true",
    "GIT_SSL_NO_VERIFY=false git fetch", "kubectl get pods -k",
  ])
  func `a letter k is no switch by itself`(_ command: String) {
    RuleCheck.expect("BS808", at: RuleCheck.commands("- \(command)"))
  }

  @Test(arguments: [
    "curl «-k» https://example.com", "curl -fsS «--insecure» https://example.com",
    "wget «--no-check-certificate» https://example.com", "npm config set «strict-ssl» false",
    "git config --global «http.sslVerify» false", "git -c «http.sslVerify=false» fetch",
    "pip install «--trusted-host» pypi.org a", "aws s3 ls «--no-verify-ssl»",
    "«GIT_SSL_NO_VERIFY=1» git fetch", "export «NODE_TLS_REJECT_UNAUTHORIZED=0»",
  ])
  func `switches that turn the check off`(_ command: String) {
    RuleCheck.expect("BS808", at: RuleCheck.commands("- \(command)"))
  }

  @Test func `a switch among the variables is found`() {
    RuleCheck.expect(
      "BS808",
      at: """
        version: 0.2
        env:
          variables:
            NODE_TLS_REJECT_UNAUTHORIZED: «"0"»
        phases:
          build:
            commands:
              - curl https://example.com
        """)
  }

  @Test func `keys of a session are those of a role`() {
    RuleCheck.expect(
      "BS813",
      at: RuleCheck.commands(
        """
        - aws configure set aws_access_key_id $A
        - aws configure set aws_session_token $B
        """))
    RuleCheck.expect(
      "BS813", at: RuleCheck.commands("- «aws configure set profile.x.aws_access_key_id $A»"))
    RuleCheck.expect(
      "BS813", at: RuleCheck.commands("- aws configure set aws_access_key_id test"))
  }

  @Test(arguments: [
    "«sh <(curl -L https://example.com/install) --yes»", "«source <(curl -s https://example.com)»",
    "«/bin/bash -c \"$(curl -fsSL https://example.com/install.sh)\"»",
    "eval \"$(ssh-agent -s)\"", "sh -c 'curl -f https://example.com'",
    "sh deploy.sh \"$(curl -s https://example.com/version)\"",
  ])
  func `only what is read as a script counts`(_ command: String) {
    RuleCheck.expect("BS807", at: RuleCheck.commands("- >-\n  \(command)"))
  }

  @Test(arguments: [
    "curl -fsSO «http://»downloads.example.com/a", "curl \"«http://»downloads.example.com/$A\"",
    "git clone «git://»git.example.com/a.git",
    "curl http://$HOST/a", "curl http://localhost/a", "curl http://10.0.0.1/a",
    "curl http://169.254.170.2$A", "curl -X POST http://api.example.com",
    "curl -d a=b http://api.example.com", "curl http://app.elb.amazonaws.com/health",
    "echo http://downloads.example.com", "curl http://minio:9000/a",
    "git config user.url http://git.example.com",
  ])
  func `only downloads from public hosts count`(_ command: String) {
    RuleCheck.expect("BS803", at: RuleCheck.commands("- \(command)"))
  }

  @Test func `a download over http is changed to https`() {
    #expect(
      RuleCheck.fixed(RuleCheck.commands("- wget 'http://a.example.com/b'"), by: "BS803")
        == RuleCheck.commands("- wget 'https://a.example.com/b'"))
  }

  @Test(arguments: [
    "docker run --rm «node» node -v", "docker pull «example/tool:latest»",
    "docker run -e A=b --name=x «registry.example.com:5000/tool»",
    "docker run --rm node:22", "docker run node@sha256:0123", "docker run $IMAGE",
    "docker run --unknown x node", "docker build -t app . && docker run app",
    "docker tag a example/app:latest && docker pull example/app:latest",
  ])
  func `an image counts when it is not made here`(_ command: String) {
    RuleCheck.expect("BS805", at: RuleCheck.commands("- \(command)"))
  }

  @Test func `signs that nobody sees are found`() {
    let found = RuleCheck.expect(
      "BS818",
      at: RuleCheck.commands("- echo a«\u{202E}»b # ➜ é 日本\n- npm\u{200B} ci"))
    #expect(found.first?.related.count == 1)
  }

  @Test(arguments: [
    "base64 -d key > key.pem", "echo a | base64 | sh", "eval \"$(echo make)\"",
    "sh deploy.sh \"$(base64 -d key)\"", "cat a | base64 -d | docker login --password-stdin",
  ])
  func `to decode is no sin`(_ command: String) {
    RuleCheck.expect("BS818", at: RuleCheck.commands("- \(command)"))
  }
}
