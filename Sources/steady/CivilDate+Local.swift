import RunEngine
import UnixIO

extension CivilDate {
    /// The day where this machine is, at a time in microseconds since 1970-01-01 UTC.
    init(localAtUnixMicroseconds time: Int64) {
        let offset = LocalTime.utcOffsetSeconds(atUnixMicroseconds: time) ?? 0
        self.init(unixMicroseconds: time + Int64(offset) * 1_000_000)
    }

    /// Today, where this machine is.
    static var today: CivilDate { CivilDate(localAtUnixMicroseconds: WallClock.nowUnixMicroseconds) }
}
