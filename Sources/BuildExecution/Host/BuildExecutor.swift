/// What runs the tasks of a build that shares the processors with others. A task that no other one waits for
/// inherits no executor from the one that makes it, hence it takes this one.
package enum BuildExecutor {
  /// `nil` where builds share nothing.
  @TaskLocal package static var current: (any TaskExecutor)?
}
