import BuildExecution

extension RunWire {
  static func step(_ step: CacheStep) -> Fields {
    func named(_ name: String, key: String?) -> Fields {
      [("key", .optional(key)), ("step", .string(name))]
    }
    return switch step {
    case .undefined: [("step", .string("undefined"))]
    case .expanded(let path): [("path", .string(path)), ("step", .string("expanded"))]
    case .downloading: [("step", .string("downloading"))]
    case .unarchiving: [("step", .string("unarchiving"))]
    case .skippingEntry(let path): [("path", .string(path)), ("step", .string("skippingEntry"))]
    case .restored(let key): named("restored", key: key)
    case .missed(let key): named("missed", key: key)
    case .uploading: [("step", .string("uploading"))]
    case .saved(let key): named("saved", key: key)
    case .alreadySaved(let key): named("alreadySaved", key: key)
    case .nothingToSave: [("step", .string("nothingToSave"))]
    }
  }
}
