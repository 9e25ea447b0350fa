import Foundation
import TestSupport

/// The captures that tests play.
enum Captures {
    /// Those that ship with Steady.
    static let names = ["both", "hr", "l2cap", "odd", "reconnect", "treadmill"]

    static func path(_ name: String) -> String { Places.captures.appending(path: "\(name).btsnoop").path }

    /// A strap that sends one heart rate, and one more a minute later.
    static let twoBeatsAMinuteApart: [UInt8] = {
        var capture = SmallCapture.twoSensors
        capture.notify([0x00, 90], on: 1)
        capture.unixMicroseconds += 60_000_000
        capture.notify([0x00, 91], on: 1)
        return capture.bytes
    }()
}

extension Captures {
    /// A treadmill whose speed field is in miles per hour, for four minutes: 6.0, while its counter shows 9.66 km/h.
    static let milesPerHour: [UInt8] = {
        var capture = SmallCapture.twoSensors
        for second in 0...240 {
            let metres = second * 966 / 360
            capture.notify(
                [0x04, 0x04, 0x58, 0x02, UInt8(metres & 0xFF), UInt8(metres >> 8), 0, UInt8(second), 0],
                on: 2
            )
            capture.unixMicroseconds += 1_000_000
        }
        return capture.bytes
    }()

    /// A run of so many seconds: a heart rate of 120 each second, from the first moment on.
    static func run(seconds: Int) -> [UInt8] {
        var capture = SmallCapture.twoSensors
        for _ in 0...seconds {
            capture.notify([0x00, 120], on: 1)
            capture.unixMicroseconds += 1_000_000
        }
        return capture.bytes
    }
}

extension URL {
    /// Makes a file in this directory, and tells its path.
    func making(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = appending(path: name)
        try Data(bytes).write(to: file)
        return file.path
    }
}
