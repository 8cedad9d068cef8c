/// What a container gets of the caller's environment: how to reach AWS, as CodeBuild gives its builds
/// the credentials of their role. Everything else is the image's own.
enum CallerCredentials {
  private static let names: Set<String> = [
    "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION",
    "AWS_DEFAULT_REGION", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_AUTHORIZATION_TOKEN",
    "AWS_EC2_METADATA_DISABLED", "AWS_MAX_ATTEMPTS", "AWS_RETRY_MODE", "AWS_USE_FIPS_ENDPOINT",
    "AWS_USE_DUALSTACK_ENDPOINT",
  ]
  /// One name for all services, and one for each.
  private static let prefix = "AWS_ENDPOINT_URL"

  static func filter(_ environment: [String: String]) -> [String: String] {
    environment.filter { name, _ in names.contains(name) || name.hasPrefix(prefix) }
  }
}
