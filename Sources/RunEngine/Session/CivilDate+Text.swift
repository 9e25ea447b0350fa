extension CivilDate {
    /// The day, in UTC, of a time in microseconds since 1970-01-01 UTC.
    public init(unixMicroseconds: Int64) {
        self.init(daysSince1970: floorDivide(unixMicroseconds, 86_400_000_000).quotient)
    }

    /// `2026-11-24`; `nil` for what is no day of the years 1 to 9999.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let lengths = [4, 2, 2]
        guard parts.count == 3,
            zip(parts, lengths).allSatisfy({ part, length in
                part.utf8.count == length && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }),
            let year = Int64(parts[0]), let month = Int64(parts[1]), let day = Int64(parts[2]), year > 0
        else { return nil }
        self.init(year: year, month: month, day: day)
        // What the calendar gives back otherwise is none of its days.
        guard (1...12).contains(month), (1...31).contains(day), CivilDate(daysSince1970: daysSince1970) == self else {
            return nil
        }
    }

    /// The days from 1970-01-01 to this one. Source as for ``init(daysSince1970:)``.
    public var daysSince1970: Int64 {
        let marchYear = month <= 2 ? year - 1 : year
        let era = floorDivide(marchYear, 400)
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = era.remainder * 365 + era.remainder / 4 - era.remainder / 100 + dayOfYear
        return era.quotient * 146_097 + dayOfEra - 719_468
    }

    /// `3 Nov 2026`
    public var words: String {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(day) \(names[Int(min(max(1, month), 12)) - 1]) \(year)"
    }
}

extension CivilDate: CustomStringConvertible {
    /// `2026-11-24`
    public var description: String {
        let digits = { (number: Int64, width: Int) in
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
        }
        return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
    }
}
