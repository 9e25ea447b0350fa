import SensorCodec
import TestSupport
import Testing

/// The specification's tables again, written out by number only: which octets each flag bit stands for. The codec's
/// own rows are held against them.
struct LayoutTable: Sendable, CustomTestStringConvertible {
    var uuid: UInt16
    var flagOctets: Int
    /// Octets of the fields that are always there.
    var fixed: [Int] = []
    /// Octets of the fields behind each bit, from bit 0 on.
    var bits: [[Int]]
    /// Bits that stand for a field when they are clear.
    var inverted: UInt32 = 0
    var testDescription: String { String(uuid, radix: 16) }

    static let all = [
        LayoutTable(uuid: 0x2A53, flagOctets: 1, fixed: [2, 1], bits: [[2], [4], []]),
        LayoutTable(
            uuid: 0x2ACD,
            flagOctets: 2,
            bits: [[2], [2], [3], [2, 2], [2, 2], [2], [2], [2, 2, 1], [1], [1], [2], [2], [2, 2]],
            inverted: 1
        ),
        LayoutTable(
            uuid: 0x2ACE,
            flagOctets: 3,
            bits: [
                [2], [2], [3], [2, 2], [2], [2, 2], [2, 2], [2], [2], [2], [2, 2, 1], [1], [1], [2], [2], [],
            ],
            inverted: 1
        ),
        LayoutTable(
            uuid: 0x2ACF,
            flagOctets: 2,
            bits: [[2, 2], [2], [2], [2], [2, 2, 1], [1], [1], [2], [2]],
            inverted: 1
        ),
        LayoutTable(
            uuid: 0x2AD0,
            flagOctets: 2,
            bits: [[2], [2], [2], [2], [2], [2, 2, 1], [1], [1], [2], [2]],
            inverted: 1
        ),
        LayoutTable(
            uuid: 0x2AD1,
            flagOctets: 2,
            bits: [[1, 2], [1], [3], [2], [2], [2], [2], [2], [2, 2, 1], [1], [1], [2], [2]],
            inverted: 1
        ),
        LayoutTable(
            uuid: 0x2AD2,
            flagOctets: 2,
            bits: [[2], [2], [2], [2], [3], [2], [2], [2], [2, 2, 1], [1], [1], [2], [2]],
            inverted: 1
        ),
    ]

    /// Octets of the fields of a value with these flags, in order.
    func fields(_ flags: UInt32) -> [Int] {
        let present = flags ^ inverted
        return fixed + bits.indices.filter { present >> UInt32($0) & 1 == 1 }.flatMap { bits[$0] }
    }

    /// A value with these flags and a body of chance.
    func value(_ flags: UInt32, _ random: inout Randomness) -> [UInt8] {
        (0..<flagOctets).map { UInt8(truncatingIfNeeded: flags >> (8 * UInt32($0))) }
            + random.bytes(fields(flags).reduce(0, +))
    }
}

@Suite("Layouts")
struct LayoutTableTests {
    @Test("every flags word has the length of its table and encodes back to its octets", arguments: LayoutTable.all)
    func everyFlagsWord(_ table: LayoutTable) throws {
        var random = Randomness(seed: 2026)
        for flags in UInt32(0)..<1 << UInt32(table.bits.count) {
            let bytes = table.value(flags, &random)
            let value = try decoded(bytes, table)
            var encoded: [UInt8] = []
            value.encode(into: &encoded)
            if value.issues.isEmpty, encoded == bytes { continue }
            Issue.record("flags \(flags): \(bytes.hex) gives \(encoded.hex), \(value.issues.descriptions), seed 2026")
            return
        }
    }

    @Test("every cut gives the fields before it and names the one that it cuts", arguments: LayoutTable.all)
    func everyCut(_ table: LayoutTable) throws {
        var random = Randomness(seed: 7)
        // All single bits, all pairs, and words of chance: every field is cut behind every other.
        let count = UInt32(table.bits.count)
        var words: [UInt32] = (0..<count).flatMap { one in (0..<count).map { 1 << one | 1 << $0 } }
        words += (0..<300).map { _ in UInt32(truncatingIfNeeded: random.next()) & (1 << count - 1) }
        for flags in words {
            let whole = table.value(flags, &random)
            for length in table.flagOctets..<whole.count {
                let bytes = Array(whole[0..<length])
                if hasOtherWidth(table, flags, length: length) { continue }
                let issues = try decoded(bytes, table).issues
                if issues.truncatedField != nil, issues.trailingByteCount == 0 { continue }
                Issue.record("\(bytes.hex): \(issues.descriptions), seed 7")
                return
            }
        }
    }

    /// A cut value may be whole where a field has a second, narrower form: paces, resistance levels.
    private func hasOtherWidth(_ table: LayoutTable, _ flags: UInt32, length: Int) -> Bool {
        let narrow: [UInt32] =
            switch table.uuid {
            case 0x2ACD: [5, 6]
            case 0x2ACE, 0x2AD1: [7]
            case 0x2AD2: [5]
            default: []
            }
        let saved = narrow.filter { flags >> $0 & 1 == 1 }.count
        return saved > 0 && length >= table.flagOctets + table.fields(flags).reduce(0, +) - saved
    }

    @Test("what follows the last field is counted and changes nothing", arguments: LayoutTable.all)
    func trailing(_ table: LayoutTable) throws {
        var random = Randomness(seed: 11)
        for _ in 0..<500 {
            let flags = UInt32(truncatingIfNeeded: random.next()) & (1 << UInt32(table.bits.count) - 1)
            let bytes = table.value(flags, &random)
            // One octet more can be what a wider form leaves; from four on nothing fits.
            let extra = Int.random(in: 4...9, using: &random)
            let value = try decoded(bytes + random.bytes(extra), table)
            #expect(Int(value.issues.trailingByteCount) == extra, "\(bytes.hex), seed 11")
            let plain = try decoded(bytes, table)
            for field in Field.allCases { #expect(value[field] == plain[field], "\(bytes.hex) \(field), seed 11") }
        }
    }

    @Test("reserved flag bits are named and change nothing", arguments: LayoutTable.all)
    func reserved(_ table: LayoutTable) throws {
        var random = Randomness(seed: 13)
        for bit in table.bits.count..<8 * table.flagOctets {
            let flags = UInt32(truncatingIfNeeded: random.next()) & (1 << UInt32(table.bits.count) - 1)
            let plain = table.value(flags, &random)
            var bytes = plain
            bytes[bit / 8] |= 1 << (bit % 8)
            let value = try decoded(bytes, table)
            #expect(value.issues.descriptions == ["reserved_bits:0x" + String(1 << bit, radix: 16)])
            let expected = try decoded(plain, table)
            for field in Field.allCases { #expect(value[field] == expected[field], "\(bytes.hex) \(field)") }
        }
    }

    @Test("every kind takes any short value, and random ones of any length, without a trap")
    func anything() throws {
        var random = Randomness(seed: 17)
        for uuid in CharacteristicValue.readable {
            for length in 0...70 {
                for _ in 0..<20 { try holds(random.bytes(length), uuid) }
            }
        }
    }

    @Test("what is said to be readable is, has a name, and there is nothing else")
    func readable() {
        let bytes: [UInt8] = [0, 0, 0]
        let all = (UInt16.min...UInt16.max).map { BluetoothUUID($0) }
        let found = all.filter { ((try? CharacteristicValue(decoding: bytes.span, of: $0)) ?? nil) != nil }
        #expect(found == CharacteristicValue.readable)
        #expect(found.allSatisfy { $0.name != nil })
    }

    /// Refused only when too short for flags; without an issue, it encodes back to its octets.
    private func holds(_ bytes: [UInt8], _ uuid: BluetoothUUID) throws {
        guard let value = try? CharacteristicValue(decoding: bytes.span, of: uuid) else {
            if bytes.count >= 3 { Issue.record("\(uuid) \(bytes.hex) is refused, seed 17") }
            return
        }
        var encoded: [UInt8] = []
        value.encode(into: &encoded)
        if value.issues.isEmpty, encoded != bytes { Issue.record("\(uuid) \(bytes.hex) gives \(encoded.hex), seed 17") }
    }

    private func decoded(_ bytes: [UInt8], _ table: LayoutTable) throws -> CharacteristicValue {
        try #require(try CharacteristicValue(decoding: bytes.span, of: BluetoothUUID(table.uuid)))
    }
}
