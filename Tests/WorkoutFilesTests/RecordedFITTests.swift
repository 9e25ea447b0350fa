import Foundation
import RunEngine
import SensorCodec
import TestSupport
import Testing
import WorkoutFiles

/// What other people's watches and applications wrote; the figures are those of fitdecode 0.11.
@Suite("Recorded FIT files", .enabled(if: Places.recordings != nil, "\(Places.noRecordings)"))
struct RecordedFITTests {
    struct Expectation: Sendable {
        var file: String
        var records: Int
        var elapsedSeconds: Int
        var timerSeconds: Int
        var metres: Int
        var isTreadmill = false
        var isWalk = false
        var averageBPM: Int?
        var intervals = 0
    }

    static let expectations = [
        Expectation(
            file: "sportslib_treadmill_fr945_hrv_6860622783",
            records: 3101,
            elapsedSeconds: 3764,
            timerSeconds: 3098,
            metres: 10_630,
            isTreadmill: true,
            averageBPM: 145,
            intervals: 4278
        ),
        Expectation(
            file: "polarrunningindex_treadmill_15km",
            records: 4838,
            elapsedSeconds: 5195,
            timerSeconds: 4837,
            metres: 15_013,
            isTreadmill: true,
            averageBPM: 152
        ),
        Expectation(
            file: "goldencheetah_run_fr955_stryd_hrv",
            records: 3118,
            elapsedSeconds: 3117,
            timerSeconds: 3117,
            metres: 10_021,
            averageBPM: 139,
            intervals: 7220
        ),
        Expectation(
            file: "goldencheetah_run_stryd_hrv",
            records: 4242,
            elapsedSeconds: 4242,
            timerSeconds: 4242,
            metres: 8239,
            averageBPM: 134,
            intervals: 9350
        ),
        Expectation(
            file: "goldencheetah_run_ipbike_hrv",
            records: 2762,
            elapsedSeconds: 2762,
            timerSeconds: 2762,
            metres: 9326,
            averageBPM: 164,
            intervals: 7033
        ),
        Expectation(
            file: "sportslib_trail_suunto_hrv_6909950168",
            records: 2197,
            elapsedSeconds: 2196,
            timerSeconds: 2161,
            metres: 6458,
            averageBPM: 148,
            intervals: 5416
        ),
        Expectation(
            file: "sportslib_run_vivoactivehr_2067489619",
            records: 503,
            elapsedSeconds: 2825,
            timerSeconds: 2820,
            metres: 4489,
            averageBPM: nil
        ),
        Expectation(
            file: "fitparse_run_fenix2",
            records: 2809,
            elapsedSeconds: 2832,
            timerSeconds: 2832,
            metres: 9008
        ),
        Expectation(
            file: "fitparse_run_fenix5_hrv_57s",
            records: 21,
            elapsedSeconds: 57,
            timerSeconds: 57,
            metres: 157,
            averageBPM: 90,
            intervals: 113
        ),
        Expectation(
            file: "fitparse_walk_fenix5_hrv_45s",
            records: 17,
            elapsedSeconds: 46,
            timerSeconds: 46,
            metres: 67,
            isWalk: true,
            averageBPM: 75,
            intervals: 62
        ),
    ]

    private func bytes(_ name: String) throws -> [UInt8] {
        let folder = try #require(Places.recordings)
        return try Places.bytes(folder.appending(path: "workouts/\(name).fit"))
    }

    private func read(_ bytes: [UInt8]) throws(WorkoutFailure) -> Workout { try Workout(reading: bytes.span) }

    @Test("is read as fitdecode reads it", arguments: expectations)
    func reads(_ expected: Expectation) throws {
        let workout = try read(try bytes(expected.file))
        #expect(workout.records.count == expected.records)
        #expect(abs(Int(workout.elapsedMilliseconds) - expected.elapsedSeconds * 1000) <= 2000)
        #expect(abs(Int(workout.timerMilliseconds) - expected.timerSeconds * 1000) <= 2000)
        #expect(workout.distanceMillimetres.map { Int($0) / 1000 } == expected.metres)
        #expect(workout.isTreadmill == expected.isTreadmill && workout.isWalk == expected.isWalk)
        if let bpm = expected.averageBPM { #expect(workout.heartRate?.averageBPM == bpm) }
        #expect(workout.records.reduce(0) { $0 + $1.rrIntervals.count } == expected.intervals)
    }

    @Test("a bicycle ride is called one")
    func bicycle() throws {
        let ride = try bytes("fitparsers_indoorcycling_edge530_hrv")
        #expect(throws: WorkoutFailure.otherSport("cycling")) { try read(ride) }
    }

    @Test("whatever octet is changed, or lost at the end, there is a run or a reason")
    func damage() throws {
        var random = Randomness(seed: 3)
        let whole = try bytes("fitparse_run_fenix5_hrv_57s")
        for place in stride(from: 0, to: whole.count, by: 41) {
            var changed = whole
            changed[place] ^= UInt8.random(in: 1...255, using: &random)
            #expect(throws: WorkoutFailure.self) { try read(changed) }
            _ = try? read(HandmadeFIT.mended(changed))
            #expect(throws: WorkoutFailure.self) { try read(Array(whole.prefix(place))) }
        }
    }
}
