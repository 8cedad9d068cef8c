import PipelineChecks

/// What libFuzzer calls with each input: anything that does not hold ends the process, and the input
/// is kept.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let complaints = PipelineCheck(bytes).complaints
  if !complaints.isEmpty { fatalError(complaints.joined(separator: "\n")) }
  return 0
}
