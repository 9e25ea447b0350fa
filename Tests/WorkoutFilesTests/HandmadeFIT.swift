import TestSupport

/// A FIT file put together octet by octet, also what no writer would make.
struct HandmadeFIT {
    /// What stands behind the header.
    var records: [UInt8] = []
    var headerOctets = 14
    var hasHeaderChecksum = true

    /// 2027-01-15 08:00:00 UTC in s of FIT.
    static let time: UInt32 = 1_800_000_000 - 631_065_600

    /// A definition of little-endian fields, or of others.
    mutating func define(
        _ message: UInt16,
        local: UInt8 = 0,
        isBigEndian: Bool = false,
        developerFields: [UInt8] = [],
        _ fields: (number: UInt8, octets: UInt8, type: UInt8)...
    ) {
        records += [0x40 | local | (developerFields.isEmpty ? 0 : 0x20), 0, isBigEndian ? 1 : 0]
        records += Self.octets(message, isBigEndian: isBigEndian)
        records.append(UInt8(fields.count))
        for field in fields { records += [field.number, field.octets, field.type] }
        if developerFields.isEmpty { return }
        records.append(UInt8(developerFields.count))
        for (index, octets) in developerFields.enumerated() { records += [UInt8(index), octets, 0] }
    }

    /// A data message.
    mutating func data(local: UInt8 = 0, _ octets: [UInt8]) { records += [local] + octets }

    static func octets<Value: FixedWidthInteger>(_ value: Value, isBigEndian: Bool = false) -> [UInt8] {
        let octets = (0..<Value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        return isBigEndian ? octets.reversed() : octets
    }

    /// An activity's file_id, and a definition of records with a time and a heart rate as local type 1.
    static var activity: HandmadeFIT {
        var file = HandmadeFIT()
        file.define(0, (0, 1, 0x00))
        file.data([4])
        file.define(20, local: 1, (253, 4, 0x86), (3, 1, 0x02))
        return file
    }

    /// A record so many seconds after ``time``, by the definition of ``activity``.
    mutating func record(second: UInt32, bpm: UInt8) {
        data(local: 1, Self.octets(Self.time + second) + [bpm])
    }

    /// The file: header, records, check sums.
    var bytes: [UInt8] {
        var header: [UInt8] = [UInt8(headerOctets), 0x20] + Self.octets(UInt16(21_218))
        header += Self.octets(UInt32(records.count)) + Array(".FIT".utf8)
        if headerOctets >= 14 { header += hasHeaderChecksum ? Self.octets(Self.checksum(header)) : [0, 0] }
        let file = header + records
        return file + Self.octets(Self.checksum(file))
    }

    /// CRC-16/ARC, bit by bit.
    static func checksum(_ bytes: [UInt8]) -> UInt16 {
        bytes.reduce(UInt16(0)) { sum, octet in
            (0..<8).reduce(sum ^ UInt16(octet)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xA001 : sum >> 1 }
        }
    }

    /// A file with the check sum that its octets ask for.
    static func mended(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > 16 else { return bytes }
        var file = Array(bytes.dropLast(2))
        if file[0] >= 14 { (file[12], file[13]) = (0, 0) }
        return file + octets(checksum(file))
    }
}
