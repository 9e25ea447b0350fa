import RunEngine
import SensorCodec
import TestSupport

/// A treadmill that runs for a while and tells what it does: right, or wrong in one of the ways that real ones are.
struct Ride {
    /// The belt's true speed in 0.01 km/h.
    var speedCentiKmH = 800
    /// How often it tells, in ms.
    var interval: Int64 = 1000
    /// The step of its distance counter, in m.
    var step: Int64 = 1
    /// Whether its clock is told.
    var hasClock = true
    /// Whether speed and counters come in separate values, a tenth of a second apart.
    var isSplit = false
    /// What its speed field holds in 1/1,000,000 of the true speed: 621,371 for miles per hour.
    var speedFactor: Int64 = 1_000_000
    /// What its distance field holds in 1/1,000,000 of the true distance.
    var distanceFactor: Int64 = 1_000_000
    /// Changes each value before it is sent, given the time in ms.
    var change: (inout TreadmillData, Int64) -> Void = { _, _ in }

    /// When it tells next, in ms.
    private(set) var time: Int64 = 0
    /// The true distance in 0.01 km/h x ms, which is 1/360 mm, and the time its clock counts, in ms: a reset clears both.
    private(set) var way: Int64 = 0
    private(set) var ran: Int64 = 0

    static let milesPerHour: Int64 = 621_371

    /// Runs on for a time in ms, and hands over each value with its time in ms.
    mutating func run(for milliseconds: Int64, _ body: (TreadmillData, Int64) -> Void) {
        let end = time + milliseconds
        while time < end {
            tell(body)
            pass(interval)
        }
    }

    /// Lets time pass in which nothing is heard.
    mutating func pass(_ milliseconds: Int64) {
        way += Int64(speedCentiKmH) * milliseconds
        if speedCentiKmH > 0 { ran += milliseconds }
        time += milliseconds
    }

    mutating func reset() {
        way = 0
        ran = 0
    }

    private func tell(_ body: (TreadmillData, Int64) -> Void) {
        var data = TreadmillData()
        data.instantaneousSpeedCentiKmH = UInt16((Int64(speedCentiKmH) * speedFactor + 500_000) / 1_000_000)
        if isSplit {
            change(&data, time)
            body(data, time)
            data = TreadmillData()
        }
        let metres = way / 360 * distanceFactor / 1_000_000_000
        data.totalDistanceMetres = UInt32(metres / step * step)
        if hasClock { data.elapsedTimeSeconds = UInt16(ran / 1000) }
        change(&data, time)
        body(data, time + (isSplit ? interval / 10 : 0))
    }
}

extension Rehearsal {
    /// Hears a ride from a machine, for a time in ms.
    mutating func hear(_ ride: inout Ride, for milliseconds: Int64, from sensor: SensorIdentity = machine) {
        ride.run(for: milliseconds) { data, time in
            apply(.value(.treadmillData(data), from: sensor), atMicroseconds: time * 1000)
        }
    }

    /// The notices as lines like `180 01 frozen_field total_distance`, the time in whole s.
    var notices: [String] {
        events.compactMap { event in
            guard case .notice(let notice) = event else { return nil }
            let sensor = String(notice.sensor.description.suffix(2))
            return "\(notice.timeMilliseconds / 1000) \(sensor) \(notice.finding.text)"
        }
    }
}

extension RunNotice.Finding {
    /// The name, then the numbers.
    var text: String {
        let numbers: String =
            switch self {
            case .speedInMilesPerHour(let speedMetres, let counterMetres),
                .distanceInMiles(let speedMetres, let counterMetres),
                .distanceDisagrees(let speedMetres, let counterMetres):
                "\(speedMetres) \(counterMetres)"
            case .inclinationOutOfRange(let deciPercent, let lower, let upper): "\(deciPercent) \(lower) \(upper)"
            case .frozenField(let field): field.rawValue
            case .correction(let correction): correction.profile
            case .beltUnattended, .heartRate: ""
            }
        return numbers.isEmpty ? subject.rawValue : "\(subject.rawValue) \(numbers)"
    }
}
