/// Takes the fields of a value one by one: as JSON for programs, as words for a person.
protocol FieldSink {
    /// A number in units of 10^-`places`.
    mutating func number(_ key: Key, _ value: Int64, places: Int)
    mutating func word(_ key: Key, _ value: String)
    mutating func flag(_ key: Key, _ value: Bool)
    /// A list of numbers in units of 10^-`places`.
    mutating func numbers(_ key: Key, count: Int, places: Int, _ element: (Int) -> Int64)
}

extension FieldSink {
    /// A number where there is one.
    @inline(__always)
    mutating func number(_ key: Key, _ value: (some FixedWidthInteger)?, places: Int = 0) {
        if let value { number(key, Int64(truncatingIfNeeded: value), places: places) }
    }
}

extension JSONWriter: FieldSink {
    @inline(__always)
    mutating func flag(_ key: Key, _ value: Bool) {
        self.key(key)
        bool(value)
    }

    @inline(__always)
    mutating func numbers(_ key: Key, count: Int, places: Int, _ element: (Int) -> Int64) {
        self.key(key)
        beginArray()
        for index in 0..<count { decimal(element(index), places: places) }
        endArray()
    }
}

/// Fields as a person reads them: a name in words, a number with its unit.
struct HumanFields: FieldSink {
    private(set) var lines: [(name: String, value: String)] = []

    private static let units = [
        ("_km_h", "km/h"), ("_bpm", "bpm"), ("_ms", "ms"), ("_percent", "%"), ("_deg", "°"), ("_kcal", "kcal"),
        ("_kj", "kJ"), ("_w", "W"), ("_n", "N"), ("_s", "s"), ("_m", "m"),
    ]

    mutating func number(_ key: Key, _ value: Int64, places: Int) {
        add(key, Self.text(value, places: places))
    }

    mutating func word(_ key: Key, _ value: String) {
        add(key, value.replacing("_", with: " "))
    }

    mutating func flag(_ key: Key, _ value: Bool) {
        add(key, value ? "yes" : "no")
    }

    mutating func numbers(_ key: Key, count: Int, places: Int, _ element: (Int) -> Int64) {
        add(key, (0..<count).map { Self.text(element($0), places: places) }.joined(separator: ", "))
    }

    private mutating func add(_ key: Key, _ value: String) {
        let unit = Self.units.first { key.name.hasSuffix($0.0) }
        let name = String(key.name.dropLast(unit?.0.count ?? 0)).replacing("_", with: " ")
        lines.append((name: name, value: unit.map { "\(value) \($0.1)" } ?? value))
    }

    private static func text(_ value: Int64, places: Int) -> String {
        String(room: 22) { $0.append(decimal: value, places: places) }
    }
}
