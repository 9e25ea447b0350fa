import Practice
import RunEngine
import SessionStore

extension SessionPage {
    /// What was seen over the run: a plot for each quantity that there was.
    var plots: String {
        Self.section("run", "The run", [heartRatePlot, speedPlot, inclinationPlot].compactMap { $0?.html }.joined())
    }

    private var time: PlotTime { PlotTime(elapsedMilliseconds: session.summary.elapsedMilliseconds) }

    private var heartRatePlot: Plot? {
        let means = history.steps.map(\.heartRateBPM)
        guard let range = Self.range(of: means) else { return nil }
        let band = session.header.band
        return Plot(
            id: "heart-rate",
            title: "Heart rate",
            unit: "bpm",
            description: PageSaying.rate.text([
                "time": duration, "lowest": "\(range.lowerBound)", "highest": "\(range.upperBound)",
                "lower": "\(band.lowerBPM)", "upper": "\(band.upperBPM)",
            ]) + " " + gaps,
            means: means,
            stepMilliseconds: history.stepMilliseconds,
            time: time,
            scale: PlotScale(readings: range, band: band),
            label: { "\($0)" },
            moments: moments(hasLabels: true),
            band: band,
            hasGaps: session.summary.unknownMilliseconds >= 1000
        )
    }

    private var speedPlot: Plot? {
        let means = history.steps.map(\.speedCentiKmH)
        guard let range = Self.range(of: means) else { return nil }
        return Plot(
            id: "speed",
            title: "Speed",
            unit: "km/h",
            description: PageSaying.speed.text([
                "time": duration, "lowest": Self.tenths(range.lowerBound / 10),
                "highest": Self.tenths(range.upperBound / 10),
            ]),
            means: means,
            stepMilliseconds: history.stepMilliseconds,
            time: time,
            scale: PlotScale(readings: range, steps: [100, 200, 500, 1000]),
            label: { "\($0 / 100)" },
            moments: moments(hasLabels: false)
        )
    }

    /// Left out where the belt lay flat all the time.
    private var inclinationPlot: Plot? {
        let means = history.steps.map(\.inclinationDeciPercent)
        guard let range = Self.range(of: means), range != 0...0 else { return nil }
        return Plot(
            id: "incline",
            title: "Incline",
            unit: "%",
            description: PageSaying.incline.text([
                "time": duration, "lowest": Self.tenths(range.lowerBound), "highest": Self.tenths(range.upperBound),
            ]),
            means: means,
            stepMilliseconds: history.stepMilliseconds,
            time: time,
            scale: PlotScale(readings: range, steps: [10, 20, 50, 100]),
            label: { "\($0 / 10)" },
            moments: moments(hasLabels: false)
        )
    }

    private var duration: String { PlainText.clock(session.summary.elapsedMilliseconds) }

    private var gaps: String {
        let unknown = session.summary.unknownMilliseconds
        return unknown < 1000 ? "" : PageSaying.gaps.text(["time": PlainText.clock(unknown)])
    }

    private func moments(hasLabels: Bool) -> PlotMoments {
        PlotMoments(
            pauseTimes: pauseTimes,
            lapEnds: session.laps.dropLast().map(\.endedMilliseconds),
            markTimes: session.marks.map(\.timeMilliseconds),
            hasLabels: hasLabels
        )
    }

    /// From when to when the time was not counted.
    private var pauseTimes: [ClosedRange<Int64>] {
        var pauses: [ClosedRange<Int64>] = []
        var start: Int64?
        for case .transition(let transition) in session.events {
            guard case .session(_, let state) = transition.change else { continue }
            switch state {
            case .pausedUser, .pausedBelt: start = start ?? transition.timeMilliseconds
            case .idle, .running, .ended:
                if let began = start { pauses.append(began...max(began, transition.timeMilliseconds)) }
                start = nil
            }
        }
        let end = session.summary.elapsedMilliseconds
        if let start { pauses.append(start...max(start, end)) }
        return pauses
    }

    private static func range(of means: [RunHistory.Mean]) -> ClosedRange<Int>? {
        means.compactMap(\.range).reduce(nil) { whole, range in
            guard let whole else { return range }
            return min(whole.lowerBound, range.lowerBound)...max(whole.upperBound, range.upperBound)
        }
    }

    /// `8.5`
    static func tenths(_ number: Int) -> String { MetricWords.decimal(Int64(number), places: 1) }
}
