/// What is not the same in a container, and why. This is the only list of it; docs/running.md tells
/// users of it.
enum Difference: Sendable {
  /// The environment is the image's own: nothing of the caller's but the way to AWS.
  case environmentOfImage
  /// What lies outside of the source belongs to the container, so it is cached; on the host it stays.
  case cacheOutside
  /// `run-as` is honoured; on the host it is a notice.
  case runAs
  /// What the driver says of a shell that is not there is said in another line of another program.
  case wordsOfDriver
}
