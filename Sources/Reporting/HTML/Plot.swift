import RunEngine

/// A quantity over the time of a run: inline SVG that takes the width it is given, with labels around it that keep their
/// size. People who do not see it get the description.
struct Plot {
    /// For the page's own references; letters.
    var id: String
    var title: String
    var unit: String
    var description: String
    var means: [RunHistory.Mean]
    var stepMilliseconds: Int64
    var time: PlotTime
    var scale: PlotScale
    /// The words of a value beside the axis.
    var label: (Int) -> String
    var moments: PlotMoments
    /// Drawn behind the line.
    var band: TargetBand?
    /// The line has holes that are worth a word.
    var hasGaps = false

    var html: String {
        let line = PlotLine(means, stepMilliseconds: stepMilliseconds, time: time, scale: scale)
        let area = line.area.isEmpty ? "" : "<path class=\"area\" d=\"\(line.area)\"/>"
        return """
            <figure class="plot \(id)">
            <figcaption><b>\(title)</b> <span>in \(unit)</span>\(legend)</figcaption>
            <div class="frame">
            \(moments.labels(time))<div class="values" aria-hidden="true">\(valueLabels)</div>
            <svg viewBox="0 0 \(PlotTime.width) \(PlotScale.height)" preserveAspectRatio="none" role="img" \
            aria-labelledby="\(id)-title \(id)-description">
            <title id="\(id)-title">\(title)</title>
            <desc id="\(id)-description">\(HTMLText.escaped(description))</desc>
            \(moments.pauses(time))\(strip)<path class="grid" d="\(grid)"/>
            \(area)<path class="line" d="\(line.line)"/>\(moments.lines(time))
            </svg>
            <div class="times" aria-hidden="true">\(timeLabels)</div>
            </div>
            </figure>

            """
    }

    /// What is drawn beside the line, in the first plot for all.
    private var legend: String {
        var parts: [String] = []
        if let band {
            parts.append("<i class=\"swatch band\"></i>band, \(band.lowerBPM) to \(band.upperBPM)")
        }
        if hasGaps { parts.append("<i class=\"swatch gap\"></i>not known") }
        if moments.hasLabels, !moments.pauseTimes.isEmpty { parts.append("<i class=\"swatch pause\"></i>paused") }
        return parts.isEmpty ? "" : "<span class=\"legend\">\(parts.map { "<span>\($0)</span>" }.joined())</span>"
    }

    /// The band as a strip with edges, so that it needs no colour.
    private var strip: String {
        guard let band else { return "" }
        let upper = scale.place(of: band.upperBPM)
        let lower = scale.place(of: band.lowerBPM)
        return """
            <rect class="band" x="0" y="\(upper)" width="\(PlotTime.width)" height="\(max(1, lower - upper))"/>\
            <path class="edge" d="M0 \(upper)H\(PlotTime.width)M0 \(lower)H\(PlotTime.width)"/>

            """
    }

    private var grid: String {
        scale.labels.filter { !$0.isBand }.map { "M0 \(scale.place(of: $0.value))H\(PlotTime.width)" }.joined()
    }

    private var valueLabels: String {
        scale.labels.map { label in
            let top = HTMLText.percent(Int64(scale.place(of: label.value)), of: Int64(PlotScale.height))
            return
                "<span\(label.isBand ? " class=\"band\"" : "") style=\"top:\(top)\">\(self.label(label.value))</span>"
        }.joined()
    }

    private var timeLabels: String {
        time.labels.map { "<span style=\"left:\(time.percent(of: $0.milliseconds))\">\($0.text)</span>" }.joined()
    }
}
