import Foundation
import RunEngine
import SensorCodec
import TestSupport
import Testing
import WorkoutFiles

@Suite("Runs of files in the engine")
struct WorkoutInputsTests {
    /// The events of a file's run, played as the program does.
    private func events(_ workout: Workout) throws -> [RunEvent] {
        var session = RunSession(plan: try RunnerProfile(maximumBPM: 180, restingBPM: 60).plan(), source: .replay)
        var events: [RunEvent] = []
        var inputs = WorkoutInputs(workout)
        var last = Int64.min
        while let next = inputs.next() {
            #expect(next.unixMicroseconds >= last)
            last = next.unixMicroseconds
            session.apply(next.input, atUnixMicroseconds: next.unixMicroseconds)
            session.drainEvents { events.append($0) }
        }
        session.advance(toUnixMicroseconds: inputs.endUnixMicroseconds)
        session.finish()
        session.drainEvents { events.append($0) }
        return events
    }

    private func summary(_ workout: Workout) throws -> RunSummary {
        guard case .summary(let summary) = try events(workout).last else { throw WorkoutFailure.noRecords }
        return summary
    }

    /// A run with records at these seconds: heart rates that move, 2.5 m/s.
    private func workout(at seconds: [Int64], isTreadmill: Bool) -> Workout {
        var workout = Workout(startUnixMilliseconds: 1_800_000_000_000)
        workout.isTreadmill = isTreadmill
        for second in seconds {
            var record = Workout.Record(timeMilliseconds: second * 1000)
            record.heartRateBPM = 120 + Int(second / 7 % 3)
            record.distanceMillimetres = second * 2500
            if isTreadmill { record.speedCentiKmH = 900 }
            workout.records.append(record)
        }
        workout.elapsedMilliseconds = (seconds.last ?? 0) * 1000
        return workout
    }

    @Test("over gaps of half a minute all time has a zone, and the way is that of the file", arguments: [true, false])
    func smartRecording(isTreadmill: Bool) throws {
        let seconds = stride(from: Int64(0), through: 1200, by: 30).map { $0 }
        let summary = try summary(workout(at: seconds, isTreadmill: isTreadmill))
        #expect(summary.elapsedMilliseconds == 1_200_000)
        #expect(summary.unknownMilliseconds == 0 && summary.pausedMilliseconds == 0)
        let metres = try #require(summary.distanceMillimetres) / 1000
        #expect(abs(metres - 3000) <= 5)
    }

    @Test("over longer gaps nothing is known")
    func longGap() throws {
        let workout = workout(at: Array(0...60) + Array(100...160), isTreadmill: true)
        #expect(try summary(workout).unknownMilliseconds == 35_000)
    }

    @Test("a pause of the file is a pause of the run, also one at the very beginning")
    func pauses() throws {
        var workout = workout(at: Array(0...20) + Array(60...120), isTreadmill: true)
        workout.pauses = [
            .init(beganMilliseconds: 0, endedMilliseconds: 5000),
            .init(beganMilliseconds: 20_000, endedMilliseconds: 60_000),
        ]
        let summary = try summary(workout)
        #expect(summary.pausedMilliseconds == 45_000 && summary.unknownMilliseconds == 0)
        #expect(summary.elapsedMilliseconds == 120_000)
    }

    @Test("laps and marks come through")
    func laps() throws {
        var workout = workout(at: Array(0...100), isTreadmill: true)
        workout.laps = [
            .init(beganMilliseconds: 0, endedMilliseconds: 40_000),
            .init(beganMilliseconds: 40_000, endedMilliseconds: 100_000),
        ]
        workout.marks = [.init(timeMilliseconds: 50_000, text: "hill")]
        let events = try events(workout)
        let laps = events.compactMap { if case .lap(let lap) = $0 { lap } else { nil } }
        #expect(laps.map(\.beganMilliseconds) == [0, 40_000] && laps.map(\.endedMilliseconds) == [40_000, 100_000])
        let marks = events.compactMap { if case .mark(let mark) = $0 { mark } else { nil } }
        #expect(marks == [RunMark(timeMilliseconds: 50_000, text: "hill")])
    }

    @Test("intervals between beats come in the seconds that they fill")
    func intervals() throws {
        var workout = workout(at: [0, 5], isTreadmill: false)
        workout.records[0].rrIntervals = RRIntervals(Array(repeating: 512, count: 10))
        let counts = WorkoutInputs(workout).compactMap { timed -> Int? in
            guard case .value(.heartRateMeasurement(let value), _) = timed.input else { return nil }
            return value.rrIntervals.count
        }
        #expect(counts == [2, 2, 2, 2, 2, 0])
    }

    @Test("whatever a file holds, the engine takes it", arguments: 0..<30 as Range<UInt64>)
    func anything(seed: UInt64) throws {
        var random = Randomness(seed: seed)
        let bytes = try Workout.random(using: &random, records: 100).fit(serial: 1, softwareVersion: 1)
        for _ in 0..<10 {
            var changed = bytes
            for _ in 0..<4 {
                changed[Int.random(in: 14..<bytes.count - 2, using: &random)] = UInt8.random(
                    in: 0...255,
                    using: &random
                )
            }
            let mended = HandmadeFIT.mended(changed)
            if let workout = try? Workout(reading: mended.span) { _ = try? summary(workout) }
        }
    }

    @Test(
        "the way and the mean heart rate of recorded runs",
        .enabled(if: Places.recordings != nil, "\(Places.noRecordings)"),
        arguments: RecordedFITTests.expectations
    )
    func recorded(_ expected: RecordedFITTests.Expectation) throws {
        let file = try #require(Places.recordings).appending(path: "workouts/\(expected.file).fit")
        let bytes = try Places.bytes(file)
        let summary = try summary(try Workout(reading: bytes.span))
        #expect(abs(Int(summary.elapsedMilliseconds) - expected.elapsedSeconds * 1000) <= 2000)
        #expect(abs(Int(summary.distanceMillimetres ?? 0) / 1000 - expected.metres) <= 3 + expected.metres / 200)
        if let bpm = expected.averageBPM { #expect(abs((summary.heartRate?.averageBPM ?? 0) - bpm) <= 1) }
    }
}
