import Reporting
import Testing

@Suite("Wall times")
struct WallTimeTests {
    @Test("a time is RFC 3339 in UTC, with the fraction that is there")
    func fractions() {
        let second: Int64 = 1_795_515_302
        let cases: [(microseconds: Int64, text: String)] = [
            (0, "02Z"), (500_000, "02.5Z"), (120_000, "02.12Z"), (1, "02.000001Z"), (999_999, "02.999999Z"),
            (100, "02.0001Z"),
        ]
        for (microseconds, text) in cases {
            #expect(WallTime.text(unixMicroseconds: second * 1_000_000 + microseconds) == "2026-11-24T10:15:\(text)")
        }
    }

    @Test("times around 1970, the turns of years and the ends of days are right")
    func turns() {
        #expect(WallTime.text(unixMicroseconds: 0) == "1970-01-01T00:00:00Z")
        #expect(WallTime.text(unixMicroseconds: -1) == "1969-12-31T23:59:59.999999Z")
        #expect(WallTime.text(unixMicroseconds: -1_000_000) == "1969-12-31T23:59:59Z")
        #expect(WallTime.text(unixMicroseconds: 86_399_999_999) == "1970-01-01T23:59:59.999999Z")
        #expect(WallTime.text(unixMicroseconds: 86_400_000_000) == "1970-01-02T00:00:00Z")
        #expect(WallTime.text(unixMicroseconds: 951_782_400_000_000) == "2000-02-29T00:00:00Z")
        #expect(WallTime.text(unixMicroseconds: 4_107_542_400_000_000) == "2100-03-01T00:00:00Z")
        #expect(WallTime.text(unixMicroseconds: 1_798_761_599_000_000) == "2026-12-31T23:59:59Z")
    }

    @Test("every day from 1890 to 2110 has the date that counting gives")
    func everyDay() {
        var (year, month, day) = (1890, 1, 1)
        // 80 years, 20 of them leap years but for 1900.
        var days = Int64(-(80 * 365 + 19))
        while year <= 2110 {
            let date = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
            if WallTime.text(unixMicroseconds: days * 86_400_000_000) != "\(date)T00:00:00Z" {
                Issue.record("day \(days) should be \(date)")
                return
            }
            days += 1
            day += 1
            if day <= Self.length(of: month, in: year) { continue }
            day = 1
            month += 1
            if month <= 12 { continue }
            month = 1
            year += 1
        }
        #expect(days == 51_499)
    }

    @Test("a time that no calendar has is cut to one that has its form")
    func hostile() {
        for time in [Int64.min, .min + 1, -70_000_000_000_000_000, 300_000_000_000_000_000, .max - 1, .max] {
            let text = WallTime.text(unixMicroseconds: time)
            #expect(text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z/) != nil, "\(text)")
        }
        #expect(WallTime.text(unixMicroseconds: .min).hasPrefix("0000-01-01T"))
        #expect(WallTime.text(unixMicroseconds: .max).hasPrefix("9999-12-31T"))
    }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
