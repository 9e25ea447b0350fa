/// Plans and their parts in a few words.
extension PlanSegment.Kind {
    /// `brisk walk`, `talking pace`
    public var words: String {
        switch self {
        case .briskWalk: "brisk walk"
        case .walk: "walk"
        case .run: "run"
        case .easyWalk: "easy walk"
        case .easy: "easy"
        case .band: "talking pace"
        }
    }
}

extension RunPlan {
    /// `easy run, 40 min`, `walk-run, week 5, run 2: 31 min`
    public var words: String {
        guard let total = totalMilliseconds else { return "no plan" }
        // All of them are half minutes.
        let minutes = total % 60_000 == 0 ? "\(total / 60_000) min" : "\(total / 60_000).5 min"
        guard let week = walkRunWeek else { return "easy run, \(minutes)" }
        return "walk-run, week \(week)" + (walkRunNumber.map { ", run \($0)" } ?? "") + ", \(minutes)"
    }

    /// Its parts in one line, repeated ones together: `brisk walk 5, 8 × (run 1, walk 1.5), easy walk 5`; in minutes.
    public var outline: String {
        var parts: [String] = []
        var rest = segments[...]
        while let first = rest.first {
            let length = [2, 4].first { Self.repeats(rest, every: $0) > 1 } ?? 1
            let times = length == 1 ? 1 : Self.repeats(rest, every: length)
            let words = rest.prefix(length).map(Self.words).joined(separator: ", ")
            parts.append(times > 1 ? "\(times) × (\(words))" : Self.words(first))
            rest = rest.dropFirst(length * times)
        }
        return parts.joined(separator: ", ")
    }

    /// How often the first parts come in a row.
    private static func repeats(_ segments: ArraySlice<PlanSegment>, every length: Int) -> Int {
        let pattern = segments.prefix(length)
        var (rest, times) = (segments, 0)
        while rest.prefix(length).elementsEqual(pattern), rest.count >= length {
            rest = rest.dropFirst(length)
            times += 1
        }
        return times
    }

    private static func words(_ segment: PlanSegment) -> String {
        let halves = segment.lengthMilliseconds / 30_000
        return "\(segment.kind.words) \(halves / 2)" + (halves % 2 == 0 ? "" : ".5")
    }
}
