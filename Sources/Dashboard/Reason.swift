import RunEngine

extension RunScreen {
    /// Why the word is said, in a few words; `nil` where the word says it all.
    var reason: String? {
        guard showsZones, let live = run.live, let band = run.header?.band, let heartRate = live.heartRateBPM else {
            return nil
        }
        switch advice {
        case .easeOff:
            let over = NumberText.bounded(heartRate) - NumberText.bounded(band.upperBPM)
            if over <= 0 { return "coming down" }
            return isQuiet ? "a little above the band" : "\(over) bpm above the band"
        case .more:
            let under = NumberText.bounded(band.lowerBPM) - NumberText.bounded(heartRate)
            if under <= 0 { return "coming up" }
            return isQuiet ? "a little below the band" : "\(under) bpm below the band"
        case .hold: return word == .inside ? "in the band" : nil
        case .none, .pause: return nil
        }
    }
}
