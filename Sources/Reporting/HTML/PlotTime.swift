/// The width of a plot: the time of a run from its beginning to its end, and where labels stand.
struct PlotTime {
    /// The width of a plot in its own units.
    static let width: Int64 = 2000

    /// At least 1.
    let spanMilliseconds: Int64

    init(elapsedMilliseconds: Int64) { spanMilliseconds = min(max(1, elapsedMilliseconds), 1_000_000_000_000) }

    /// Where a time in ms lies, from the left, in units of the plot.
    func place(of milliseconds: Int64) -> Int64 {
        min(max(0, milliseconds), spanMilliseconds) * Self.width / spanMilliseconds
    }

    /// From the left, in per cent.
    func percent(of milliseconds: Int64) -> String { HTMLText.percent(milliseconds, of: spanMilliseconds) }

    /// Round times and their labels; the last one has the unit.
    var labels: [(milliseconds: Int64, text: String)] {
        let step = Self.step(spanMilliseconds, most: 6)
        let unit: (milliseconds: Int64, name: String) =
            step < 60_000 ? (1000, "s") : step < 3_600_000 ? (60_000, "min") : (3_600_000, "h")
        let times = Array(stride(from: 0, through: spanMilliseconds, by: Int(step)))
        return times.map { time in
            (time, "\(time / unit.milliseconds)" + (time == times.last && time > 0 ? " \(unit.name)" : ""))
        }
    }

    /// The shortest round step, in ms, of which at most so many make the span: whole minutes for all but a minute or two.
    static func step(_ spanMilliseconds: Int64, most: Int64) -> Int64 {
        let seconds: [Int64] = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600]
        if let step = seconds.first(where: {
            spanMilliseconds <= $0 * 1000 * most && ($0 >= 60 || spanMilliseconds <= 120_000)
        }) {
            return step * 1000
        }
        var step: Int64 = 7_200_000
        while spanMilliseconds > step * most { step *= 2 }
        return step
    }
}
