import Practice
import RunEngine
import SensorCodec
import SessionStore

extension SessionPage {
    /// The time in each zone, as bars with numbers.
    var zones: String {
        let summary = session.summary
        let zones = session.header.zones
        var rows = ZoneRow.rows(of: zones).map { row in
            let time = summary.zoneMilliseconds.indices.contains(row.zone) ? summary.zoneMilliseconds[row.zone] : 0
            return (row.name, row.range, "zones.\(row.zone).time_ms", time)
        }
        if summary.heartRate == nil { return "" }
        if summary.unknownMilliseconds >= 1000 {
            rows.append(("not known", "", "unknown_ms", summary.unknownMilliseconds))
        }
        let whole = rows.reduce(0) { $0 + $1.3 }
        let most = rows.map(\.3).max() ?? 0
        let body = rows.map { name, range, key, time in
            """
            <tr><th scope="row">\(HTMLText.escaped(name)) <small>\(range)</small></th><td>\(Self.clock(key, time))</td>\
            <td>\(PlainText.percent(time, of: whole)) %</td><td class="bar" aria-hidden="true">\
            <i\(range.isEmpty ? " class=\"rest\"" : "") style="width:\(HTMLText.percent(time, of: most))"></i></td></tr>

            """
        }.joined()
        let numbers = session.header.basis?.numberSentences(for: zones.model).joined(separator: " ") ?? ""
        let remark = numbers.isEmpty ? "" : "<p class=\"remark\">\(HTMLText.escaped(numbers))</p>\n"
        return Self.section(
            "zones",
            HTMLText.escaped(zones.model.title),
            """
            <table class="zones">
            <thead><tr><th scope="col">Zone</th><th scope="col">Time</th><th scope="col">Share</th>\
            <td></td></tr></thead>
            <tbody>
            \(body)</tbody>
            </table>
            \(remark)
            """
        )
    }

    /// The laps, one a row.
    var laps: String {
        let laps = session.laps
        if laps.isEmpty { return "" }
        let hasDistance = laps.contains { $0.distanceMillimetres != nil }
        let heads = ["Lap", "Time", "In the band"] + (hasDistance ? ["Distance"] : []) + ["Heart rate"]
        let body = laps.enumerated().map { index, lap in
            let key = "laps.\(index)"
            var cells = [
                Self.clock("\(key).elapsed_ms", lap.elapsedMilliseconds),
                Self.clock("\(key).in_ms", lap.insideMilliseconds),
            ]
            if hasDistance { cells.append(lap.distanceMillimetres.map { Self.way("\(key).distance_m", $0) } ?? "–") }
            cells.append(lap.heartRate.map(Self.range) ?? "–")
            return "<tr><th scope=\"row\">\(lap.number)</th>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>\n"
        }
        return Self.section("laps", "Laps", Self.table("laps", heads, body.joined()))
    }

    /// What the runner noted, and when; with the numbers that the marks have in the plots.
    var marks: String {
        Self.section(
            "marks",
            "Marks",
            Self.pairs(
                session.marks.enumerated().map { index, mark in
                    ("▲\(index + 1)  \(PlainText.clock(mark.timeMilliseconds))", mark.text)
                }
            )
        )
    }

    /// What else is known of the run.
    var figures: String {
        let rows = MetricWords.rows(for: session.summary)
        return Self.section("figures", "Figures", Self.pairs(rows.map { ($0.name, $0.value) }))
    }

    /// What was odd about the sensors, and what can be done.
    var noticed: String {
        let notices = session.events.compactMap { if case .notice(let notice) = $0 { notice } else { nil } }
        return Self.section(
            "noticed",
            "Noticed about the sensors",
            Self.pairs(notices.map { (PlainText.clock($0.timeMilliseconds), words($0)) })
        )
    }

    /// The sensors that took part, and how full their batteries were in the end.
    var sensors: String {
        var seen: [(identity: SensorIdentity, kind: SensorKind, name: String?, battery: Int?)] = []
        for case .sensor(let status) in session.events {
            if let index = seen.firstIndex(where: { $0.identity == status.sensor && $0.kind == status.kind }) {
                seen[index].name = status.name ?? seen[index].name
                seen[index].battery = status.batteryPercent ?? seen[index].battery
            } else {
                seen.append((status.sensor, status.kind, status.name, status.batteryPercent))
            }
        }
        let rows = seen.map { sensor in
            let name = sensor.name.flatMap { $0.isEmpty ? nil : $0 } ?? "\(sensor.identity)"
            return (
                sensor.kind.words, name + (sensor.battery.map { SensorSaying.battery.text(["percent": "\($0)"]) } ?? "")
            )
        }
        return Self.section("sensors", "Sensors", Self.pairs(rows))
    }

    /// The plots in numbers, for whoever reads them better.
    var numbers: String {
        let elapsed = session.summary.elapsedMilliseconds
        let step = PlotTime.step(max(1, elapsed), most: 16)
        let count = Int((max(1, elapsed) + step - 1) / step)
        let columns = history.columns(count, spanMilliseconds: step * Int64(count))
        let hasSpeed = columns.contains { $0.speedCentiKmH.value != nil }
        let hasIncline = columns.contains { $0.inclinationDeciPercent.value != nil }
        if !hasSpeed, columns.allSatisfy({ $0.heartRateBPM.value == nil }) { return "" }
        var heads = ["From", "Heart rate, bpm"]
        if hasSpeed { heads.append("Speed, km/h") }
        if hasIncline { heads.append("Incline, %") }
        let body = columns.enumerated().map { index, column in
            var cells = [Self.heartRate(column.heartRateBPM)]
            if hasSpeed { cells.append(column.speedCentiKmH.value.map { Self.tenths(($0 + 5) / 10) } ?? "–") }
            if hasIncline { cells.append(column.inclinationDeciPercent.value.map(Self.tenths) ?? "–") }
            return "<tr><th scope=\"row\">\(PlainText.clock(Int64(index) * step))</th>"
                + cells.map { "<td>\($0)</td>" }.joined() + "</tr>\n"
        }.joined()
        return Self.section(
            "numbers",
            "In numbers",
            """
            <details>
            <summary>\(HTMLText.escaped(PageSaying.table.text()))</summary>
            \(Self.table("numbers", heads, body))</details>

            """
        )
    }

    /// The mean, and from where to where it went.
    private static func heartRate(_ mean: RunHistory.Mean) -> String {
        guard let value = mean.value, let range = mean.range else { return "–" }
        return "\(value) <small>\(range.lowerBound) to \(range.upperBound)</small>"
    }

    private static func range(_ rate: RunSummary.HeartRate) -> String {
        "\(rate.averageBPM) <small>\(rate.minimumBPM) to \(rate.maximumBPM)</small>"
    }

    /// A table of rows that are HTML, under its heads.
    private static func table(_ name: String, _ heads: [String], _ rows: String) -> String {
        """
        <table class="\(name)">
        <thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead>
        <tbody>
        \(rows)</tbody>
        </table>

        """
    }

    /// A table of names and values; nothing where there is none.
    private static func pairs(_ rows: [(name: String, value: String)]) -> String {
        if rows.isEmpty { return "" }
        let body = rows.map { row in
            let indent = row.name.hasPrefix(" ") ? " class=\"part\"" : ""
            return "<tr><th scope=\"row\"\(indent)>\(HTMLText.escaped(String(row.name.trimmed)))</th>"
                + "<td>\(HTMLText.escaped(row.value))</td></tr>\n"
        }
        return "<table class=\"pairs\">\n<tbody>\n\(body.joined())</tbody>\n</table>\n"
    }
}

extension String {
    /// Without spaces at its beginning.
    fileprivate var trimmed: Substring { drop { $0 == " " } }
}

extension SensorKind {
    /// What a sensor is called by what it measures.
    var words: String {
        switch self {
        case .heartRate: "Heart rate"
        case .treadmill: "Treadmill"
        case .footPod: "Foot pod"
        }
    }
}
