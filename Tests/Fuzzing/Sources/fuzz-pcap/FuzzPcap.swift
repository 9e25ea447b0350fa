import TestSupport

/// libFuzzer's entry point: a pcap file. Files of another format are read too, and not kept.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let findings = CaptureProperties.check(Array(UnsafeBufferPointer(start: start, count: count)))
    // A trap is how libFuzzer learns of a find: it keeps the input and ends with a failure.
    if let violation = findings.violation { fatalError(violation) }
    return findings.format == "pcap" ? 0 : -1
}
