import Reporting

/// The text that `body` writes.
func written(_ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    body(&json)
    return String(decoding: json.octets, as: UTF8.self)
}

extension JSONWriter {
    /// What was written so far.
    var octets: [UInt8] {
        mutating get {
            let text = text
            return text.indices.map { text[$0] }
        }
    }
}
