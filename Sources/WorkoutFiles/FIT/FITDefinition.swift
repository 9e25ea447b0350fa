/// What the data messages of a local type are made of, as the file defined it.
///
/// Only what Steady reads is kept: the other fields, and those of developers, are octets to step over.
struct FITDefinition {
    /// Where a field stands in a data message.
    struct Place {
        var number: UInt8
        var type: FITBaseType
        /// Octets behind the record header.
        var offset: Int
        var octets: Int
    }

    /// `nil` for messages that Steady does not read.
    var message: FITMessageNumber?
    var isBigEndian: Bool
    var places: [Place] = []
    /// Octets of a data message behind its header.
    var octets = 0

    func place(of field: UInt8) -> Place? { places.first { $0.number == field } }
}

/// The values of one data message, where they lie in the file.
struct FITFields: ~Escapable {
    let message: FITMessageNumber
    /// The message's own time stamp, or what its header says; in s of FIT.
    let timeStamp: Int64?
    /// No quantity of a run lies beyond; within, sums and products cannot overflow.
    private static let limits: ClosedRange<Int64> = -(1 << 40)...(1 << 40)

    private let definition: FITDefinition
    private let bytes: Span<UInt8>

    /// `bytes`: of the message behind its header, as many as the definition says.
    @_lifetime(copy bytes)
    init(_ message: FITMessageNumber, _ definition: FITDefinition, _ bytes: Span<UInt8>, headerTime: Int64?) {
        self.message = message
        self.definition = definition
        self.bytes = bytes
        timeStamp =
            headerTime
            ?? definition.place(of: 253).flatMap { Self.number($0, 0, bytes, isBigEndian: definition.isBigEndian) }
    }

    /// A whole number, the first one of a list; `nil` where it is not there, or said not to be known.
    subscript(_ field: UInt8) -> Int64? {
        definition.place(of: field).flatMap { Self.number($0, 0, bytes, isBigEndian: definition.isBigEndian) }
    }

    /// All known whole numbers of a list.
    func list(_ field: UInt8) -> [Int64] {
        guard let place = definition.place(of: field) else { return [] }
        return (0..<place.octets / place.type.size).compactMap { index in
            Self.number(place, index, bytes, isBigEndian: definition.isBigEndian)
        }
    }

    /// A text up to its NUL; `nil` where it is empty or not there. What is no UTF-8 is replaced.
    func text(_ field: UInt8) -> String? {
        guard let place = definition.place(of: field), place.type == .string else { return nil }
        var octets: [UInt8] = []
        for at in place.offset..<place.offset + place.octets {
            if bytes[at] == 0 { break }
            octets.append(bytes[at])
        }
        return octets.isEmpty ? nil : String(decoding: octets, as: UTF8.self)
    }

    private static func number(
        _ place: FITDefinition.Place,
        _ index: Int,
        _ bytes: Span<UInt8>,
        isBigEndian: Bool
    ) -> Int64? {
        let size = place.type.size
        guard place.type.isInteger, (index + 1) * size <= place.octets else { return nil }
        let start = place.offset + index * size
        var bits: UInt64 = 0
        for at in 0..<size {
            let octet = bytes[start + (isBigEndian ? at : size - 1 - at)]
            bits = bits << 8 | UInt64(octet)
        }
        if bits == place.type.invalidBits { return nil }
        let unused = Int64(64 - 8 * size)
        let number = place.type.isSigned ? (Int64(bitPattern: bits) << unused) >> unused : Int64(exactly: bits)
        return number.flatMap { limits.contains($0) ? $0 : nil }
    }
}
