import TestSupport
import Testing
import WorkoutFiles

@Suite("FIT files, whatever is in them")
struct FITPropertyTests {
    private func read(_ bytes: [UInt8]) throws(WorkoutFailure) -> Workout { try Workout(reading: bytes.span) }

    @Test("what is written is read again, to the last digit", arguments: 0..<100 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = Randomness(seed: seed)
        let count = Int.random(in: 1...300, using: &random)
        let workout = Workout.random(using: &random, records: count)
        let bytes = try workout.fit(serial: 7, softwareVersion: 10)
        #expect(HandmadeFIT.checksum(bytes) == 0)
        let again = try read(bytes)
        #expect(again.records == workout.records)
        var (left, right) = (workout, again)
        (left.records, right.records) = ([], [])
        #expect(left == right)
    }

    @Test("a run of no second, and one of which nothing is known")
    func empty() throws {
        var workout = Workout(startUnixMilliseconds: 1_800_000_000_000)
        let bytes = try workout.fit(serial: 7, softwareVersion: 10)
        #expect(throws: WorkoutFailure.noRecords) { try read(bytes) }
        workout.startUnixMilliseconds = 0
        #expect(throws: WorkoutFailure.timeOutOfRange) { try workout.fit(serial: 7, softwareVersion: 10) }
    }

    @Test("no beginning of a file is a run")
    func truncation() throws {
        var random = Randomness(seed: 1)
        let bytes = try Workout.random(using: &random, records: 20).fit(serial: 7, softwareVersion: 10)
        for length in 0..<bytes.count {
            #expect(throws: WorkoutFailure.self) { try read(Array(bytes.prefix(length))) }
        }
    }

    @Test("one changed octet is always found")
    func flips() throws {
        var random = Randomness(seed: 2)
        let bytes = try Workout.random(using: &random, records: 10).fit(serial: 7, softwareVersion: 10)
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= UInt8.random(in: 1...255, using: &random)
            #expect(throws: WorkoutFailure.self, "octet \(place)") { try read(changed) }
        }
    }

    @Test(
        "with changed octets under a check sum that fits, there is a run or a reason",
        arguments: 0..<4 as Range<UInt64>
    )
    func mendedFlips(seed: UInt64) throws {
        var random = Randomness(seed: seed)
        let bytes = try Workout.random(using: &random, records: 30).fit(serial: 7, softwareVersion: 10)
        var (runs, reasons) = (0, 0)
        for _ in 0..<400 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                changed[Int.random(in: 14..<changed.count - 2, using: &random)] = UInt8.random(
                    in: 0...255,
                    using: &random
                )
            }
            do throws(WorkoutFailure) {
                let workout = try read(HandmadeFIT.mended(changed))
                runs += 1
                let isRising = zip(workout.records, workout.records.dropFirst())
                    .allSatisfy { $0.timeMilliseconds < $1.timeMilliseconds }
                #expect(isRising, "seed \(seed)")
                // What was understood can be written again.
                _ = try? workout.fit(serial: 7, softwareVersion: 10)
            } catch {
                reasons += 1
            }
        }
        #expect(runs > 20 && reasons > 20)
    }

    @Test("octets of chance behind a proper header are no trap", arguments: 0..<4 as Range<UInt64>)
    func chance(seed: UInt64) {
        var random = Randomness(seed: seed)
        for _ in 0..<2000 {
            var file = HandmadeFIT.activity
            file.records += random.bytes(Int.random(in: 0...200, using: &random))
            _ = try? read(file.bytes)
        }
    }
}
