import TestSupport

/// Captures of measurements by hand.
enum Practised {
    /// A strap that tells so many heart rates, one a second; `bpm` of a second, `nil` for silence.
    static func seated(_ seconds: Int, beltSpeed: UInt16? = nil, _ bpm: (Int) -> UInt8?) -> [UInt8] {
        var capture = SmallCapture.twoSensors
        for second in 0..<seconds {
            capture.unixMicroseconds = SmallCapture.start + Int64(second) * 1_000_000
            if let rate = bpm(second) { capture.notify([0x00, rate], on: 1) }
            if let beltSpeed { capture.notify(speed(beltSpeed), on: 2) }
        }
        return capture.bytes
    }

    /// A talk check: for each stage its heart rate and its speed in 0.01 km/h, two minutes long.
    static func talk(_ stages: [(bpm: UInt8, speed: UInt16)]) -> [UInt8] {
        var capture = SmallCapture.twoSensors
        // The first sample that has a heart rate begins the first stage; what is asked at its end is answered at once.
        for second in 0...(stages.count * 120 + 2) {
            let stage = stages[min(max(0, second - 1) / 120, stages.count - 1)]
            capture.unixMicroseconds = SmallCapture.start + Int64(second) * 1_000_000
            capture.notify([0x00, stage.bpm], on: 1)
            capture.notify(speed(stage.speed), on: 2)
        }
        return capture.bytes
    }

    private static func speed(_ centiKmH: UInt16) -> [UInt8] {
        [0x00, 0x00, UInt8(centiKmH & 0xFF), UInt8(centiKmH >> 8)]
    }
}
