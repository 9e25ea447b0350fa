import TestSupport

/// libFuzzer's entry point: an octet that chooses a characteristic, and a value of it.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    // A trap is how libFuzzer learns of a find: it keeps the input and ends with a failure.
    if let violation = CodecProperties.violation(ofInput: input) { fatalError(violation) }
    return 0
}
