/// What is said when it was much: a line a week at most, with its reason.
public enum EnoughSaying: String, Saying {
    case strain = "Your runs took more out of you than usual this week. An easy day or two is fine. Seen in: {signs}."
    case manyRuns = "{runs} runs this week. Five are plenty: a day off is part of it."
    case noRestDay = "A run on each of the last seven days. A day off is part of it."
    case longRun = "{minutes} minutes in one run. In a large survey more than 90 at once went with no more good days."
    case manyInMonth = "{runs} runs in 30 days. In a large survey more than 23 a month went with no more good days."
    case aboveUsual = "{minutes} minutes more than your usual week. What comes now may be short and easy."

    public var evidence: Evidence? {
        switch self {
        case .longRun, .manyInMonth: .curveTurns
        case .strain, .manyRuns, .noRestDay, .aboveUsual: nil
        }
    }
}

/// What is said before a hard run late in the day.
public enum EveningSaying: String, Saying {
    case hardAndLate = "A hard run this late can make it harder to fall asleep. An easy one is fine."

    public var evidence: Evidence? { .lateHardRuns }
}
