/// Booleans as the buildspec reference writes them: it uses `yes|no` for most keys, `true|false`
/// for batch keys, and mixes both in its examples.
package enum YAMLBoolean {
  package static func value(of text: String) -> Bool? {
    switch text {
    case "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": true
    case "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": false
    default: nil
    }
  }
}
