public import SensorCodec

/// The fields of a value as JSON: a key that ends in the unit, and a number that is exact.
extension JSONWriter: FieldVisitor {
    @inline(__always)
    public mutating func number<Value: FixedWidthInteger>(
        _ presence: Presence,
        _ field: Field,
        _ value: inout Value?,
        octets: Int,
        isSigned: Bool,
        notAvailable: Value?
    ) {
        if let value { number(field, Int64(truncatingIfNeeded: value)) }
    }

    /// A code is told in a word, and beside it as the number that it is; a reserved one has no word.
    public mutating func code<Code: WireCode>(_ presence: Presence, _ field: Field, _ value: inout Code?) {
        guard let value else { return }
        word(FieldKey[field].key, value.name ?? "reserved")
        number(Key(field.name + "_code"), Int64(value.rawValue), places: 0)
    }

    public mutating func bits<Bits: WireBits>(_ presence: Presence, _ field: Field, _ value: inout Bits?, octets: Int) {
        guard let value else { return }
        key(FieldKey[field].key)
        beginArray()
        for name in value.names { word(name) }
        endArray()
    }

    @inline(__always)
    public mutating func intervals(_ presence: Presence, _ value: inout RRIntervals) {
        if value.isEmpty { return }
        let interval = FieldKey[.rrInterval]
        key(interval.key)
        beginArray()
        for index in 0..<value.count {
            let raw = Int64(value[index])
            add(room: 22) { $0.append(decimal: raw &* interval.factor, anyPlaces: interval.places) }
        }
        endArray()
    }

    public mutating func text(_ presence: Presence, _ field: Field, _ value: inout String?) {
        guard let value else { return }
        key(FieldKey[field].key)
        string(value)
    }

    @inline(__always)
    public mutating func word(_ field: Field, _ word: @autoclosure () -> String) {
        self.word(FieldKey[field].key, word())
    }

    @inline(__always)
    public mutating func mark(_ field: Field, _ isTrue: Bool) {
        if isTrue { flag(FieldKey[field].key, true) }
    }

    @inline(__always)
    public mutating func count(_ field: Field, _ count: Int?) {
        number(FieldKey[field].key, count)
    }
}

extension JSONWriter: LayoutBody {
    /// Writes the fields of a value; the braces are the caller's.
    @inline(__always)
    public mutating func callAsFunction<Layout: FieldLayout>(_ value: Layout) {
        var value = value
        value.visit(&self)
    }
}

/// What a number of a field needs to become JSON, ready made.
struct FieldKey {
    let key: Key
    let factor: Int64
    let places: Int

    /// That of a field.
    @inline(__always)
    static subscript(_ field: Field) -> FieldKey { all[Int(field.rawValue)] }

    /// Octets that a number takes with its key, at most.
    static var room: Int { Key.capacity + 22 }

    /// Writes the key and a raw number in the unit.
    @inline(__always)
    func write(_ raw: Int64, to output: inout TextCursor) {
        key.write(to: &output)
        output.append(decimal: raw &* factor, anyPlaces: places)
    }

    static let all = Field.allCases.map { field in
        let quantity = field.quantity
        return FieldKey(
            key: Key(quantity.unit.isEmpty ? quantity.name : "\(quantity.name)_\(quantity.unit)"),
            factor: quantity.factor,
            places: quantity.places
        )
    }
}

extension JSONWriter {
    /// A number where there is one.
    @inline(__always)
    mutating func number(_ key: Key, _ value: (some FixedWidthInteger)?, places: Int = 0) {
        if let value { number(key, Int64(truncatingIfNeeded: value), places: places) }
    }

    @inline(__always)
    mutating func flag(_ key: Key, _ value: Bool) {
        self.key(key)
        bool(value)
    }
}
