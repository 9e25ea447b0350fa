/// When a runner was born: a day, or the year alone. The age follows from it, on every day anew.
public struct BirthDate: Equatable, Sendable {
    /// The year.
    public let year: Int
    /// Month and day; `nil` where only the year was told.
    public let monthAndDay: MonthAndDay?

    /// A day of a year.
    public struct MonthAndDay: Equatable, Sendable {
        /// 1 to 12.
        public let month: Int
        /// 1 to 31.
        public let day: Int
    }

    /// The years that a runner can be born in.
    public static let years = 1880...2200

    /// A birth in a year.
    public init?(year: Int) {
        guard Self.years.contains(year) else { return nil }
        self.year = year
        monthAndDay = nil
    }

    /// A birth on a day.
    public init?(day: CivilDate) {
        guard let year = Int(exactly: day.year), Self.years.contains(year) else { return nil }
        self.year = year
        monthAndDay = MonthAndDay(month: Int(day.month), day: Int(day.day))
    }

    /// `1986` or `1986-05-03`.
    public init?(_ text: String) {
        if let day = CivilDate(text) {
            self.init(day: day)
        } else {
            let isYear = text.utf8.count == 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            guard isYear, let year = Int(text) else { return nil }
            self.init(year: year)
        }
    }

    /// The age in whole years on a day. Of a year alone, the age that is reached in that day's year; who was born on
    /// 29 February has their birthday on 1 March where there is no such day.
    public func ageYears(on day: CivilDate) -> Int {
        let years = Int(clamping: day.year) - year
        guard let monthAndDay else { return years }
        let isBefore = (Int(day.month), Int(day.day)) < (monthAndDay.month, monthAndDay.day)
        return isBefore ? years - 1 : years
    }
}

extension BirthDate: CustomStringConvertible {
    /// `1986` or `1986-05-03`.
    public var description: String {
        guard let monthAndDay else { return "\(year)" }
        let day = CivilDate(year: Int64(year), month: Int64(monthAndDay.month), day: Int64(monthAndDay.day))
        return day.description
    }
}
