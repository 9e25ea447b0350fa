import Practice
import RunEngine
import Testing

@Suite("The resting heart rate")
struct RestingMeasurementTests {
    /// What comes of heart rates of the seconds from 0 on.
    private func measured(_ seconds: some Sequence<Int>, _ rate: (Int) -> Int?) -> RestingMeasurement {
        var measurement = RestingMeasurement()
        for second in seconds { measurement.take(Samples.sample(second, bpm: rate(second))) }
        return measurement
    }

    @Test("a steady heart is its own resting heart rate, after five minutes and not before")
    func steady() {
        #expect(measured(0..<299) { _ in 58 }.state == .measuring)
        #expect(measured(0..<300) { _ in 58 }.state == .done(bpm: 58))
    }

    @Test("the lowest minute counts, wherever it lies behind the first")
    func lowestMinute() {
        #expect(measured(0..<300) { (120..<180).contains($0) ? 54 : 62 }.state == .done(bpm: 54))
        #expect(measured(0..<300) { $0 >= 240 ? 54 : 62 }.state == .done(bpm: 54))
        #expect(measured(0..<300) { (60..<120).contains($0) ? 54 : 62 }.state == .done(bpm: 54))
        // Half a minute and a second of it are a median of the minute around.
        #expect(measured(0..<300) { (150..<181).contains($0) ? 54 : 62 }.state == .done(bpm: 54))
        #expect(measured(0..<300) { (150..<179).contains($0) ? 54 : 62 }.state == .done(bpm: 62))
    }

    @Test("the first minute is for sitting down, and counts for nothing")
    func firstMinute() {
        #expect(measured(0..<300) { $0 < 60 ? 45 : 60 }.state == .done(bpm: 60))
        #expect(measured(0..<300) { $0 < 60 ? 110 : 60 }.state == .done(bpm: 60))
    }

    @Test("it begins with the first heart rate, whenever that comes")
    func beginning() {
        var measurement = RestingMeasurement()
        for second in 0..<40 { measurement.take(Samples.sample(second, bpm: nil)) }
        #expect(measurement.state == .waiting && measurement.elapsedSeconds == 0)
        for second in 40..<340 { measurement.take(Samples.sample(second, bpm: 61)) }
        #expect(measurement.state == .done(bpm: 61))
    }

    @Test("a fifth of the seconds may be missing, not one more")
    func missing() {
        #expect(measured(0..<300) { $0 % 5 == 1 ? nil : 60 }.state == .done(bpm: 60))
        #expect(
            measured(0..<300) { $0 % 5 == 1 || $0 == 298 ? nil : 60 }.state == .refused(.heartRateMissing)
        )
        // Nobody has to sit through what cannot succeed.
        #expect(measured(0..<62) { $0 == 0 ? 60 : nil }.state == .refused(.heartRateMissing))
        #expect(measured(0..<61) { $0 == 0 ? 60 : nil }.state == .measuring)
    }

    @Test("seconds without a sample are seconds without a heart rate")
    func skipped() {
        #expect(measured([0] + Array(30..<300)) { _ in 60 }.state == .done(bpm: 60))
        #expect(measured([0] + Array(62..<300)) { _ in 60 }.state == .refused(.heartRateMissing))
        #expect(measured([0, 4_000_000]) { _ in 60 }.state == .refused(.heartRateMissing))
    }

    @Test("a strap without contact is told as such")
    func contact() {
        var measurement = RestingMeasurement()
        measurement.take(Samples.sample(0, bpm: 60))
        for second in 1..<100 { measurement.take(Samples.sample(second, bpm: nil, link: .contactLost)) }
        #expect(measurement.state == .refused(.noContact))
    }

    @Test("a belt that moves is no rest, whenever it does; one that stands is")
    func belt() {
        for start in [0, 10, 299] {
            var measurement = RestingMeasurement()
            for second in 0..<300 {
                measurement.take(Samples.sample(second, bpm: 60, speed: second >= start ? 80 : 0))
            }
            #expect(measurement.state == .refused(.beltMoving), "from \(start) s")
        }
        var measurement = RestingMeasurement()
        for second in 0..<300 { measurement.take(Samples.sample(second, bpm: 60, speed: 0)) }
        #expect(measurement.state == .done(bpm: 60))
    }

    @Test("an end before its time is told as such, and what is over stays so")
    func ending() {
        var early = measured(0..<200) { _ in 60 }
        early.finish()
        #expect(early.state == .refused(.endedEarly) && early.isOver)
        var never = RestingMeasurement()
        never.finish()
        #expect(never.state == .refused(.heartRateMissing))
        var done = measured(0..<300) { _ in 60 }
        done.finish()
        done.take(Samples.sample(300, bpm: 40, speed: 900))
        #expect(done.state == .done(bpm: 60))
    }

    @Test("a heart that races is no resting one")
    func implausible() {
        #expect(measured(0..<300) { _ in 200 }.state == .done(bpm: 200))
        #expect(measured(0..<300) { _ in 201 }.state == .refused(.implausible))
    }
}
