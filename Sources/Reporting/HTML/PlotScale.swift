import RunEngine

/// The height of a plot: from which value to which, and where labels stand.
struct PlotScale {
    /// The height of a plot in its own units.
    static let height = 1000

    let lowest: Int
    let highest: Int
    let labels: [Label]

    /// A value with a label beside it.
    struct Label {
        var value: Int
        /// An edge of the band.
        var isBand = false
    }

    /// Labels that are nearer to each other than this share of the height, in per cent, would touch.
    private static let leastGapPercent = 11

    /// Heart rates in bpm: all readings, the band and some room around it.
    init(readings: ClosedRange<Int>, band: TargetBand) {
        let edges = [min(max(20, band.lowerBPM), 260), min(max(20, band.upperBPM), 260)].sorted()
        let round = Self.round(
            min(readings.lowerBound, edges[0] - 8)...max(readings.upperBound, edges[1] + 8),
            [10],
            99
        )
        lowest = round.lowest
        highest = round.highest
        let step = [10, 20, 50, 100].first { ($0 * 5) >= round.highest - round.lowest } ?? 100
        let gap = (highest - lowest) * Self.leastGapPercent
        let bandEdges = (edges[1] - edges[0]) * 100 >= gap ? edges : [edges[1]]
        let ticks = stride(from: (lowest + step - 1) / step * step, through: highest, by: step)
            .filter { tick in bandEdges.allSatisfy { abs($0 - tick) * 100 >= gap } }
        labels = ticks.map { Label(value: $0) } + bandEdges.map { Label(value: $0, isBand: true) }
    }

    /// Any values, from 0 on or across it, with few labels at whole multiples of one of the steps, which rise.
    init(readings: ClosedRange<Int>, steps: [Int]) {
        let round = Self.round(min(0, readings.lowerBound)...max(steps[0], readings.upperBound), steps, 3)
        lowest = round.lowest
        highest = round.highest
        labels = stride(from: lowest, through: highest, by: round.step).map { Label(value: $0) }
    }

    /// Where a value lies, counted from the top, in units of the plot.
    func place(of value: Int) -> Int {
        (highest - min(max(lowest, value), highest)) * Self.height / (highest - lowest)
    }

    /// The whole multiples of the first step that makes at most so many parts; the last step is doubled until it does.
    private static func round(
        _ values: ClosedRange<Int>,
        _ steps: [Int],
        _ most: Int
    ) -> (lowest: Int, highest: Int, step: Int) {
        func bounds(_ step: Int) -> (lowest: Int, highest: Int, step: Int) {
            let below = values.lowerBound < 0 ? (values.lowerBound - step + 1) / step : values.lowerBound / step
            let above = values.upperBound > 0 ? (values.upperBound + step - 1) / step : values.upperBound / step
            return (below * step, max(above, below + 1) * step, step)
        }
        var step = steps[steps.count - 1]
        func fits(_ step: Int) -> Bool { (bounds(step).highest - bounds(step).lowest) / step <= most }
        if let fitting = steps.first(where: fits) { return bounds(fitting) }
        while !fits(step) { step *= 2 }
        return bounds(step)
    }
}
