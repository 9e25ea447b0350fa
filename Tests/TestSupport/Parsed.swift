import Foundation

/// JSON as another program reads it.
public enum Parsed {
    /// Text that is not what it should be.
    public struct NotJSON: Error {
        public let text: String
    }

    /// The object in a text.
    public static func object(_ bytes: some Sequence<UInt8>) throws -> [String: Any] {
        let data = Data(bytes)
        guard let value = try? JSONSerialization.jsonObject(with: data), let object = value as? [String: Any] else {
            throw NotJSON(text: String(decoding: data, as: UTF8.self))
        }
        return object
    }

    /// The objects in the lines of a text, each of which ends.
    public static func lines(_ bytes: [UInt8]) throws -> [[String: Any]] {
        guard bytes.last == UInt8(ascii: "\n") else { throw NotJSON(text: String(decoding: bytes, as: UTF8.self)) }
        return try bytes.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(object)
    }
}
