import Practice
import RunEngine

/// The numbers in lines for small screens. What does not fit is left out whole: half a number would be a wrong one.
struct ShortLines {
    let screen: RunScreen
    let columns: Int

    /// Speed, incline and distance, as many as fit.
    var belt: String {
        let live = screen.run.live
        let parts = [
            ValueRow.measured(NumberText.speed(centiKmH: live?.speedCentiKmH), "km/h"),
            ValueRow.measured(NumberText.inclination(deciPercent: live?.inclinationDeciPercent), "%"),
            ValueRow.measured(NumberText.kilometres(millimetres: screen.run.distanceMillimetres), "km"),
        ]
        var line = ""
        for part in parts {
            let longer = line.isEmpty ? part : "\(line)  \(part)"
            if longer.count > columns { break }
            line = longer
        }
        return line
    }

    /// Minutes in the band, of today's aim where there is one.
    var band: String {
        if !screen.showsZones { return "" }
        return [screen.aimLine.text, screen.aimLine.shortText].first { $0.count <= columns } ?? ""
    }

    /// Where the runner is in their plan; where there is none, the minutes in the band. In the band it is both.
    var planOrBand: String {
        guard let words = screen.planWords else { return band }
        if let present = words.plan.present, present.kind == .band, screen.showsZones, !words.isDone, !words.isQuiet {
            let left = NumberText.countdown(present.leftMilliseconds)
            let both = [
                BandSaying.minutesAndLeft.text(["minutes": screen.aimLine.text, "left": left]),
                BandSaying.shortMinutesAndLeft.text(["minutes": screen.aimLine.shortText, "left": left]),
            ]
            if let line = both.first(where: { $0.count <= columns }) { return line }
        }
        return words.text(columns: columns)
    }

    /// A mark for a run that is not live.
    var source: String {
        switch screen.run.header?.source {
        case .demo: "demo"
        case .replay: "replay"
        case .bluez, .monitor, nil: ""
        }
    }
}
