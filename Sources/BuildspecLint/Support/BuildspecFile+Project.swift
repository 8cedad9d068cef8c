import BuildspecModel
import Diagnostics
import YAMLSyntax

/// What builds of a batch take from their project.
extension BuildspecFile {
  /// Whether every build of the file runs in the image of the project.
  var keepsImage: Bool { batchImages.isEmpty && keepsType }

  /// Whether every build of the file runs in the environment type of the project.
  var keepsType: Bool { batchEnvironments.allSatisfy { $0.type == nil } }
}
