internal import RunEngine

/// A sign that the runs took more out of the runner than usual. One of them means little; two are told.
///
/// The figures are design: there is no marker that all agree on, and none of them is a finding about health.
enum StrainSign: CaseIterable {
    /// The resting heart rate is 5 bpm or more above its median of 28 days, on 3 days of the last 7.
    case restingHeartRate
    /// The heart rate is 5 bpm or more above what it was at about this speed, in 3 runs of the last 14 days.
    case heartRateAtSpeed
    /// Dots for feeling or sleep at 1 or 2, on 3 days of the last 7.
    case dots
    /// Days that are all alike (Foster's monotony above 2), in a week that is among the fullest quarter.
    case monotony

    /// How many have to show.
    static let enough = 2
    /// How many days have to be known, from the first start on.
    static let leastDays: Int64 = 21
    private static let bpmAbove = 5
    private static let times = 3
    /// What is about the same speed, in 0.01 km/h.
    private static let sameSpeedCentiKmH = 30

    /// In a few words, as part of a sentence.
    var words: String {
        switch self {
        case .restingHeartRate: "resting heart rate"
        case .heartRateAtSpeed: "heart rate at your easy speed"
        case .dots: "your dots"
        case .monotony: "full days without easy ones between"
        }
    }

    func shows(in past: PracticePast) -> Bool {
        switch self {
        case .restingHeartRate: Self.restingShows(past)
        case .heartRateAtSpeed: Self.speedShows(past)
        case .dots: Self.dotsShow(past)
        case .monotony: Self.monotonyShows(past)
        }
    }

    private static func restingShows(_ past: PracticePast) -> Bool {
        let known = past.days.filter { $0.date.daysSince1970 > past.day - 28 }
        guard let median = median(known.compactMap(\.restingBPM)) else { return false }
        let high = known.filter { $0.date.daysSince1970 > past.day - 7 && $0.restingBPM ?? 0 >= median + bpmAbove }
        return Set(high.map(\.date.daysSince1970)).count >= times
    }

    /// Compared with easy runs of the six weeks before, three at least: half of each in the band.
    private static func speedShows(_ past: PracticePast) -> Bool {
        let before = past.runs(daysAgo: 14...55).filter {
            $0.isRun && $0.insideMilliseconds >= $0.movingMilliseconds / 2
        }
        let high = past.runs(ofLast: 14).filter { run in
            guard run.isRun, let speed = run.speedCentiKmH, let rate = run.averageBPM else { return false }
            let alike = before.filter { $0.speedCentiKmH.map { abs($0 - speed) <= sameSpeedCentiKmH } ?? false }
                .compactMap(\.averageBPM)
            guard alike.count >= times, let median = median(alike) else { return false }
            return rate >= median + bpmAbove
        }
        return high.count >= times
    }

    /// Of a run counts how it ended: to have felt low before it is what many run for.
    private static func dotsShow(_ past: PracticePast) -> Bool {
        let nights = past.days.filter { $0.date.daysSince1970 > past.day - 7 && isLow($0.sleep) }
            .map(\.date.daysSince1970)
        let runs = past.runs(ofLast: 7).filter { isLow($0.feelingAfter ?? $0.feelingBefore) }.map(\.day)
        return Set(nights + runs).count >= times
    }

    private static func isLow(_ dots: Int?) -> Bool { dots.map { (1...2).contains($0) } ?? false }

    /// The last seven days beside the weeks before them, three at least that have a load.
    private static func monotonyShows(_ past: PracticePast) -> Bool {
        var days = Array(repeating: 0.0, count: 7)
        for run in past.runs(ofLast: 7) { days[Int(past.day - run.day)] += Double(run.loadTenths ?? 0) / 10 }
        guard let load = WeekLoad(dailyLoads: days), load.monotony ?? 0 > 2 else { return false }
        var weeks: [Int64: Double] = [:]
        for run in past.runs(daysAgo: 7...371) {
            weeks[(past.day - run.day) / 7, default: 0] += Double(run.loadTenths ?? 0) / 10
        }
        let known = weeks.values.filter { $0 > 0 }
        return known.count >= 3 && known.count { $0 > load.sum } * 4 < known.count + 1
    }

    /// Of an even number the mean of the middle two, rounded down; `nil` of none.
    private static func median(_ numbers: [Int]) -> Int? {
        if numbers.isEmpty { return nil }
        let sorted = numbers.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
