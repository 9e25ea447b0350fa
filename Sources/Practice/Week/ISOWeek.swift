public import RunEngine

/// A week of ISO 8601: from Monday to Sunday, and of the year that its Thursday lies in.
public struct ISOWeek: Hashable, Comparable, Sendable {
    /// Weeks since that of 1970-01-01, which was a Thursday.
    public let number: Int64

    private init(number: Int64) { self.number = number }

    /// The week that a day is in.
    public init(containing day: CivilDate) { self.init(containingDay: day.daysSince1970) }

    /// The week that a day is in, counted from 1970-01-01.
    init(containingDay day: Int64) {
        let fromMonday = day + 3
        self.init(number: fromMonday / 7 - (fromMonday % 7 < 0 ? 1 : 0))
    }

    /// The week of a year by its number, from 1 on; `nil` where the year has no such week.
    public init?(year: Int64, week: Int64) {
        // The fourth of January is always in week 1.
        let first = ISOWeek(containing: CivilDate(year: year, month: 1, day: 4))
        guard (1...53).contains(week), first.advanced(by: week - 1).year == year else { return nil }
        self = first.advanced(by: week - 1)
    }

    /// The year that it belongs to: at its ends not always that of the day.
    public var year: Int64 { CivilDate(daysSince1970: thursday).year }

    /// 1 to 53.
    public var week: Int64 {
        (thursday - CivilDate(year: year, month: 1, day: 1).daysSince1970) / 7 + 1
    }

    /// Its Monday.
    public var firstDay: CivilDate { CivilDate(daysSince1970: monday) }
    /// Its Sunday.
    public var lastDay: CivilDate { CivilDate(daysSince1970: monday + 6) }

    /// The week after it.
    public var next: ISOWeek { advanced(by: 1) }
    /// The week before it.
    public var previous: ISOWeek { advanced(by: -1) }

    /// The week so many weeks later, or earlier.
    public func advanced(by weeks: Int64) -> ISOWeek { ISOWeek(number: number + weeks) }

    public static func < (one: ISOWeek, other: ISOWeek) -> Bool { one.number < other.number }

    private var thursday: Int64 { number * 7 }
    /// Counted from 1970-01-01.
    var monday: Int64 { thursday - 3 }
}

extension ISOWeek: CustomStringConvertible {
    /// `2026-W48`
    public var description: String {
        let digits = { (number: Int64, width: Int) in
            String(repeating: "0", count: max(0, width - String(number).utf8.count)) + String(number)
        }
        return "\(digits(year, 4))-W\(digits(week, 2))"
    }
}
