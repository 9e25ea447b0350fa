/// A value and when it was told.
struct Aged<Value: Sendable>: Sendable {
    private var told: (value: Value, time: Int64)?

    /// Takes a value at a time in ms.
    mutating func tell(_ value: Value, at time: Int64) {
        told = (value, time)
    }

    /// The value while it is younger than `hold`, both in ms.
    func value(at time: Int64, hold: Int64) -> Value? {
        guard let told, time - told.time < hold else { return nil }
        return told.value
    }

    /// When the value stops counting, in ms.
    func expiry(hold: Int64) -> Int64? { told.map { $0.time + hold } }
}
