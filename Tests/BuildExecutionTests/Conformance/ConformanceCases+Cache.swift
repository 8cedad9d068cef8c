import BuildExecution

extension ConformanceCases {
  private static let look =
    "find deps one.txt 2>/dev/null | sort; cat deps/sub/x one.txt 2>/dev/null; echo looked"
  private static let fill =
    "mkdir -p deps/sub; echo a > deps/a; echo x > deps/sub/x; chmod 755 deps/sub/x; "
    + "ln -sf sub/x deps/link; echo 1 > one.txt"

  /// What is restored and saved, as the second build of a project tells.
  static let cache: [ConformanceCase] = [
    .cache("a folder", "paths: ['deps/**/*']", look, fill),
    .cache("a folder by its name", "paths: [deps]", look, fill),
    .cache("a folder by one star", "paths: ['deps/*']", look, fill),
    .cache("a file", "paths: [one.txt]", look, fill),
    .cache("files by their ending", "paths: ['*.txt']", look, fill),
    .cache("files at any depth", "paths: ['**/x']", look, fill),
    .cache("a folder and a file", "paths: [deps/sub, one.txt]", look, fill),
    .cache("one inside the other", "paths: [deps, deps/sub]", look, fill),
    .cache("several wildcards", "paths: ['d*/s*/*', '*.none']", look, fill),
    .cache("everything", "paths: ['**/*']", look, fill, files: ["src/main": "m"]),
    .cache("nothing there", "paths: [none]", look, fill),
    .cache("an empty folder", "paths: [deps]", look, "mkdir -p deps"),
    .cache(
      "modes and links", "paths: [deps]",
      fill + "; ls -l deps/sub/x | cut -c 1-10; readlink deps/link"),
    .cache("a key", "paths: [deps], key: k-$(cat lock)", look, fill, files: ["lock": "1"]),
    .cache("restore alone", "paths: [deps], action: restore", look, fill),
    .cache("save alone", "paths: [deps], action: save", look, fill),
    .cache("variables in paths", "paths: ['$CODEBUILD_SRC_DIR/deps/*']", look, fill),
    .cache("a key without a value", "paths: [deps], key: $NONE", look, fill),
    .cache(
      "hard links", "paths: [deps]",
      "cat deps/b 2>/dev/null || :", "mkdir -p deps; echo a > deps/a; ln -f deps/a deps/b"),
    .cache(
      "the source has it too", "paths: [src]", "cat src/main; ls src",
      "echo changed > src/main; echo n > src/new", files: ["src/main": "m"]),
    .cache(
      "a folder where the source has a file", "paths: [src]", "cat src",
      "rm src; mkdir src; echo x > src/x; echo made", files: ["src": "file"]),
    .cache(
      "a file where the source has a folder", "paths: [src]", "ls src",
      "rm -r src; echo x > src", files: ["src/main": "m"]),
    .cache(
      "unusual names", "paths: [deps]", "ls deps 2>/dev/null || :",
      "mkdir -p deps; echo > \"deps/with blank\"; echo > deps/ü; echo > \"deps/it's\""),
    .cache(
      "long names", "paths: [deps]", "find deps 2>/dev/null | sort",
      "D=deps/$(printf '%0100d' 0)/$(printf '%0120d' 0); mkdir -p $D; echo > $D/x; "
        + "ln -sf $(printf '%0130d' 0) $D/l"),
  ]
}
