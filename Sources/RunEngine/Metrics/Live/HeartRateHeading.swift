/// Where the heart rate is about to be: the last reading plus 50 s of its slope over the last 20 s.
///
/// Fifty seconds are about as long as the heart takes to follow. There is nothing to say while the slope, by least
/// squares, is below 0.1 bpm/s, or the readings reach back less than 15 s. Whole numbers throughout. Of a sensor that
/// sends more than three times a second, the last 64 readings count.
struct HeartRateHeading: Sendable {
    private var window = ReadingWindow()

    /// How far the readings reach back, in ms.
    static let span: Int64 = 20_000
    /// How far they have to, in ms.
    static let shortestSpan: Int64 = 15_000
    /// How far ahead it looks, in ms.
    static let lead = 50_000

    mutating func add(bpm: Int, at time: Int64) {
        window.append(Reading(time: time, bpm: bpm))
        window.keep(after: time - Self.span)
    }

    /// The heart rate is not known, or has jumped to another level.
    mutating func restart() {
        window.removeAll()
    }

    /// In bpm, within what is plausible for a human.
    var bpm: Int? {
        guard window.span >= Self.shortestSpan else { return nil }
        let count = window.count
        let last = window[count - 1]
        // Times from the last reading backwards, so that the numbers stay small.
        var (times, rates, squares, products) = (0, 0, 0, 0)
        for index in 0..<count {
            let time = Int(window[index].time - last.time)
            times += time
            rates += window[index].bpm
            squares += time * time
            products += time * window[index].bpm
        }
        // The slope is rise / run in bpm/ms.
        let rise = count * products - times * rates
        let run = count * squares - times * times
        guard abs(rise) * 10_000 >= run else { return nil }
        let ahead = Self.dividingToNearest(Self.lead * rise, by: run)
        let range = RunnerProfile.plausibleBPM
        return min(max(last.bpm + ahead, range.lowerBound), range.upperBound)
    }

    /// The quotient by a number above 0, rounded to the nearest, halves away from zero.
    private static func dividingToNearest(_ dividend: Int, by divisor: Int) -> Int {
        (2 * dividend + (dividend < 0 ? -divisor : divisor)) / (2 * divisor)
    }
}
