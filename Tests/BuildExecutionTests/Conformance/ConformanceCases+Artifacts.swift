import BuildExecution

extension ConformanceCases {
  private static let tree = [
    "mkdir -p out/a/b 'out/with blank'; echo 1 > out/x.txt; echo 2 > out/a/y.txt; echo 3 > out/a/b/z.log; "
      + "echo 4 > 'out/with blank/ü.txt'; chmod 755 out/x.txt"
  ]

  /// Which files a build hands over.
  static let artifacts: [ConformanceCase] = [
    .artifacts("artifact: one file", tree, "artifacts: {files: [out/x.txt]}\n"),
    .artifacts("artifact: two files", tree, "artifacts: {files: [out/x.txt, out/a/y.txt]}\n"),
    .artifacts("artifact: all", tree, "artifacts: {files: ['**/*']}\n", files: ["src/main": "m"]),
    .artifacts("artifact: below a folder", tree, "artifacts: {files: ['out/**/*']}\n"),
    .artifacts(
      "artifact: base directory", tree, "artifacts: {base-directory: out, files: ['**/*']}\n"),
    .artifacts(
      "artifact: deep base directory", tree, "artifacts: {base-directory: out/a/b, files: ['*']}\n"),
    .artifacts(
      "artifact: a base with a wildcard", tree,
      "artifacts: {base-directory: 'out/*', files: ['**/*']}\n"),
    .artifacts(
      "artifact: discarded paths", tree, "artifacts: {discard-paths: yes, files: ['out/**/*']}\n"),
    .artifacts(
      "artifact: left out", tree, "artifacts: {files: ['out/**/*'], exclude-paths: ['**/*.log']}\n"),
    .artifacts(
      "artifact: nothing there", tree, "artifacts: {files: [nothing.txt]}\n", status: .failed),
    .artifacts(
      "artifact: some are not there", tree, "artifacts: {files: [nothing.txt, out/x.txt]}\n"),
    .artifacts("artifact: a folder alone", tree, "artifacts: {files: [out]}\n", status: .failed),
    .artifacts(
      "artifact: no such base", tree, "artifacts: {base-directory: none, files: ['*']}\n",
      status: .failed),
    .artifacts("artifact: outside", tree, "artifacts: {files: [../x]}\n", status: .failed),
    .artifacts(
      "artifact: variables", tree + ["D=out"],
      "artifacts: {base-directory: $D, files: ['*.txt'], name: app-$D-$(echo 7)}\n"),
    .artifacts(
      "artifact: secondary", tree,
      "artifacts:\n  files: [out/x.txt]\n  secondary-artifacts:\n    one: {files: ['**/*'], base-directory: out/a, name: n}\n    two: {files: [out/a/y.txt]}\n"
    ),
    .artifacts(
      "artifact: a link inside", tree + ["ln -s x.txt out/l"], "artifacts: {files: ['out/*']}\n"),
    .artifacts(
      "artifact: a link elsewhere in the source", tree + ["ln -s ../../out/x.txt out/a/l"],
      "artifacts: {base-directory: out/a, files: [l]}\n"),
    .artifacts(
      "artifact: a link out of the source", tree + ["ln -s /etc/passwd out/l"],
      "artifacts: {files: ['out/*']}\n"),
    .artifacts(
      "artifact: through a linked folder", tree + ["ln -s out/a via"],
      "artifacts: {files: [via/y.txt]}\n"),
    .artifacts(
      "artifact: through a folder linked out", tree + ["ln -s /etc via"],
      "artifacts: {files: [via/passwd]}\n", status: .failed),
    .artifacts("artifact: an empty file", ["touch e"], "artifacts: {files: [e]}\n"),
    .artifacts("artifact: large", ["seq 1 100000 > big"], "artifacts: {files: [big]}\n"),
    .artifacts(
      "artifact: after a failure", tree + ["false"], "artifacts: {files: [out/x.txt]}\n",
      status: .failed),
    .artifacts(
      "artifact: from the source", ["true"], "artifacts: {files: ['**/*.md']}\n",
      files: ["a.md": "a", "d/b.md": "b"], links: ["l.md": "a.md"]),
  ]
}
