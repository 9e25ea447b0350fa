internal import Practice
import RunEngine

/// What is known of a run beside its zones, in rows for a person who asks: name and value, and where data was missing
/// for a part of the time, how much there was.
enum MetricWords {
    static func rows(for summary: RunSummary) -> [(name: String, value: String)] {
        var rows = summary.metrics.compactMap(row)
        if let speed = summary.speedDistanceMillimetres, let counter = summary.counterDistanceMillimetres {
            rows.append(
                (
                    "Speed, counter",
                    SessionSaying.bothDistances.text([
                        "speed": PlainText.kilometres(speed), "counter": PlainText.kilometres(counter),
                    ])
                )
            )
        }
        if summary.flaggedMilliseconds > 0 {
            rows.append(
                ("In doubt", SessionSaying.inDoubt.text(["seconds": "\((summary.flaggedMilliseconds + 500) / 1000)"]))
            )
        }
        return rows
    }

    private static func row(_ metric: Metric) -> (name: String, value: String)? {
        guard let words = words(for: metric.name) else { return nil }
        let number: String
        switch metric.name {
        case .walkingMilliseconds, .runningMilliseconds: number = "\((metric.units + 30_000) / 60_000) min"
        case .gradeAdjustedDistanceMetres: number = PlainText.kilometres(metric.units)
        case .gradeAdjustedPaceSecondsPerKm:
            let seconds = metric.units % 60
            number = "\(metric.units / 60):\(seconds < 10 ? "0" : "")\(seconds) min/km"
        case .alpha1Mean:
            number = SessionSaying.roughFigure.text(["figure": decimal(metric.units, places: metric.name.places)])
        default: number = decimal(metric.units, places: metric.name.places) + words.unit
        }
        if !metric.isWeak { return (words.name, number) }
        let share = SessionSaying.share.text(["figure": number, "percent": "\(metric.sharePerMille / 10)"])
        return (words.name, share)
    }

    /// The row's name and the unit; `nil` for what is said elsewhere.
    private static func words(for name: Metric.Name) -> (name: String, unit: String)? {
        switch name {
        case .peakBPM: ("Highest for 10 s", " bpm")
        // `steady zones` proposes it, where it is higher than the runner's maximum.
        case .observedMaximumBPM: nil
        case .driftBPMPer10Min: ("Drift", " bpm in 10 min at one speed")
        case .recoveryStandingBPM: ("Recovery", " bpm in a minute, standing")
        case .recoveryWalkingBPM: ("Recovery", " bpm in a minute, walking")
        case .edwardsLoad: ("Load, Edwards", "")
        case .banisterTRIMP: ("Load, Banister", " TRIMP")
        case .luciaLoad: ("Load, Lucia", "")
        case .heartRateLoadPercent: ("Load", " % of an hour at the threshold")
        case .loadBySquaresPercent: ("Load by squares", " % of an hour at the threshold")
        case .metresPerBeat: ("Metres a beat", " m")
        case .decouplingPercent: ("Decoupling", " % from the first half to the second")
        case .walkingMilliseconds: ("Walked", "")
        case .runningMilliseconds: ("Ran", "")
        case .meanSpeedKmH: ("Mean speed", " km/h")
        case .gradeAdjustedDistanceMetres: ("On the level", "")
        case .gradeAdjustedPaceSecondsPerKm: ("Pace on the level", "")
        case .climbMetres: ("Climbed", " m")
        case .energyKcal: ("Energy, about", " kcal")
        case .alpha1Mean: ("DFA alpha-1", "")
        case .alpha1Lowest: ("  lowest", "")
        case .alpha1Highest: ("  highest", "")
        case .intervalArtefactPercent: ("Beats mended", " %")
        case .restBeforeRMSSDMilliseconds: ("Before: RMSSD", " ms")
        case .restBeforeSDNNMilliseconds: ("  SDNN", " ms")
        case .restBeforePNN50Percent: ("  pNN50", " % of the differences")
        case .restBeforeSD1Milliseconds: ("  SD1", " ms")
        case .restBeforeSD2Milliseconds: ("  SD2", " ms")
        case .restAfterRMSSDMilliseconds: ("After: RMSSD", " ms")
        case .restAfterSDNNMilliseconds: ("  SDNN", " ms")
        case .restAfterPNN50Percent: ("  pNN50", " % of the differences")
        case .restAfterSD1Milliseconds: ("  SD1", " ms")
        case .restAfterSD2Milliseconds: ("  SD2", " ms")
        }
    }

    /// A number in units of 10^-`places`, with all of its places.
    static func decimal(_ units: Int64, places: Int) -> String {
        let sign = units < 0 ? "-" : ""
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return places == 0 ? sign + padded : "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
    }
}
