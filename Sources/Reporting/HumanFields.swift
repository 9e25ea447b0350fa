import SensorCodec

/// The fields of a value as a person reads them: a name in words, a number with its unit.
struct HumanFields: FieldVisitor, LayoutBody {
    private(set) var lines: [(name: String, value: String)] = []

    private static let units = [
        "km_h": "km/h", "bpm": "bpm", "ms": "ms", "percent": "%", "deg": "°", "kcal": "kcal", "kj": "kJ", "w": "W",
        "n": "N", "s": "s", "m": "m", "mm": "mm", "m_s": "m/s", "rpm": "rpm", "per_minute": "per minute",
        "s_per_500_m": "s per 500 m", "raw": "(raw)",
    ]

    mutating func number<Value: FixedWidthInteger>(
        _ presence: Presence,
        _ field: Field,
        _ value: inout Value?,
        octets: Int,
        isSigned: Bool,
        notAvailable: Value?
    ) {
        if let value { add(field, [Int64(value)]) }
    }

    mutating func code<Code: WireCode>(_ presence: Presence, _ field: Field, _ value: inout Code?) {
        guard let value else { return }
        add(field, value.name.map(Self.words) ?? "reserved (\(value.rawValue))")
    }

    mutating func bits<Bits: WireBits>(_ presence: Presence, _ field: Field, _ value: inout Bits?, octets: Int) {
        guard let value else { return }
        let names = value.names.map(Self.words)
        add(field, names.isEmpty ? "none" : names.joined(separator: ", "))
    }

    mutating func intervals(_ presence: Presence, _ value: inout RRIntervals) {
        let intervals = value
        if !intervals.isEmpty { add(.rrInterval, (0..<intervals.count).map { Int64(intervals[$0]) }) }
    }

    mutating func text(_ presence: Presence, _ field: Field, _ value: inout String?) {
        if let value { add(field, value.isEmpty ? "(empty)" : value) }
    }

    mutating func word(_ field: Field, _ word: @autoclosure () -> String) { add(field, Self.words(word())) }

    mutating func mark(_ field: Field, _ isTrue: Bool) {
        if isTrue { add(field, "yes") }
    }

    mutating func count(_ field: Field, _ count: Int?) {
        if let count { add(field, [Int64(count)]) }
    }

    mutating func callAsFunction<Layout: FieldLayout>(_ value: Layout) {
        var value = value
        value.visit(&self)
    }

    private mutating func add(_ field: Field, _ numbers: [Int64]) {
        let quantity = field.quantity
        let texts = numbers.map { number in
            String(room: 22) { $0.append(decimal: number * quantity.factor, places: quantity.places) }
        }
        let unit = Self.units[quantity.unit].map { " " + $0 } ?? ""
        add(field, texts.joined(separator: ", ") + unit)
    }

    private mutating func add(_ field: Field, _ value: String) {
        lines.append((name: Self.words(field.name), value: value))
    }

    private static func words(_ name: String) -> String { name.replacing("_", with: " ") }
}
