import Foundation
import RunEngine
import SensorCodec
import TestSupport
import Testing
import WorkoutFiles

@Suite("Reading FIT files")
struct FITReaderTests {
    private func read(_ bytes: [UInt8]) throws(WorkoutFailure) -> Workout { try Workout(reading: bytes.span) }

    /// A treadmill file that garmin-fit-sdk 21.218, fitparse 1.2 and fitdecode 0.11 read as what stands below: three
    /// records, one lap, one session, zone times and a developer field.
    static let golden = [UInt8](
        hex: """
            0e20e252450200002e4649543bb540000000000500010001028402028403048c0404860004ff000100393000000086ac45410000cf000201100d0301
            0201000102030405060708090a0b0c0d0e0f00420000ce000500010201010202010203080708020702000083696e636c696e65002500430000170006
            fd04860001020101020202841901001b0607030086ac4501017b0003737472617000440000150003fd0486000100010100040086ac45000065000014
            0006fd0486030102040102050486490486090283010002004600004e0001000a84050086ac45785200000000c409000064000a0006f401f201ffffff
            ffffff050186ac457952fa000000c409000064000a0006f401f201ffffffffffff050286ac457a52f4010000c409000064000a0006f401f201ffffff
            ffffff040386ac45000447000013000efe0284fd04860204860704860804860904860001000101001801001701001901002701000f01021001020700
            000386ac450086ac45b80b0000b80b0000ee020000090107000101797a480000120010fe0284fd04860204860704860804860904861902841a028400
            01000101000501000601001c01001001021101020b02840800000386ac450086ac45b80b0000b80b0000ee020000000001000801010100797a010049
            0000d80008fd04860002840102840218860605020a01000b01020c0102090386ac45120000000000000000000000b80b000000000000000000000000
            0000728598abbe01be374a0000220007fd04860004860102840201000301000401000504860a0386ac45b80b00000100001a011394ac45646b
            """
    )

    @Test("a file that three other decoders agree on")
    func golden() throws {
        let workout = try read(Self.golden)
        #expect(workout.startUnixMilliseconds == 1_800_000_000_000)
        #expect(workout.elapsedMilliseconds == 3000)
        #expect(workout.isTreadmill && !workout.isWalk)
        #expect(workout.records.map(\.timeMilliseconds) == [0, 1000, 2000])
        #expect(workout.records.map(\.heartRateBPM) == [120, 121, 122])
        #expect(workout.records.map(\.speedCentiKmH) == [900, 900, 900])
        #expect(workout.records.map(\.distanceMillimetres) == [0, 2500, 5000])
        #expect(workout.records.map(\.inclinationDeciPercent) == [10, 10, 10])
        // 500 and 498 ms.
        #expect(workout.records[0].rrIntervals == RRIntervals([512, 510]))
        #expect(workout.distanceMillimetres == 7500)
        #expect(workout.heartRate?.averageBPM == 121)
        #expect(workout.sensors == [.init(kind: .heartRate, name: "strap")])
        #expect(workout.utcOffsetSeconds == 3600)
        #expect(workout.pauses.isEmpty && workout.laps.isEmpty)
    }

    @Test("big-endian fields are read as they are meant")
    func bigEndian() throws {
        var file = HandmadeFIT.activity
        file.define(20, local: 2, isBigEndian: true, (253, 4, 0x86), (5, 4, 0x86), (9, 2, 0x83), (3, 1, 0x02))
        let time = HandmadeFIT.octets(HandmadeFIT.time, isBigEndian: true)
        file.data(local: 2, time + [0, 0, 1, 0] + [0xFF, 0x9C] + [99])
        let record = try #require(try read(file.bytes).records.first)
        #expect(record.distanceMillimetres == 2560 && record.inclinationDeciPercent == -10)
        #expect(record.heartRateBPM == 99)
    }

    @Test("a short time stamp counts on from the last whole one, over its roll-over")
    func compressedTime() throws {
        var file = HandmadeFIT.activity
        file.record(second: 0, bpm: 100)
        file.define(20, local: 2, (3, 1, 0x02))
        let low = UInt8(HandmadeFIT.time & 0x1F)
        for second in [UInt8(1), 20, 40, 60] { file.records += [0x80 | 2 << 5 | (low + second) & 0x1F, 100 + second] }
        let workout = try read(file.bytes)
        #expect(workout.records.map(\.timeMilliseconds) == [0, 1000, 20_000, 40_000, 60_000])
        #expect(workout.records.map(\.heartRateBPM) == [100, 101, 120, 140, 160])
    }

    @Test("headers of 12 and 14 octets, with and without a check sum of their own")
    func headers() throws {
        var file = HandmadeFIT.activity
        file.record(second: 0, bpm: 100)
        #expect(try read(file.bytes).records.count == 1)
        file.hasHeaderChecksum = false
        #expect(try read(file.bytes).records.count == 1)
        file.headerOctets = 12
        #expect(try read(file.bytes).records.count == 1)
    }

    @Test("a chained file that is no activity is passed over, a second activity refused")
    func chained() throws {
        var file = HandmadeFIT.activity
        file.record(second: 0, bpm: 100)
        var settings = HandmadeFIT()
        settings.define(0, (0, 1, 0x00))
        settings.data([2])
        #expect(try read(settings.bytes + file.bytes).records.count == 1)
        #expect(throws: WorkoutFailure.severalActivities(2)) { try read(file.bytes + file.bytes) }
        #expect(throws: WorkoutFailure.notAnActivity(type: 2, name: "settings")) { try read(settings.bytes) }
    }

    @Test("a million fields of developers are stepped over in no time")
    func developerFields() throws {
        var file = HandmadeFIT.activity
        file.define(
            20,
            local: 2,
            developerFields: Array(repeating: 1, count: 255),
            (253, 4, 0x86),
            (3, 1, 0x02)
        )
        let values = [UInt8](repeating: 7, count: 255)
        for second in 0..<UInt32(4000) {
            file.data(local: 2, HandmadeFIT.octets(HandmadeFIT.time + second) + [100] + values)
        }
        let bytes = file.bytes
        let clock = ContinuousClock()
        let began = clock.now
        #expect(try read(bytes).records.count == 4000)
        #expect(clock.now - began < .seconds(2))
    }

    @Test("what is not known stays unknown: invalid numbers, a heart rate of 0, fields of odd sizes")
    func unknown() throws {
        var file = HandmadeFIT.activity
        file.record(second: 0, bpm: 0xFF)
        file.record(second: 1, bpm: 0)
        file.define(20, local: 2, (253, 4, 0x86), (3, 3, 0x84), (5, 1, 0x86), (73, 8, 0x8E), (9, 2, 0x99))
        file.data(
            local: 2,
            HandmadeFIT.octets(HandmadeFIT.time + 2) + [0xFF, 0xFF, 1] + [5] + HandmadeFIT.octets(Int64.max - 1) + [
                1, 1,
            ]
        )
        let workout = try read(file.bytes)
        #expect(workout.records.count == 3)
        for record in workout.records {
            #expect(record == Workout.Record(timeMilliseconds: record.timeMilliseconds))
        }
    }

    @Test("what is no run says what it is")
    func refusals() {
        var file = HandmadeFIT.activity
        #expect(throws: WorkoutFailure.noRecords) { try read(file.bytes) }
        file.record(second: 0, bpm: 100)
        file.define(18, local: 3, (2, 4, 0x86), (5, 1, 0x00))
        file.data(local: 3, HandmadeFIT.octets(HandmadeFIT.time) + [2])
        #expect(throws: WorkoutFailure.otherSport("cycling")) { try read(file.bytes) }
        var undated = HandmadeFIT.activity
        undated.data(local: 1, HandmadeFIT.octets(UInt32(1000)) + [100])
        #expect(throws: WorkoutFailure.undated) { try read(undated.bytes) }
        var long = HandmadeFIT.activity
        long.record(second: 0, bpm: 100)
        long.record(second: 8 * 86_400, bpm: 100)
        #expect(throws: WorkoutFailure.tooLong) { try read(long.bytes) }
        #expect(throws: WorkoutFailure.empty) { try read([]) }
        #expect(throws: WorkoutFailure.zipArchive) { try read(Array("PK\u{3}\u{4}more".utf8)) }
        #expect(throws: WorkoutFailure.gzipped) { try read([0x1F, 0x8B, 8, 0]) }
        #expect(throws: WorkoutFailure.notAWorkout) { try read(Array("btsnoop\0rest of it".utf8)) }
    }

    @Test("a pause is what lies between the stops and starts of the timer; without a timer, a long gap")
    func pauses() throws {
        var file = HandmadeFIT.activity
        for second in [UInt32(0), 10, 20, 100, 110] { file.record(second: second, bpm: 100) }
        #expect(try read(file.bytes).pauses == [.init(beganMilliseconds: 20_000, endedMilliseconds: 100_000)])
        file.define(21, local: 3, (253, 4, 0x86), (0, 1, 0x00), (1, 1, 0x00), (3, 4, 0x86))
        func timer(_ second: UInt32, _ type: UInt8, data: UInt32 = 0) {
            file.data(local: 3, HandmadeFIT.octets(HandmadeFIT.time + second) + [0, type] + HandmadeFIT.octets(data))
        }
        timer(0, 0)
        timer(12, 1)
        timer(12, 4)
        timer(19, 0)
        timer(30, 4, data: 2)
        timer(90, 0)
        timer(111, 4)
        let workout = try read(file.bytes)
        #expect(
            workout.pauses == [
                .init(beganMilliseconds: 12_000, endedMilliseconds: 19_000),
                .init(beganMilliseconds: 30_000, endedMilliseconds: 90_000, isByMachine: true),
            ]
        )
        #expect(workout.elapsedMilliseconds == 111_000 && workout.timerMilliseconds == 44_000)
    }
}
