/// What a run is to be: parts, one after the other, and so an end that is fixed before the start.
///
/// Its lengths are moving time: in a pause a plan stands still. Its ``id`` is what a recording and the log keep of it.
public struct RunPlan: Equatable, Sendable {
    /// Its name: `easy-40`, `walk_run-1`, `walk_run-5.2`, `open`.
    public let id: String
    /// Its parts in their order; none for a run without an end.
    public let segments: [PlanSegment]

    init(id: String, segments: [PlanSegment]) {
        self.id = id
        self.segments = segments
    }

    /// A run without a plan: it ends when the runner ends it.
    public static let open = RunPlan(id: "open", segments: [])

    /// A plan by its name; `nil` for a name that is none.
    public init?(id: String) {
        let words = id.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        switch (words.first, words.count) {
        case ("open", 1): self = .open
        case ("easy", 2):
            guard let minutes = Self.number(words[1]), let plan = RunPlan.easy(minutes: minutes) else { return nil }
            self = plan
        case ("walk_run", 2):
            let numbers = words[1].split(separator: ".", omittingEmptySubsequences: false).map(Self.number)
            guard (1...2).contains(numbers.count), let week = numbers[0], let run = numbers.count == 2 ? numbers[1] : 1,
                let plan = RunPlan.walkRun(week: week, run: run)
            else { return nil }
            self = plan
        default: return nil
        }
    }

    /// Two digits at most: `07` and `+7` are no numbers of ours.
    private static func number(_ text: Substring) -> Int? {
        guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            text == "0" || text.first != "0"
        else { return nil }
        return Int(text)
    }

    /// Does it have no end?
    public var isOpen: Bool { segments.isEmpty }

    /// Does it alternate walking and running?
    public var isWalkRun: Bool { segments.contains { $0.kind == .run } }

    /// How long it takes, in ms of moving time; `nil` for one without an end.
    public var totalMilliseconds: Int64? { isOpen ? nil : segments.reduce(0) { $0 + $1.lengthMilliseconds } }

    /// How much of it is meant to be in the conversational band, in ms; `nil` where that is not what it is about.
    public var bandMilliseconds: Int64? {
        let time = segments.reduce(0) { $0 + ($1.kind == .band ? $1.lengthMilliseconds : 0) }
        return time > 0 ? time : nil
    }

    /// When its last, easy part begins, in ms of moving time; `nil` for a plan that has none.
    public var coolDownMilliseconds: Int64? {
        guard segments.count > 1, let last = segments.last, last.kind == .easy || last.kind == .easyWalk else {
            return nil
        }
        return totalMilliseconds.map { $0 - last.lengthMilliseconds }
    }
}
