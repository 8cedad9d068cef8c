import TestSupport
import YAMLSyntax

/// Variables and secrets.
extension Mutation {
  static let environment = [
    variable("PATH with itself", ["BS512"], "«PATH: $PATH:/opt/bin»", "«PATH: \"/opt/bin:$PATH\"»"),
    variable(
      "access key of a user", ["BS503", "BS514"],
      "«AWS_ACCESS_KEY_ID: AKIAIOSFODNN7EXAMPLX»"),
    Mutation("exported variable that is never set", ["BS509"]) { ground, _ in
      // A file that is read may set anything.
      let readsFiles = ground.items.contains { item in
        let text = item.scalar?.text ?? ""
        return text.contains(". ") || text.contains("source") || text.contains("eval")
      }
      return readsFiles
        ? nil : ground.environment("exported-variables:\n  «- NEVER_SET_ANYWHERE»")
    },
    environment("exported variable of AWS", ["BS510"], "exported-variables:\n  «- AWS_REGION»"),
    variable("name with a hyphen", ["BS502"], "«MY-VAR: a»", "«1ST: a»"),
    environment(
      "parameter with an impossible name", ["BS508"],
      "parameter-store:\n  «TOKEN: my token»", "parameter-store:\n  «TOKEN: \"ghp_a b\"»"),
    environment(
      "reference to a secret with too many parts", ["BS506"],
      "secrets-manager:\n  «TOKEN: a:b:c:d:e»"),
    variable("reserved prefix", ["BS501"], "«CODEBUILD_TAG: a»", "«CODEBUILD_STAGE: b»"),
    variable(
      "secret in the file", ["BS503", "BS504"], "«DB_PASSWORD: hunter2-Tr0ub4dor»",
      "«GITHUB_TOKEN: ghp_0123456789abcdefghijklmnopqrstuvwxyZ»"),
    environment(
      "variable of AWS from a store", ["BS514"],
      "variables:\n  «AWS_SECRET_ACCESS_KEY: wJalrXUtnFEMIK7MDENGbPxRfiCYzzzzzzzzKEY1»"),
    section(
      "variable twice", ["BS505"],
      """
      env:
        variables:
          «TOKEN: a
        secrets-manager:
          TOKEN: b:c»
      """),
    variable(
      "variable with a variable in it", ["BS419"], "«OUT: $HOME/out»", "«TAG: app-${VERSION}»"),
    environment("whole secret", ["BS507"], "secrets-manager:\n  «TOKEN: my-secret»"),
  ]
}
