import RunEngine
import SensorCodec
import TestSupport
import Testing
import WorkoutFiles

@Suite("CSV")
struct CSVTests {
    @Test("a second with everything, and one with nothing")
    func lines() {
        var workout = Workout(startUnixMilliseconds: 1_800_000_000_250)
        var full = Workout.Record(timeMilliseconds: 1000)
        full.heartRateBPM = 121
        full.rrIntervals = RRIntervals([512, 510])
        full.speedCentiKmH = 905
        full.inclinationDeciPercent = -15
        full.distanceMillimetres = 2050
        full.stepsPerMinute = 163
        full.energyKilocalories = 3
        full.zone = 2
        full.band = .inside
        full.isPaused = true
        workout.records = [Workout.Record(timeMilliseconds: 0), full]
        #expect(
            String(decoding: workout.csv(), as: UTF8.self) == """
                t_ms,time,heart_rate_bpm,zone,band,paused,speed_km_h,inclination_percent,distance_m,\
                cadence_steps_per_min,total_energy_kcal,rr_intervals_ms\r
                0,2027-01-15T08:00:00.250Z,,,,0,,,,,,\r
                1000,2027-01-15T08:00:01.250Z,121,2,in,1,9.05,-1.5,2.05,163,3,500 498.046875\r

                """
        )
    }

    @Test("each line has as many fields as there are names", arguments: 0..<20 as Range<UInt64>)
    func fields(seed: UInt64) {
        var random = Randomness(seed: seed)
        let workout = Workout.random(using: &random, records: 50)
        let lines = String(decoding: workout.csv(), as: UTF8.self).split(separator: "\r\n")
        #expect(lines.count == 51)
        #expect(Set(lines.map { $0.count { $0 == "," } }) == [11])
    }
}
