/// What the service says of variables that it reads from elsewhere.
extension LogMessages {
  static let environment = [
    LogMessage(
      "parameter-denied", "Decrypted Variables Error Message: AccessDeniedException: {reason}",
      "is not authorized to perform: ssm:GetParameters{rest}",
      cause: "The service role of the project may not read the parameter.",
      look: "The policy of the role that the message names. Roles that CodeBuild made allow only "
        + "parameters below /CodeBuild/.",
      advice: "Allow ssm:GetParameters on the parameter, and kms:Decrypt on its key.",
      source: "YumaInaura/YumaInaura issue 3354; CodeBuild user guide."),
    LogMessage(
      "parameter-error", "Decrypted Variables Error Message: {message}",
      "Decrypted Variables Error", kind: .general,
      cause: "A variable of `env.parameter-store`, or of the project, could not be read.",
      look: "The text after `Message:`.",
      advice: "Check the name, the Region and the permissions of the service role.",
      source: "Build logs of the service."),
    LogMessage(
      "parameter-missing", "parameter does not exist: {name}",
      cause: "Parameter Store has no parameter of this name in this Region and account.",
      look: "`env.parameter-store`: the value there is the name of a parameter, not its content.",
      advice: "Correct the name. If a secret stands there, it is in the log now: replace it.",
      rules: ["BS508"], source: "cloudposse/terraform-aws-cicd issue 107."),
    LogMessage(
      "secret-denied", "Secrets Manager Error Message: AccessDeniedException: {reason}",
      "is not authorized to perform: secretsmanager:GetSecretValue{rest}",
      cause: "The service role of the project may not read the secret.",
      look:
        "The policy of the role that the message names. A secret of another account needs its ARN.",
      advice: "Allow secretsmanager:GetSecretValue on the secret, and kms:Decrypt on its key.",
      source: "Build logs of the service."),
    LogMessage(
      "secret-error", "Secrets Manager Error Message: {message}", "Secrets Manager Error",
      kind: .general,
      cause: "A variable of `env.secrets-manager`, or of the project, could not be read.",
      look: "The text after `Message:`; the form is `secret-id:json-key:version-stage:version-id`.",
      advice: "Check the name, the JSON key, the Region and the permissions of the service role.",
      rules: ["BS506"], source: "Build logs of the service."),
  ]
}
