/// The build is to end before its first command.
struct BuildStopped: Error {}
