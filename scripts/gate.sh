#!/usr/bin/env bash
# Refuses what must not appear in the repository. Each line of output is one finding.
set -uo pipefail
cd "$(dirname "$0")/.." || exit

failed=0

# refuse MESSAGE PATTERN PATHSPEC...
refuse() {
  local message=$1 pattern=$2
  shift 2
  local found
  found=$(git grep -nIE --untracked "$pattern" -- "$@") || return 0
  printf '%s\n' "$found" | sed "s/^/gate: $message: /"
  failed=1
}

refuse 'Foundation is too heavy to start; use FoundationEssentials' \
  'import Foundation$' 'Sources/*.swift'
refuse 'only Reporting and Commands print' '(^|[^.A-Za-z])print\(' \
  'Sources/*.swift' ':!Sources/Reporting/*' ':!Sources/Commands/*'
refuse 'only Commands ends the process' '(^|[^.A-Za-z_])exit\(' \
  'Sources/*.swift' ':!Sources/Commands/*'
refuse 'a trap on input' 'fatalError|preconditionFailure|try!|as!' 'Sources/*.swift'
refuse 'package access is enough' '^ *public |^ *@[a-zA-Z]+ public ' 'Sources/*.swift'
refuse 'unfinished' '(^|[^A-Z.])(TODO|FIXME)([^A-Z]|$)' 'Sources/*.swift' 'Tests/*.swift' 'scripts/*' 'src/*' \
  ':!scripts/gate.sh'
refuse 'unsafe pointers live in YAMLEventParser.swift' 'UnsafeMutablePointer<yaml' \
  'Sources/*.swift' ':!Sources/YAMLSyntax/YAMLEventParser.swift'
refuse 'the clock belongs to LiveHost' 'Date\(\)|ContinuousClock\.now|SuspendingClock\.now' \
  'Sources/*.swift' ':!Sources/Commands/Live/*'

while IFS= read -r file; do
  lines=$(wc -l <"$file")
  if [ "$lines" -gt 400 ]; then
    echo "gate: over 400 lines: $file: $lines"
    failed=1
  fi
done < <(git ls-files --cached --others --exclude-standard 'Sources/*.swift' 'Tests/*.swift')

# A function ends at the closing brace in its own column.
while IFS= read -r file; do
  awk -v file="$file" '
    match($0, /^ *((package|private|fileprivate|static|mutating|override|nonisolated) )*(func|init)[ (?<]/) {
      match($0, /^ */); indent = RLENGTH; start = NR; open = 1
    }
    open && NR > start && match($0, /^ *}/) && RLENGTH == indent + 1 {
      if (NR - start > 50) { print "gate: function over 50 lines: " file ":" start; bad = 1 }
      open = 0
    }
    END { exit bad }
  ' "$file" || failed=1
done < <(git ls-files --cached --others --exclude-standard 'Sources/*.swift')

exit "$failed"
