import SensorCodec

/// A heart at some 150 bpm, as a strap sends it: slow swings, breathing's noise, the same on every machine.
struct Pulse {
    private var state: UInt64 = 42
    private var slow = 0.0

    /// The next interval in 1/1024 s.
    mutating func next() -> UInt16 {
        slow = 0.95 * slow + 4 * noise()
        return UInt16(410 + slow + 5 * noise())
    }

    /// Between -1 and 1, by the multiplier of Knuth's MMIX.
    private mutating func noise() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(Int64(bitPattern: state) >> 11) / Double(1 << 52)
    }

    /// The intervals of each second, as a strap sends them once a second.
    static func packets(seconds: Int) -> [RRIntervals] {
        var pulse = Pulse()
        var beat = 0
        return (1...seconds).map { second in
            var packet = RRIntervals()
            while beat < second * 1024 {
                let interval = pulse.next()
                packet.append(interval)
                beat += Int(interval)
            }
            return packet
        }
    }
}
