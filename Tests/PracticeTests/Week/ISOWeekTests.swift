import Practice
import RunEngine
import Testing

@Suite("ISO weeks")
struct ISOWeekTests {
    /// From the tables of ISO 8601 and of calendars on the wall.
    private static let days = [
        ("2026-11-23", "2026-W48"), ("2026-11-29", "2026-W48"), ("2026-11-30", "2026-W49"),
        ("2020-12-28", "2020-W53"), ("2020-12-31", "2020-W53"), ("2021-01-01", "2020-W53"),
        ("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"), ("2021-12-31", "2021-W52"),
        ("2022-01-01", "2021-W52"), ("2022-01-02", "2021-W52"), ("2022-01-03", "2022-W01"),
        ("2024-12-29", "2024-W52"), ("2024-12-30", "2025-W01"), ("2025-12-28", "2025-W52"),
        ("2025-12-29", "2026-W01"), ("2026-12-31", "2026-W53"), ("2027-01-03", "2026-W53"),
        ("2027-01-04", "2027-W01"), ("2000-02-29", "2000-W09"), ("2005-01-01", "2004-W53"),
        ("2008-12-29", "2009-W01"), ("2010-01-03", "2009-W53"), ("1969-12-28", "1969-W52"),
        ("1969-12-29", "1970-W01"), ("1970-01-01", "1970-W01"), ("1900-01-01", "1900-W01"),
        ("0001-01-01", "0001-W01"), ("9999-12-31", "9999-W52"),
    ]

    @Test("a day lies in the week that the standard says", arguments: days)
    func table(day: String, week: String) throws {
        #expect(ISOWeek(containing: try #require(CivilDate(day))).description == week)
    }

    @Test("weeks follow each other without a gap, from Monday to Sunday, and each is found by its year and number")
    func sequence() throws {
        let first = ISOWeek(containing: CivilDate(year: 1599, month: 12, day: 31))
        var week = first
        var longYears = 0
        while week.year < 2001 {
            #expect(week.lastDay.daysSince1970 - week.firstDay.daysSince1970 == 6)
            #expect(week.next.firstDay.daysSince1970 == week.lastDay.daysSince1970 + 1)
            #expect(week.next.previous == week && week < week.next)
            #expect(ISOWeek(containing: week.firstDay) == week && ISOWeek(containing: week.lastDay) == week)
            #expect(ISOWeek(year: week.year, week: week.week) == week)
            let isNewYear = week.next.week == 1
            #expect(isNewYear ? week.next.year == week.year + 1 : week.next.week == week.week + 1)
            if isNewYear { #expect((52...53).contains(week.week)) }
            longYears += week.week == 53 && week.year > 1600 ? 1 : 0
            week = week.next
        }
        // Of 400 years of the calendar 71 have 53 weeks.
        #expect(longYears == 71)
    }

    @Test("a week that a year does not have is none")
    func missing() {
        #expect(ISOWeek(year: 2020, week: 53) != nil)
        for (year, week) in [(2021, 53), (2021, 0), (2021, -1), (2020, 54), (2020, .max)] as [(Int64, Int64)] {
            #expect(ISOWeek(year: year, week: week) == nil)
        }
    }
}
