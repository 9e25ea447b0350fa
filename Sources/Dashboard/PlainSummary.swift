import Practice
import RunEngine

/// The end of a run in a few kind lines: the time first, the numbers after.
struct PlainSummary {
    let lines: [String]

    /// `header`: of the session, where it is known. `plan`: where the runner is in it at the end, if they had one.
    init(_ summary: RunSummary, of header: SessionHeader?, plan: PlanFollower? = nil, showsZones: Bool = true) {
        var lines = [plan.flatMap { Self.partly(summary, of: $0) } ?? Self.time(summary)]
        if let plan, plan.plan.isWalkRun { lines += Self.walkedAndRan(plan) }
        if showsZones, summary.heartRate != nil { lines.append(Self.band(summary, of: header)) }
        if let distance = summary.distanceMillimetres {
            let speed = summary.metrics.first { $0.name == .meanSpeedKmH }
            let words = speed.map { ", at \(NumberText.speed(centiKmH: Int($0.units))) km/h on average" } ?? ""
            lines.append("Distance: \(NumberText.kilometres(millimetres: distance)) km\(words).")
        }
        if let heartRate = summary.heartRate {
            lines.append(
                """
                Heart rate: about \(heartRate.averageBPM) bpm on average, from \(heartRate.minimumBPM) to \
                \(heartRate.maximumBPM).
                """
            )
        } else {
            lines.append("No heart rate was heard this time.")
        }
        self.lines = lines
    }

    private static func time(_ summary: RunSummary) -> String {
        let minutes = NumberText.minutes(summary.elapsedMilliseconds)
        let pause = NumberText.nearestMinutes(summary.pausedMilliseconds)
        let pauseWords = pause > 0 ? ", \(pause) of them paused" : ""
        return minutes > 0 ? "Done: \(minutes) min\(pauseWords). That counts." : "Done: less than a minute."
    }

    /// Of a plan that was left early, what was done of it; `nil` for any other, and for less than a minute.
    private static func partly(_ summary: RunSummary, of plan: PlanFollower) -> String? {
        let (moved, overflow) = summary.elapsedMilliseconds.subtractingReportingOverflow(summary.pausedMilliseconds)
        if overflow || moved < 60_000 { return nil }
        return PlanWords.partly(moved, of: plan.plan)
    }

    /// Walking is as good as running.
    private static func walkedAndRan(_ plan: PlanFollower) -> [String] {
        let walked = NumberText.nearestMinutes(plan.walkedMilliseconds)
        let ran = NumberText.nearestMinutes(plan.ranMilliseconds)
        switch (walked, ran) {
        case (0, 0): return []
        case (_, 0): return [PlanSaying.walked.text(["walked": "\(walked)"])]
        case (0, _): return [PlanSaying.ran.text(["ran": "\(ran)"])]
        default: return [PlanSaying.walkedAndRan.text(["walked": "\(walked)", "ran": "\(ran)"])]
        }
    }

    /// What is not known is told with what is.
    private static func band(_ summary: RunSummary, of header: SessionHeader?) -> String {
        let inside = NumberText.nearestMinutes(summary.insideMilliseconds)
        var words = "In the band: \(inside) min"
        if let header {
            let origin = header.basis.map { ": \($0.bandWords)" } ?? ""
            words = "In the band (\(header.band.lowerBPM) to \(header.band.upperBPM) bpm\(origin)): \(inside) min"
        }
        if summary.unknownMilliseconds < 1000 { return words + "." }
        let unknown = NumberText.nearestMinutes(summary.unknownMilliseconds)
        return words + "; for \(unknown > 0 ? "\(unknown) min" : "less than a minute") the heart rate was not known."
    }
}
