import RunEngine
import Testing

/// What charts are drawn from: a run in few steps.
@Suite("The history of a run")
struct RunHistoryTests {
    @Test("the least and the most of a step are those of its samples, however often steps were joined")
    func extremes() {
        var history = RunHistory(limit: 16)
        // A value with a single high and a single low second in each hour of ten.
        func bpm(_ second: Int) -> Int { second % 3600 == 1800 ? 190 : second % 3600 == 900 ? 50 : 120 }
        for second in 0..<36_000 {
            history.record(
                RunSample(
                    timeMilliseconds: Int64(second) * 1000,
                    heartRateBPM: bpm(second),
                    inclinationDeciPercent: -(second % 7)
                )
            )
        }
        #expect(history.steps.count <= 16)
        let step = Int(history.stepMilliseconds / 1000)
        for (index, seen) in history.steps.enumerated() {
            let values = (index * step..<min(36_000, (index + 1) * step)).map(bpm)
            #expect(seen.heartRateBPM.range == (values.min() ?? 0)...(values.max() ?? 0))
            #expect(seen.heartRateBPM.value == values.reduce(0, +) / values.count)
            #expect(seen.inclinationDeciPercent.range == -6...0)
            #expect(seen.speedCentiKmH.range == nil && seen.speedCentiKmH.value == nil)
        }
    }

    @Test("a step is a gap when most of its readings are missing, and then it has no extremes")
    func gaps() {
        for heard in 0...4 {
            var history = RunHistory(limit: 1)
            for second in 0..<4 {
                history.record(
                    RunSample(timeMilliseconds: Int64(second) * 1000, heartRateBPM: second < heard ? 100 + second : nil)
                )
            }
            let rate = history.steps[0].heartRateBPM
            #expect((rate.value == nil) == (heard < 2))
            #expect(rate.range == (heard < 2 ? nil : 100...99 + heard))
        }
    }
}
