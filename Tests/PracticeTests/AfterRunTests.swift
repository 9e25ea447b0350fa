import Practice
import Testing

@Suite("The hour after a run")
struct AfterRunTests {
    @Test("five minutes of sitting, a question after three quarters of an hour, and an end")
    func stages() {
        var after = AfterRun(endedAtMilliseconds: 10_000, sittingFromMilliseconds: 20_000)
        #expect(after.stage(atMilliseconds: 20_000) == .settling(leftMilliseconds: 300_000))
        #expect(after.stage(atMilliseconds: 319_999) == .settling(leftMilliseconds: 1))
        #expect(after.stage(atMilliseconds: 320_000) == .quiet)
        #expect(after.stage(atMilliseconds: 2_709_999) == .quiet)
        #expect(after.stage(atMilliseconds: 2_710_000) == .asking)
        after.answer()
        #expect(after.stage(atMilliseconds: 2_710_000) == .quiet)
        #expect(after.stage(atMilliseconds: 3_610_000) == .over)
    }

    @Test("the settled heart rate is the lowest median of a minute, and none where most of it is missing")
    func settled() {
        var after = AfterRun(endedAtMilliseconds: 0, sittingFromMilliseconds: 0)
        for second in 0..<59 { after.take(bpm: 100, atMilliseconds: Int64(second) * 1000) }
        #expect(after.settledBPM == nil)
        for second in 59..<200 { after.take(bpm: 200 - second, atMilliseconds: Int64(second) * 1000) }
        // Of the seconds 140 to 199 the middle two are 31 and 30 below 200 - 140.
        #expect(after.settledBPM == 30)
        var silent = AfterRun(endedAtMilliseconds: 0, sittingFromMilliseconds: 0)
        for second in stride(from: 0, to: 300, by: 3) { silent.take(bpm: 80, atMilliseconds: Int64(second) * 1000) }
        #expect(silent.settledBPM == nil)
    }

    @Test("what comes after the five minutes, or before them, counts for nothing")
    func outside() {
        var after = AfterRun(endedAtMilliseconds: 0, sittingFromMilliseconds: 60_000)
        for second in 0..<60 { after.take(bpm: 50, atMilliseconds: Int64(second) * 1000) }
        for second in 60..<360 { after.take(bpm: 70, atMilliseconds: Int64(second) * 1000) }
        for second in 360..<500 { after.take(bpm: 40, atMilliseconds: Int64(second) * 1000) }
        #expect(after.settledBPM == 70)
    }
}
