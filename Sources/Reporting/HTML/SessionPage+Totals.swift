import Practice
import RunEngine
import SessionStore

extension SessionPage {
    /// The numbers that are read first, large, and those that belong to them.
    var totals: String {
        let summary = session.summary
        var large = [
            Self.total(
                "Time",
                Self.clock("elapsed_ms", summary.elapsedMilliseconds),
                summary.pausedMilliseconds > 0 ? "paused \(Self.clock("paused_ms", summary.pausedMilliseconds))" : ""
            )
        ]
        if summary.heartRate != nil {
            let band = session.header.band
            large.append(
                Self.total(
                    "In the band",
                    Self.clock("bands.in_ms", summary.insideMilliseconds),
                    "\(band.lowerBPM) to \(band.upperBPM) bpm, conversational"
                )
            )
        }
        if let distance = summary.distanceMillimetres {
            large.append(Self.total("Distance", Self.way("distance_m", distance), ""))
        }
        if let rate = summary.heartRate {
            let range = "\(Self.bpm("minimum_bpm", rate.minimumBPM)) to \(Self.bpm("maximum_bpm", rate.maximumBPM))"
            large.append(
                Self.total("Heart rate", Self.bpm("average_bpm", rate.averageBPM) + " bpm", "on average; \(range)")
            )
        }
        return """
            <section aria-label="Totals">
            <dl class="totals">
            \(large.joined())</dl>
            \(bandWords)</section>

            """
    }

    /// Where the time went beside the band, and what the band is made of.
    private var bandWords: String {
        let summary = session.summary
        if summary.heartRate == nil { return "<p>\(HTMLText.escaped(PageSaying.noHeartRate.text()))</p>\n" }
        let below = Self.clock("bands.below_ms", summary.belowMilliseconds)
        let above = Self.clock("bands.above_ms", summary.aboveMilliseconds)
        let words =
            summary.unknownMilliseconds > 0
            ? PageSaying.outsideAndUnknown.text([
                "below": below, "above": above, "unknown": Self.clock("unknown_ms", summary.unknownMilliseconds),
            ]) : PageSaying.outside.text(["below": below, "above": above])
        let origin = session.header.basis.map { " \(HTMLText.escaped($0.bandSentence))" } ?? ""
        return "<p>\(words)\(origin)</p>\n"
    }

    /// A name, its number, and a remark; the last two as HTML.
    private static func total(_ name: String, _ number: String, _ remark: String) -> String {
        let remark = remark.isEmpty ? "" : "<dd class=\"remark\">\(remark)</dd>"
        return "<div><dt>\(name)</dt><dd>\(number)</dd>\(remark)</div>\n"
    }

    /// A time as a clock.
    static func clock(_ key: String, _ milliseconds: Int64) -> String {
        HTMLText.number(key, "\(milliseconds)", PlainText.clock(milliseconds))
    }

    /// A way, in km; the number behind it is in m.
    static func way(_ key: String, _ millimetres: Int64) -> String {
        HTMLText.number(key, MetricWords.decimal(millimetres, places: 3), PlainText.kilometres(millimetres))
    }

    private static func bpm(_ key: String, _ bpm: Int) -> String {
        HTMLText.number("heart_rate.\(key)", "\(bpm)", "\(bpm)")
    }
}
