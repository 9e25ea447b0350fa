/// Puts FIT messages into octets: the header, definitions, data, and the check sums at the end.
struct FITEncoder {
    /// What stands in a message.
    struct Field {
        var number: UInt8
        var type: FITBaseType
        var content: Content

        enum Content {
            /// A number that is not known, or does not fit, becomes the invalid one.
            case number(Int64?)
            case numbers([Int64?])
            /// With the NUL that ends it.
            case text(String)
        }

        /// One number.
        init(_ number: UInt8, _ type: FITBaseType, _ value: (some BinaryInteger)?) {
            self.init(number, type, .number(value.flatMap { Int64(exactly: $0) }))
        }

        init(_ number: UInt8, _ type: FITBaseType, _ content: Content) {
            self.number = number
            self.type = type
            self.content = content
        }

        var octets: Int {
            switch content {
            case .number: type.size
            case .numbers(let list): list.count * type.size
            case .text(let text): text.utf8.count + 1
            }
        }
    }

    /// FIT protocol 2.0 and the profile that the numbers are taken from.
    private static let protocolVersion: UInt8 = 0x20
    private static let profileVersion: UInt16 = 21_218
    private static let headerOctets = 14
    /// Octets of a text, so that its field has one octet for its size.
    private static let longestText = 100

    /// The file so far; its header is filled in by ``finish()``.
    private(set) var bytes: [UInt8]

    /// An empty file with room for so many octets.
    init(capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity)
        bytes.append(contentsOf: repeatElement(0, count: Self.headerOctets))
    }

    /// A message that comes once, or seldom: its definition and its data.
    mutating func write(_ message: FITMessageNumber, local: UInt8, _ fields: [Field]) {
        define(message, local: local, fields.map { ($0.number, $0.type, $0.octets) })
        begin(local)
        for field in fields {
            switch field.content {
            case .number(let number): put(number, field.type)
            case .numbers(let list): for number in list { put(number, field.type) }
            case .text(let text):
                bytes.append(contentsOf: text.utf8)
                bytes.append(0)
            }
        }
    }

    /// What the data messages of a local type are made of from here on.
    mutating func define(
        _ message: FITMessageNumber,
        local: UInt8,
        _ fields: [(number: UInt8, type: FITBaseType, octets: Int)]
    ) {
        bytes.append(0x40 | local)
        bytes.append(0)
        bytes.append(0)
        put(bits: UInt64(message.rawValue), octets: 2)
        bytes.append(UInt8(fields.count))
        for field in fields {
            bytes.append(field.number)
            bytes.append(UInt8(field.octets))
            bytes.append(field.type.rawValue)
        }
    }

    /// Begins a data message; its values follow in the order of the definition.
    mutating func begin(_ local: UInt8) { bytes.append(local) }

    /// A value; one that is not known, or does not fit, becomes the invalid one.
    @inline(__always)
    mutating func put(_ value: (some BinaryInteger)?, _ type: FITBaseType) {
        guard let value, let number = Int64(exactly: value), type.range.contains(number) else {
            return put(bits: type.invalidBits, octets: type.size)
        }
        put(bits: UInt64(bitPattern: number), octets: type.size)
    }

    @inline(__always)
    private mutating func put(bits: UInt64, octets: Int) {
        for at in 0..<octets { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * at))) }
    }

    /// The file with its header and check sum.
    mutating func finish() -> [UInt8] {
        var header = FITEncoder(capacity: Self.headerOctets)
        header.bytes.removeAll()
        header.put(bits: UInt64(Self.headerOctets), octets: 1)
        header.put(bits: UInt64(Self.protocolVersion), octets: 1)
        header.put(bits: UInt64(Self.profileVersion), octets: 2)
        header.put(bits: UInt64(bytes.count - Self.headerOctets), octets: 4)
        header.bytes.append(contentsOf: ".FIT".utf8)
        header.put(bits: UInt64(FITChecksum.of(header.bytes.span)), octets: 2)
        bytes.replaceSubrange(0..<Self.headerOctets, with: header.bytes)
        put(bits: UInt64(FITChecksum.of(bytes.span)), octets: 2)
        return bytes
    }

    /// A text that fits into a field, cut between two characters.
    static func fitting(_ text: String) -> String {
        var text = text
        text.removeAll { $0.unicodeScalars.contains { $0.value == 0 } }
        while text.utf8.count > longestText { text.removeLast() }
        return text
    }
}
