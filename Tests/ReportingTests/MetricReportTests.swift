import RunEngine
import TestSupport
import Testing

@testable import Reporting

/// The metrics of a run as programs and people read them.
@Suite("Metrics, reported")
struct MetricReportTests {
    private var summary: RunSummary {
        var summary = RunSummary()
        summary.flaggedMilliseconds = 61_500
        summary.speedDistanceMillimetres = 5_050_000
        summary.counterDistanceMillimetres = 5_000_000
        summary.metrics = [
            Metric(.peakBPM, units: 142), Metric(.observedMaximumBPM, units: 141),
            Metric(.decouplingPercent, units: -5, sharePerMille: 725), Metric(.runningMilliseconds, units: 1_770_000),
            Metric(.gradeAdjustedPaceSecondsPerKm, units: 425), Metric(.alpha1Mean, units: 87),
        ]
        return summary
    }

    @Test("programs get each by its name, and the share of those that had too little data")
    func json() throws {
        var lines = RunLines()
        lines.apply(.summary(summary))
        let text = String(decoding: lines.json.octets, as: UTF8.self)
        #expect(
            text.contains(
                #""metrics":{"peak_bpm":142,"observed_maximum_bpm":141,"decoupling_percent":-0.5,"running_ms":1770000,"#
                    + #""grade_adjusted_pace_s_per_km":425,"dfa_alpha1_mean":0.87},"#
                    + #""weak_metrics":{"decoupling_percent_share_percent":72.5}"#
            )
        )
    }

    @Test("people get rows with units, and are told where data was missing")
    func rows() {
        #expect(
            MetricWords.rows(for: summary).map { "\($0.name): \($0.value)" } == [
                "Highest for 10 s: 142 bpm",
                "Decoupling: -0.5 % from the first half to the second  (data for 72 % of the time)",
                "Ran: 30 min", "Pace on the level: 7:05 min/km",
                "DFA alpha-1: 0.87 on average, a rough figure",
                "Speed, counter: 5.05 km by the speed, 5.00 km counted", "In doubt: 62 s of the heart rate",
            ]
        )
    }

    @Test("every metric but the proposed maximum has a row, and its name fits")
    func all() {
        var summary = RunSummary()
        summary.metrics = Metric.Name.allCases.map { Metric($0, units: 0) }
        let rows = MetricWords.rows(for: summary)
        #expect(rows.count == Metric.Name.allCases.count - 1)
        #expect(rows.allSatisfy { $0.name.count <= 17 })
    }
}
