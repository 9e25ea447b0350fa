import TestSupport

/// libFuzzer's entry point: a FIT or TCX file.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let findings = WorkoutProperties.check(Array(UnsafeBufferPointer(start: start, count: count)))
    // A trap is how libFuzzer learns of a find: it keeps the input and ends with a failure.
    if let violation = findings.violation { fatalError(violation) }
    return 0
}
