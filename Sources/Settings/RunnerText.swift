public import RunEngine

/// The runner's numbers as text: in the settings and on the command line.
public enum RunnerText {
    /// A whole number of up to four digits.
    public static func whole(_ text: some StringProtocol) -> Int? {
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    /// A whole number of up to three digits, of either sign: `-4`.
    public static func signed(_ text: some StringProtocol) -> Int? {
        let isNegative = text.hasPrefix("-")
        guard let number = whole(isNegative ? String(text.dropFirst()) : String(text)), number < 1000 else {
            return nil
        }
        return isNegative ? -number : number
    }

    /// `22:30`, in minutes since midnight.
    public static func minuteOfDay(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 2, parts[0].utf8.count <= 2,
            let hour = whole(parts[0]), let minute = whole(parts[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    /// `114,133,152`
    public static func bounds(_ text: String) -> [Int]? {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { whole(trimmed($0)) }
        return numbers.contains(nil) ? nil : numbers.compactMap(\.self)
    }

    /// `118-142`
    public static func band(_ text: String) -> TargetBand? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { whole(trimmed($0)) }
        guard ends.count == 2, let lower = ends[0], let upper = ends[1] else { return nil }
        return TargetBand(lowerBPM: lower, upperBPM: upper)
    }

    /// `2026-11-20 58, 2026-11-21 57`, in the order of the text.
    public static func readings(_ text: String) -> [RestingReading]? {
        var readings: [RestingReading] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let words = part.split(separator: " ")
            guard words.count == 2, let day = CivilDate(String(words[0])), let rate = whole(words[1]) else {
                return nil
            }
            readings.append(RestingReading(day: day, bpm: rate))
        }
        return readings
    }

    /// The text of ``readings(_:)``: the last seven.
    public static func text(_ readings: [RestingReading]) -> String {
        readings.suffix(RestingReading.keptCount).map { "\($0.day) \($0.bpm)" }.joined(separator: ", ")
    }

    /// A number with at most so many places, in units of its last place: `61.5` with one place is 615.
    public static func decimal(_ text: some StringProtocol, places: Int) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = whole(parts[0]) else { return nil }
        var digits = ""
        if parts.count == 2 {
            digits = String(parts[1])
            guard (1...places).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
            else {
                return nil
            }
        }
        digits += String(repeating: "0", count: places - digits.utf8.count)
        return (0..<places).reduce(whole) { number, _ in number * 10 } + (Int(digits) ?? 0)
    }

    /// The text of a number in units of its last place, without zeros at its end.
    public static func text(_ number: Int, places: Int) -> String {
        let unit = (0..<places).reduce(1) { power, _ in power * 10 }
        var fraction = String(number % unit)
        fraction = String(repeating: "0", count: places - fraction.utf8.count) + fraction
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return fraction.isEmpty ? "\(number / unit)" : "\(number / unit).\(fraction)"
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return text
    }
}
