/// What libyaml says of a file that is not YAML, in the words that CodeBuild passes on.
extension LogMessages {
  static let syntax = [
    message(
      "alphabetic-expected", "did not find expected alphabetic or numeric character",
      cause: "A value begins with `*` or `&`, which are aliases and anchors to YAML.",
      advice: "Put a pattern such as '**/*' in quotes.", rules: ["BS604", "BS019"]),
    message(
      "block-entry-not-allowed", "block sequence entries are not allowed in this context",
      cause:
        "A `- ` stands where a list cannot begin: after a key on the same line, or after a value.",
      advice: "Put the list on the lines below its key, each item indented alike.",
      rules: ["BS001", "BS017"]),
    message(
      "colon-expected", "could not find expected ':'",
      cause: "A line that has to be `key: value` has no colon followed by a space.",
      advice: "Add the colon and a space, or indent the line if it belongs to a block above.",
      rules: ["BS001", "BS017"]),
    message(
      "comment-expected", "did not find expected comment or line break",
      cause: "Text follows `|` or `>` on the same line.",
      advice: "Begin the text of the block on the next line.", rules: ["BS001", "BS019"]),
    message(
      "control-character", "control characters are not allowed",
      cause: "The file holds a byte that is no text, such as an escape character or UTF-16.",
      advice: "Save the file as UTF-8 and remove the character.", rules: ["BS003"]),
    message(
      "dash-expected", "did not find expected '-' indicator",
      cause: "A line inside a list does not begin with `- `, or is not indented like the items.",
      advice: "Indent the line like the other items, and begin it with `- `.",
      rules: ["BS001", "BS018"]),
    message(
      "document-start-expected", "did not find expected <document start>",
      cause: "YAML took the document to be over, and then more text came.",
      advice: "Look for a line that is less indented than the first key, or for text after `...`.",
      rules: ["BS001", "BS017"]),
    message(
      "flow-mapping-open", "did not find expected ',' or '}'",
      cause: "A mapping in braces is broken: a comma, a quote or the closing brace is missing.",
      advice:
        "Put a command that holds braces in single quotes. In inline JSON, escape the quotes.",
      rules: ["BS001"]),
    message(
      "flow-sequence-open", "did not find expected ',' or ']'",
      cause: "A list in brackets is broken: a comma, a quote or the closing bracket is missing.",
      advice:
        "Put a command that begins with `[` in single quotes. In inline JSON, escape the quotes.",
      rules: ["BS001", "BS018"]),
    message(
      "invalid-utf-8", "invalid leading UTF-8 octet",
      cause: "The file is not UTF-8.",
      advice: "Save the file as UTF-8.", rules: ["BS003"]),
    message(
      "invalid-utf-8-inside", "invalid trailing UTF-8 octet",
      cause: "The file is not UTF-8, or a character in it was cut in two.",
      advice: "Save the file as UTF-8.", rules: ["BS003"]),
    message(
      "key-expected", "did not find expected key",
      cause:
        "A line of a mapping is indented unlike its neighbours, or text follows a closing quote.",
      advice:
        "Indent the keys of one mapping alike. Put a command with quotes inside in single quotes.",
      rules: ["BS001", "BS018"]),
    message(
      "mapping-key-not-allowed", "mapping keys are not allowed in this context",
      cause: "A `? ` stands where no key can be.",
      advice: "Put the value in single quotes.", rules: ["BS001"]),
    message(
      "mapping-value-not-allowed", "mapping values are not allowed in this context",
      cause: "A second `: ` stands on a line, or a key is indented under a value. A buildspec that "
        + "was pressed into one line gives this at line 0.",
      advice:
        "Put a text that holds `: ` in single quotes; keep the line breaks of an inline buildspec.",
      rules: ["BS001"]),
    message(
      "node-expected", "did not find expected node content",
      cause: "A value is missing inside brackets or braces.",
      advice: "Complete the list, or put the text in single quotes.", rules: ["BS001"]),
    message(
      "space-expected", "did not find expected whitespace or line break",
      cause: "A `!` or `%` begins a value, or a block mark has text behind it.",
      advice: "Put the value in single quotes.", rules: ["BS001", "BS019"]),
    message(
      "tab-as-indentation", "found a tab character where an indentation space is expected",
      cause: "A tab is used as indentation; YAML allows spaces only.",
      advice: "Replace the tabs at the begin of the lines with spaces.", rules: ["BS002"]),
    message(
      "tab-violates-indentation", "found a tab character that violates indentation",
      cause: "A tab is used as indentation; YAML allows spaces only.",
      advice: "Replace the tabs at the begin of the lines with spaces.", rules: ["BS002"]),
    message(
      "token-cannot-start", "found character that cannot start any token",
      cause:
        "A value begins with a tab, `@`, `%` or a backtick. A tab as indentation is the usual cause.",
      advice:
        "Replace tabs with spaces; put a value that begins with one of these in single quotes.",
      rules: ["BS002", "BS019", "BS022"]),
    message(
      "undefined-tag", "found undefined tag handle",
      cause: "A value begins with `!name!`, a tag that the file does not define.",
      advice: "Put the value in single quotes.", rules: ["BS001", "BS013"]),
    message(
      "unexpected-document-mark", "found unexpected document indicator",
      cause: "A `---` or `...` stands inside a quoted text.",
      advice: "Close the quote, or indent the line.", rules: ["BS001"]),
    message(
      "unexpected-end", "found unexpected end of stream",
      cause: "A quote, bracket or brace is opened and never closed.",
      advice: "Close it. The line is where the file ends; the opening is further up.",
      rules: ["BS001"]),
    message(
      "unknown-anchor", "found undefined alias",
      cause: "A value begins with `*`, which names an anchor, and there is no such anchor.",
      advice: "Put a pattern such as '*.jar' in quotes.", rules: ["BS007", "BS604"]),
    message(
      "unknown-escape", "found unknown escape character",
      cause:
        "Double quotes hold a backslash sequence that YAML does not know, such as `\\d` or `\\.`.",
      advice: "Use single quotes, in which a backslash is a backslash.", rules: ["BS020"]),
  ]

  private static func message(
    _ name: String, _ words: String, cause: String, advice: String, rules: [String]
  ) -> LogMessage {
    LogMessage(
      name, [words + " at line {#line}", words], cause: cause,
      look: [
        "CodeBuild counts these lines from 0: look at line {line+1} of the buildspec, or just above.",
        "The line that the message names, counted from 0: look one line further down.",
      ],
      advice: advice, rules: rules,
      source: "libyaml 0.2.5; lines compared with the files of two failed builds.")
  }
}
