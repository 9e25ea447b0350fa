import SensorCodec
import Testing

@testable import RunEngine

struct SessionNameTests {
    private func name(at time: Int64, from sensor: SensorIdentity = Rehearsal.strap) throws -> String {
        var session = RunSession(plan: try RunnerProfile().plan(), source: .replay)
        session.apply(.heartRate(72, from: sensor), atUnixMicroseconds: time)
        return try #require(session.header?.id)
    }

    @Test("the name is the UTC date and time of the first packet and four hex digits")
    func shape() throws {
        let name = try name(at: Rehearsal.start)
        #expect(name.hasPrefix("20261124-101502-"))
        let mark = name.suffix(4)
        #expect(name.count == 20)
        #expect(mark.allSatisfy { "0123456789abcdef".contains($0) })
    }

    @Test("the digits are FNV-1a over time and sensor")
    func mark() throws {
        // By another program: 32-bit FNV-1a of the time's octets, "00:A0:00:00:00:01", folded to 16 bits.
        #expect(try name(at: Rehearsal.start) == "20261124-101502-3cd0")
        let others = [
            try name(at: Rehearsal.start + 1), try name(at: Rehearsal.start, from: Rehearsal.otherStrap),
        ]
        #expect(Set(others + [try name(at: Rehearsal.start)]).count == 3)
    }

    @Test(
        "days become dates, before 1970 and over leap years",
        arguments: [
            (0, 1970, 1, 1), (-1, 1969, 12, 31), (59, 1970, 3, 1), (789, 1972, 2, 29), (11_016, 2000, 2, 29),
            (11_017, 2000, 3, 1), (-25_509, 1900, 2, 28), (-25_508, 1900, 3, 1), (20_781, 2026, 11, 24),
            (-719_468, 0, 3, 1), (-719_469, 0, 2, 29), (-719_529, -1, 12, 31), (-1_000_000, -768, 2, 4),
        ]
    )
    func dates(_ days: Int64, _ year: Int64, _ month: Int64, _ day: Int64) {
        #expect(CivilDate(daysSince1970: days) == CivilDate(year: year, month: month, day: day))
    }

    @Test("every day follows the one before it")
    func succession() {
        var date = CivilDate(daysSince1970: -150_000)
        for days in Int64(-149_999)...150_000 {
            let next = CivilDate(daysSince1970: days)
            let isLeap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            var expected = date
            expected.day += 1
            if expected.day > lengths[Int(date.month) - 1] {
                expected.day = 1
                expected.month = date.month % 12 + 1
                if expected.month == 1 { expected.year += 1 }
            }
            guard next == expected else { return #expect(next == expected) }
            date = next
        }
        #expect(date.year == 2380)
    }

    @Test(
        "a time that no calendar page has is written as the nearest",
        arguments: [
            (-1, "19691231-235959-"), (.min, "00010101-000000-"), (.max, "99991231-235959-"),
            (951_782_400_000_000, "20000229-000000-"), (-62_135_596_800_000_001, "00010101-000000-"),
        ]
    )
    func clamped(_ time: Int64, _ prefix: String) throws {
        #expect(try name(at: time).hasPrefix(prefix))
    }
}
