/// What a run says about AWS; what is `nil` is left to the environment and the user's config.
package struct AWSSettings: Hashable, Sendable {
  package var profile: String?
  package var region: String?
  package var endpointURL: String?

  package init(profile: String? = nil, region: String? = nil, endpointURL: String? = nil) {
    self.profile = profile
    self.region = region
    self.endpointURL = endpointURL
  }

  /// Options of the `aws` command.
  var options: [String] {
    [("--profile", profile), ("--region", region), ("--endpoint-url", endpointURL)]
      .flatMap { name, value in value.map { [name, $0] } ?? [] }
  }
}
