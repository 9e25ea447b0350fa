/// What happened when, across the plots: pauses as strips, laps as lines, marks as arrows; all times in ms.
struct PlotMoments {
    /// From when to when the time was not counted.
    var pauseTimes: [ClosedRange<Int64>] = []
    /// When laps ended, the last one left out.
    var lapEnds: [Int64] = []
    /// When the runner set marks.
    var markTimes: [Int64] = []
    /// True where numbers stand above the plot.
    var hasLabels = false

    func pauses(_ time: PlotTime) -> String {
        let strips = pauseTimes.map { pause in
            let start = time.place(of: pause.lowerBound)
            return "<rect class=\"pause\" x=\"\(start)\" y=\"0\" "
                + "width=\"\(max(1, time.place(of: pause.upperBound) - start))\" height=\"\(PlotScale.height)\"/>"
        }
        return strips.joined()
    }

    func lines(_ time: PlotTime) -> String {
        func lines(_ times: [Int64], _ name: String) -> String {
            if times.isEmpty { return "" }
            let data = times.map { "M\(time.place(of: $0)) 0V\(PlotScale.height)" }.joined()
            return "<path class=\"\(name)\" d=\"\(data)\"/>"
        }
        return lines(lapEnds, "lap") + lines(markTimes, "mark")
    }

    /// Numbers above the plot, as many as have room: `lap 2` where the second one begins, `▲1` at the first mark.
    func labels(_ time: PlotTime) -> String {
        guard hasLabels else { return "" }
        let laps = lapEnds.isEmpty ? [] : [0] + lapEnds
        // On the narrowest page a lap's label takes a sixth of the width, and begins at its line.
        return row(laps.filter { $0 * 100 < time.spanMilliseconds * 85 }, "laps", time, gapPerMille: 200) {
            "lap \($0)"
        }
            + row(markTimes, "marks", time, gapPerMille: 90) { "▲\($0)" }
    }

    private func row(_ times: [Int64], _ name: String, _ time: PlotTime, gapPerMille: Int64, _ text: (Int) -> String)
        -> String
    {
        var last: Int64?
        var labels = ""
        for (index, moment) in times.enumerated() {
            let place = min(max(0, moment), time.spanMilliseconds) * 1000 / time.spanMilliseconds
            if let last, place - last < gapPerMille { continue }
            last = place
            labels += "<span style=\"left:\(time.percent(of: moment))\">\(text(index + 1))</span>"
        }
        return labels.isEmpty ? "" : "<div class=\"\(name)\" aria-hidden=\"true\">\(labels)</div>\n"
    }
}
