/// The shells that `env.shell` may name.
///
/// Source: buildspec reference, env/shell, read in November 2026. `sh` and absolute paths of the
/// same shells are not documented but used in working builds.
package enum DocumentedShell: String, CaseIterable, Sendable {
  case bash
  case sh = "/bin/sh"
  case powershell = "powershell.exe"
  case cmd = "cmd.exe"

  package init?(_ text: String) {
    switch text {
    case "bash", "/bin/bash", "/usr/bin/bash": self = .bash
    case "sh", "/bin/sh", "/usr/bin/sh": self = .sh
    case "powershell.exe": self = .powershell
    case "cmd.exe": self = .cmd
    default: return nil
    }
  }
}
