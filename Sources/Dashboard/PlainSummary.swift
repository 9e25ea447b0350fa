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
            lines.append(Self.distance(distance, speed: speed))
        }
        if let heartRate = summary.heartRate {
            lines.append(
                SummarySaying.heartRate.text([
                    "average": "\(heartRate.averageBPM)", "lowest": "\(heartRate.minimumBPM)",
                    "highest": "\(heartRate.maximumBPM)",
                ])
            )
        } else {
            lines.append(SummarySaying.noHeartRate.text())
        }
        self.lines = lines
    }

    private static func time(_ summary: RunSummary) -> String {
        let minutes = NumberText.minutes(summary.elapsedMilliseconds)
        let pause = NumberText.nearestMinutes(summary.pausedMilliseconds)
        if minutes <= 0 { return SummarySaying.short.text() }
        if pause <= 0 { return SummarySaying.done.text(["minutes": "\(minutes)"]) }
        return SummarySaying.doneWithPause.text(["minutes": "\(minutes)", "paused": "\(pause)"])
    }

    private static func distance(_ millimetres: Int64, speed: Metric?) -> String {
        let distance = NumberText.kilometres(millimetres: millimetres)
        guard let speed else { return SummarySaying.distance.text(["distance": distance]) }
        return SummarySaying.distanceAndSpeed.text([
            "distance": distance, "speed": NumberText.speed(centiKmH: Int(speed.units)),
        ])
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
        let inside = "\(NumberText.nearestMinutes(summary.insideMilliseconds))"
        let unknown = summary.unknownMilliseconds < 1000 ? nil : time(summary.unknownMilliseconds)
        let band = header.map { header in
            "\(header.band.lowerBPM) to \(header.band.upperBPM) bpm" + (header.basis.map { ": \($0.bandWords)" } ?? "")
        }
        return switch (band, unknown) {
        case (nil, nil): SummarySaying.band.text(["minutes": inside])
        case (nil, let unknown?): SummarySaying.bandAndUnknown.text(["minutes": inside, "unknown": unknown])
        case (let band?, nil): SummarySaying.bandOf.text(["band": band, "minutes": inside])
        case (let band?, let unknown?):
            SummarySaying.bandOfAndUnknown.text(["band": band, "minutes": inside, "unknown": unknown])
        }
    }

    /// `2 min`
    private static func time(_ milliseconds: Int64) -> String {
        let minutes = NumberText.nearestMinutes(milliseconds)
        return minutes > 0 ? "\(minutes) min" : SummarySaying.underAMinute.text()
    }
}
