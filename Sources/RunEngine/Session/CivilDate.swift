/// A day of the Gregorian calendar, reckoned back before its time; year 0 is 1 BC.
public struct CivilDate: Equatable, Sendable {
    /// The year; 0 is 1 BC.
    public var year: Int64
    /// 1 to 12.
    public var month: Int64
    /// 1 to 31.
    public var day: Int64

    /// A date by its three numbers, which are not checked.
    public init(year: Int64, month: Int64, day: Int64) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date of a day, counted from 1970-01-01; for days within some 10^15 of it.
    ///
    /// Years are taken to begin in March, so that the leap day is a year's last; 400 of them are 146 097 days.
    /// Source: H. Hinnant, "chrono-compatible low-level date algorithms".
    public init(daysSince1970: Int64) {
        let era = floorDivide(daysSince1970 + 719_468, 146_097)
        let dayOfEra = era.remainder
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        year = yearOfEra + era.quotient * 400 + (month <= 2 ? 1 : 0)
    }
}

/// Division by a positive number that rounds down, and what is left, which is never negative.
func floorDivide(_ dividend: Int64, _ divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let remainder = dividend % divisor
    return remainder < 0 ? (dividend / divisor - 1, remainder + divisor) : (dividend / divisor, remainder)
}
