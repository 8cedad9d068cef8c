import BuildspecLint
import Diagnostics
import Testing

/// Where secrets go after they were read.
@Suite struct SecretFlowTests {
  private static let fetch =
    "aws secretsmanager get-secret-value --secret-id a --query SecretString"

  private func commands(_ lines: String...) -> String {
    RuleCheck.commands(lines.map { "- \($0)" }.joined(separator: "\n"))
  }

  private func masked(_ command: String) -> String {
    """
    version: 0.2
    env:
      secrets-manager:
        API_TOKEN: shop:token
        DB_USER: shop:user
      parameter-store:
        SIGN_PASSWORD: /shop/sign
        STAGE: /shop/stage
    phases:
      build:
        commands:
          - \(command)
    """
  }

  @Test func `a secret that a command read is followed to where it is printed`() {
    let found = RuleCheck.expect(
      "BS515",
      at: commands(
        "ALL=$(\(Self.fetch))", "export PASS=$(echo $ALL | jq -r .password)", "COPY=$PASS",
        "«printf '%s' $COPY»"))
    #expect(found.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    "echo \"$P\" > file", "echo $P | docker login --password-stdin", "echo ${#P}",
    "echo ${P:+set}", "A=$(echo $P)", "./login.sh $P", "f() { echo $P; }",
    "{ echo $P; } > file", "echo $P | wc -c", "P=public; echo $P",
  ])
  func `what does not reach the log is no print`(_ command: String) {
    RuleCheck.expect("BS515", at: RuleCheck.commands("- P=$(\(Self.fetch))\n- |-\n  \(command)"))
  }

  @Test(arguments: [
    "USER=$(\(fetch) | jq -r .user)\n- echo $USER", "N=$(\(fetch) | wc -c)\n- echo $N",
    "\(fetch) > secret.json", "\(fetch) | jq -r .a > secret.json", "\(fetch) >/dev/null 2>&1",
    "aws secretsmanager get-secret-value --secret-id a --query ARN",
    "V=$(aws ssm get-parameter --name a --with-decryption)\n- echo $V",
    "aws ssm get-parameter --name a",
  ])
  func `what is beside the secret may be printed`(_ command: String) {
    RuleCheck.expect("BS515", at: RuleCheck.commands("- \(command)"))
  }

  @Test func `a secret that is fetched straight into the log is printed`() {
    RuleCheck.expect("BS515", at: commands("«\(Self.fetch) 2>&1»"))
    RuleCheck.expect("BS515", at: commands("«\(Self.fetch) | jq -r .a»"))
  }

  @Test func `what CodeBuild masks is only told, but not another form of it`() {
    #expect(
      RuleCheck.expect("BS515", at: masked("«echo $API_TOKEN»")).map(\.severity) == [.info])
    #expect(RuleCheck.expect("BS515", at: masked("«printenv»")).map(\.severity) == [.info])
    #expect(
      RuleCheck.expect("BS515", at: masked("«echo $SIGN_PASSWORD | base64»")).map(\.severity)
        == [.warning])
    RuleCheck.expect("BS515", at: masked("echo $STAGE $DB_USER"))
    RuleCheck.expect("BS515", at: masked("API_TOKEN=public; echo $API_TOKEN"))
  }

  @Test func `a trace counts only around a secret of the same item`() {
    RuleCheck.expect("BS809", at: commands("set -x", "P=$(\(Self.fetch))"))
    RuleCheck.expect(
      "BS809", at: RuleCheck.commands("- |\n  set -x\n  make\n  set +x\n  P=$(\(Self.fetch))"))
    RuleCheck.expect(
      "BS809", at: RuleCheck.commands("- |\n  «set -o xtrace»\n  make\n  P=$(\(Self.fetch))"))
    #expect(
      RuleCheck.expect("BS809", at: masked("«set -eux»; curl -u me:$API_TOKEN https://a.example"))
        .map(\.severity) == [.info])
  }

  @Test func `a secret may be used where the file does not show it`() {
    func text(_ command: String) -> String {
      "version: 0.2\nenv:\n  secrets-manager:\n    «A_TOKEN»: a:b\nphases:\n  build:\n    commands:\n"
        + "      - \(command)\n"
    }
    RuleCheck.expect("BS517", at: text("zip -r a.zip out"))
    for command in ["make", "./deploy.sh", "npm test", "docker compose up", "echo $A_TOKEN"] {
      let unmarked = text(command).replacing("«", with: "").replacing("»", with: "")
      #expect(RuleCheck.findings("BS517", in: unmarked) == [], "\(command)")
    }
  }
}
