/// Numbers as people read them. Any number is taken; one that no treadmill or watch could mean is cut to a bound.
enum NumberText {
    static let missing = "--"

    /// `0:12:10`, hours first.
    static func clock(_ milliseconds: Int64) -> String {
        let seconds = wholeSeconds(milliseconds)
        return "\(seconds / 3600):\(twoDigits(seconds / 60 % 60)):\(twoDigits(seconds % 60))"
    }

    /// `00:12:10`, for lines that stand under each other.
    static func longClock(_ milliseconds: Int64) -> String {
        let text = clock(milliseconds)
        return text.count < 8 ? "0" + text : text
    }

    /// `1:30`, `45:00`: what is left, in minutes and the seconds that have begun.
    static func countdown(_ milliseconds: Int64) -> String {
        let seconds = wholeSeconds(max(0, min(milliseconds, 1_000_000_000_000)) + 999)
        return "\(seconds / 60):\(twoDigits(seconds % 60))"
    }

    /// Whole minutes that have gone by.
    static func minutes(_ milliseconds: Int64) -> Int64 {
        wholeSeconds(milliseconds) / 60
    }

    /// Minutes, rounded to the nearest.
    static func nearestMinutes(_ milliseconds: Int64) -> Int64 {
        (wholeSeconds(milliseconds) + 30) / 60
    }

    /// `8.0`: km/h of hundredths.
    static func speed(centiKmH: Int?) -> String {
        centiKmH.map { tenths((bounded($0, 100_000) + ($0 < 0 ? -5 : 5)) / 10) } ?? missing
    }

    /// `1.0`: per cent of tenths.
    static func inclination(deciPercent: Int?) -> String {
        deciPercent.map { tenths(bounded($0, 10_000)) } ?? missing
    }

    /// `1.62`: whole tens of metres, in km.
    static func kilometres(millimetres: Int64?) -> String {
        guard let millimetres else { return missing }
        let tensOfMetres = min(max(0, millimetres), 1_000_000_000_000) / 10_000
        return "\(tensOfMetres / 100).\(twoDigits(tensOfMetres % 100))"
    }

    /// `124`, or `--` when there is none.
    static func heartRate(bpm: Int?) -> String {
        bpm.map { String(min(max(0, $0), 999)) } ?? missing
    }

    /// `7:30`: minutes and seconds for a kilometre; missing on a belt that hardly moves.
    static func pace(centiKmH: Int?) -> String {
        guard let centiKmH, centiKmH >= 100 else { return missing }
        let seconds = (360_000 + centiKmH / 2) / centiKmH
        return "\(seconds / 60):\(twoDigits(Int64(seconds % 60)))"
    }

    /// A heart rate cut to what can be reckoned with.
    static func bounded(_ bpm: Int) -> Int { min(max(0, bpm), 999) }

    /// `12 s`, `4 min`: how long ago.
    static func age(_ milliseconds: Int64) -> String {
        let seconds = wholeSeconds(milliseconds)
        return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min"
    }

    private static func wholeSeconds(_ milliseconds: Int64) -> Int64 {
        min(max(0, milliseconds), 1_000_000_000_000) / 1000
    }

    private static func bounded(_ value: Int, _ bound: Int) -> Int {
        min(max(-bound, value), bound)
    }

    private static func tenths(_ value: Int) -> String {
        "\(value < 0 ? "-" : "")\(abs(value) / 10).\(abs(value) % 10)"
    }

    private static func twoDigits(_ value: Int64) -> String {
        value < 10 ? "0\(value)" : String(value)
    }
}
