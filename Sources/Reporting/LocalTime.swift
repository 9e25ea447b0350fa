import RunEngine

/// A wall time as the clock showed it where the run was; in UTC where that is not known.
struct LocalTime {
    /// The day there.
    let day: CivilDate
    /// Minutes since midnight there.
    let minuteOfDay: Int64
    private let daysSince1970: Int64
    private let offsetSeconds: Int64?

    /// A time in microseconds since 1970-01-01 UTC, and how many seconds the clock there was ahead of UTC.
    init(unixMicroseconds: Int64, utcOffsetSeconds: Int?) {
        offsetSeconds = utcOffsetSeconds.map { Int64(min(max(-86_400, $0), 86_400)) }
        // Far inside the range of both, so that no sum overflows.
        let bounded = min(max(-62_135_596_800_000_000, unixMicroseconds), 253_402_214_400_000_000)
        let local = bounded + (offsetSeconds ?? 0) * 1_000_000
        day = CivilDate(unixMicroseconds: local)
        daysSince1970 = day.daysSince1970
        minuteOfDay = (local - daysSince1970 * 86_400_000_000) / 60_000_000
    }

    /// `Tuesday 24 November 2026`
    var dayWords: String {
        let weekdays = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"]
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let weekday = weekdays[Int((daysSince1970 % 7 + 7) % 7)]
        return "\(weekday) \(day.day) \(months[Int(day.month) - 1]) \(day.year)"
    }

    /// `11:15`
    var clock: String { "\(PlainText.twoDigits(minuteOfDay / 60)):\(PlainText.twoDigits(minuteOfDay % 60))" }

    /// `UTC+1`, `UTC-3:30`; `UTC` where the clock there was not known, or was the same.
    var zone: String {
        guard let offsetSeconds, offsetSeconds != 0 else { return "UTC" }
        let minutes = (offsetSeconds.magnitude + 30) / 60
        let rest = minutes % 60 == 0 ? "" : ":\(PlainText.twoDigits(Int64(minutes % 60)))"
        return "UTC\(offsetSeconds < 0 ? "-" : "+")\(minutes / 60)\(rest)"
    }

    /// `Tuesday 24 November 2026, 11:15 (UTC+1)`
    var words: String { "\(dayWords), \(clock) (\(zone))" }

    /// For machines: `2026-11-24T11:15+01:00`.
    var machineText: String {
        let offset = offsetSeconds ?? 0
        let minutes = Int64((offset.magnitude + 30) / 60)
        let zone =
            offset == 0
            ? "Z"
            : "\(offset < 0 ? "-" : "+")\(PlainText.twoDigits(minutes / 60)):\(PlainText.twoDigits(minutes % 60))"
        return "\(day)T\(clock)\(zone)"
    }
}
