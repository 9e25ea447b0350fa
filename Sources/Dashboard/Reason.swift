import Practice
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
            if over <= 0 { return ReasonSaying.comingDown.text() }
            return isQuiet ? BandSaying.littleAbove.text() : ReasonSaying.above.text(["bpm": "\(over)"])
        case .more:
            let under = NumberText.bounded(band.lowerBPM) - NumberText.bounded(heartRate)
            if under <= 0 { return ReasonSaying.comingUp.text() }
            return isQuiet ? BandSaying.littleBelow.text() : ReasonSaying.below.text(["bpm": "\(under)"])
        case .hold: return word == .inside ? BandSaying.inside.text() : nil
        case .none, .pause: return nil
        }
    }
}
