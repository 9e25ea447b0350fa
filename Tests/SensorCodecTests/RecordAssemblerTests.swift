import Foundation
import SensorCodec
import TestSupport
import Testing

@Suite("Records in parts")
struct RecordAssemblerTests {
    private func treadmill(_ hex: String) throws -> TreadmillData {
        let bytes = [UInt8](hex: hex)
        return try TreadmillData(decoding: bytes.span)
    }

    private func rower(_ hex: String) throws -> RowerData {
        let bytes = [UInt8](hex: hex)
        return try RowerData(decoding: bytes.span)
    }

    /// A Matrix Touch XL (TrackMyIndoorWorkout, matrix_treadmill_test.dart).
    private let matrix = ["9f0061003600000000ff7f0000ffff05006e0002", "001f71000002cc003c06ff7f1a00"]

    @Test("a Matrix Touch XL: two parts make one record")
    func matrixPair() throws {
        var assembler = RecordAssembler<TreadmillData>()
        #expect(assembler.take(try treadmill(matrix[0]), at: 0) == nil)
        let record = try #require(assembler.take(try treadmill(matrix[1]), at: 20))
        #expect(record.instantaneousSpeedCentiKmH == 113)
        #expect(record.averageSpeedCentiKmH == 97)
        #expect(record.totalDistanceMetres == 54)
        #expect(record.totalEnergyKilocalories == 5)
        #expect(record.elapsedTimeSeconds == 204)
        #expect(record.powerOutputWatts == 26)
        #expect(record.forceOnBeltNewtons == nil)
        #expect(!record.isMoreDataToFollow)
        #expect(record.flags == 0x1F9E)
        #expect(assembler.incompleteCount == 0)
    }

    /// First Degree Fitness Viking Pro V (zpukr/ArduRower#1). It sends the part that should be the last one first: so
    /// what it sends behind it joins the next one, a second later. Nothing is lost.
    @Test("a rower in three parts, in an order of its own")
    func threeParts() throws {
        var assembler = RecordAssembler<RowerData>()
        let lone = try #require(assembler.take(try rower("f8003616007f000000aa002e000200"), at: 0))
        #expect(lone.strokeCount == 22)
        #expect(lone.totalDistanceMetres == nil)
        #expect(assembler.take(try rower("0101090075030e"), at: 67) == nil)
        #expect(assembler.take(try rower("050ab70000004b00"), at: 340) == nil)
        let record = try #require(assembler.take(try rower("f8003517007d000000b20030000200"), at: 1000))
        #expect(record.totalDistanceMetres == 183)
        #expect(record.elapsedTimeSeconds == 75)
        #expect(record.totalEnergyKilocalories == 9)
        #expect(record.strokeCount == 23)
        #expect(record.instantaneousPowerWatts == 178)
    }

    @Test("a whole record is passed on as it is")
    func whole() throws {
        var assembler = RecordAssembler<TreadmillData>()
        let record = try treadmill("84045802e803002a000000007d00")
        for time in 0..<3 { #expect(assembler.take(record, at: Int64(time) * 1000) == record) }
        #expect(assembler.incompleteCount == 0)
    }

    @Test("a lost last part costs its record, and not the next")
    func lostLastPart() throws {
        var assembler = RecordAssembler<TreadmillData>()
        _ = assembler.take(try treadmill(matrix[0]), at: 0)
        #expect(assembler.take(try treadmill(matrix[0]), at: 1000) == nil)
        #expect(assembler.incompleteCount == 1)
        #expect(assembler.take(try treadmill(matrix[1]), at: 1020)?.totalDistanceMetres == 54)
    }

    @Test("a lost first part leaves a record of what came")
    func lostFirstPart() throws {
        var assembler = RecordAssembler<TreadmillData>()
        let record = try #require(assembler.take(try treadmill(matrix[1]), at: 0))
        #expect(record.instantaneousSpeedCentiKmH == 113)
        #expect(record.totalDistanceMetres == nil)
    }

    @Test("parts across a gap, or a lost link, are not joined")
    func gap() throws {
        var assembler = RecordAssembler<TreadmillData>()
        _ = assembler.take(try treadmill(matrix[0]), at: 0)
        #expect(assembler.take(try treadmill(matrix[1]), at: 2001)?.totalDistanceMetres == nil)
        _ = assembler.take(try treadmill(matrix[0]), at: 3000)
        assembler.reset()
        #expect(assembler.take(try treadmill(matrix[1]), at: 3020)?.totalDistanceMetres == nil)
        #expect(assembler.incompleteCount == 2)
    }

    @Test("however a record is split, its parts make the record again")
    func anySplit() throws {
        var random = Randomness(seed: 3)
        for _ in 0..<2000 {
            let flags = UInt32(truncatingIfNeeded: random.next()) & 0x1FFE
            var whole = TreadmillData()
            whole.flags = flags
            whole.instantaneousSpeedCentiKmH = UInt16(truncatingIfNeeded: random.next())
            // Two passes: the first finds the octets of each group, the second sends them in two parts.
            var bytes: [UInt8] = []
            whole.encode(into: &bytes)
            bytes.replaceSubrange(4..., with: random.bytes(bytes.count - 4))
            let record = try TreadmillData(decoding: bytes.span)
            let early = UInt32(truncatingIfNeeded: random.next()) & flags
            var assembler = RecordAssembler<TreadmillData>()
            #expect(assembler.take(try part(of: record, early | 1), at: 0) == nil)
            let joined = try #require(assembler.take(try part(of: record, flags & ~early), at: 1))
            for field in Field.allCases { #expect(joined[field] == record[field], "\(bytes.hex) \(field), seed 3") }
            #expect(joined.flags == record.flags)
        }
    }

    /// The fields of a record that flags name, sent on their own.
    private func part(of record: TreadmillData, _ flags: UInt32) throws -> TreadmillData {
        var bytes: [UInt8] = []
        record.encode(into: &bytes)
        let octets = [2, 2, 3, 4, 4, 2, 2, 5, 1, 1, 2, 2, 4]
        var at = 2
        var sent = [UInt8(truncatingIfNeeded: flags), UInt8(truncatingIfNeeded: flags >> 8)]
        for (bit, count) in octets.enumerated() where (record.flags ^ 1) >> UInt32(bit) & 1 == 1 {
            if (flags ^ 1) >> UInt32(bit) & 1 == 1 { sent += bytes[at..<at + count] }
            at += count
        }
        return try TreadmillData(decoding: sent.span)
    }

    @Test(
        "the rower as recorded, with a part missing",
        .enabled(if: Places.recordings != nil, Comment(rawValue: Places.noRecordings))
    )
    func recordedRower() throws {
        let file = try #require(Places.recordings).appending(path: "sequences/rower_viking_pro_v.txt")
        var assembler = RecordAssembler<RowerData>()
        var parts = 0
        var records: [RowerData] = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            let words = line.split(separator: " ")
            guard words.count > 2, words[1] == "2ad1", let seconds = Double(words[0]) else { continue }
            parts += 1
            if let record = assembler.take(try rower(String(words[2])), at: Int64(seconds * 1000)) {
                records.append(record)
            }
        }
        // In these two seconds one part of the second record was lost.
        #expect(parts == 5)
        #expect(records.map(\.totalDistanceMetres) == [nil, 188])
        #expect(assembler.incompleteCount == 1)
    }
}
