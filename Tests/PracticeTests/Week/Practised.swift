import Practice
import RunEngine

/// Made-up practice.
enum Practised {
    /// A Wednesday.
    static let today = day("2026-11-25")

    static func day(_ text: String) -> CivilDate {
        guard let day = CivilDate(text) else { preconditionFailure("'\(text)' is no day.") }
        return day
    }

    /// So many days before a day.
    static func day(_ daysAgo: Int, before day: CivilDate = today) -> CivilDate {
        CivilDate(daysSince1970: day.daysSince1970 - Int64(daysAgo))
    }

    /// A run at noon UTC of so many minutes, so many days ago.
    static func run(_ daysAgo: Int, minutes: Int64 = 30, before today: CivilDate = today, id: String = "")
        -> PracticeRun
    {
        let noon = (day(daysAgo, before: today).daysSince1970 * 86_400 + 43_200) * 1_000_000
        return PracticeRun(
            id: "\(daysAgo)\(id)",
            startedAtUnixMicroseconds: noon,
            utcOffsetSeconds: 0,
            movingMilliseconds: minutes * 60_000,
            insideMilliseconds: minutes * 45_000
        )
    }

    static func calendar(_ runs: [PracticeRun], days: [PracticeDay] = [], goal: Int = 3) -> PracticeCalendar {
        PracticeCalendar(runs: runs, days: days, today: today, goalRuns: goal)
    }
}
