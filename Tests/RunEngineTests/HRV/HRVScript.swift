import SensorCodec
import TestSupport

@testable import RunEngine

/// What a monitor is told, in ms.
struct HRVEvent {
    enum Call {
        case packet([UInt16], bpm: UInt16?)
        case interrupt
        case sensor(isOptical: Bool)
    }

    var time: Int64
    var call: Call

    var intervals: [UInt16] {
        if case .packet(let raw, _) = call { raw } else { [] }
    }
}

extension HeartRateVariabilityMonitor {
    mutating func apply(_ event: HRVEvent) {
        switch event.call {
        case .packet(let raw, let bpm): take(RRIntervals(raw), heartRateBPM: bpm, atMilliseconds: event.time)
        case .interrupt: interrupt(atMilliseconds: event.time)
        case .sensor(let isOptical): changeSensor(isOptical: isOptical, atMilliseconds: event.time)
        }
    }

    /// A monitor after these events and extra steps of time.
    static func after(_ events: [HRVEvent], advances: [Int64] = [], end: Int64? = nil) -> Self {
        var monitor = Self()
        var steps = advances.sorted()[...]
        for event in events {
            while let step = steps.first, step < event.time { monitor.advance(to: steps.removeFirst()) }
            monitor.apply(event)
        }
        for step in steps { monitor.advance(to: step) }
        if let end { monitor.advance(to: end) }
        return monitor
    }
}

/// Packets of a strap.
enum Strap {
    /// A packet a second with the beats that ended since the one before, from `start` (ms) on.
    static func packets(_ beats: [UInt16], bpm: UInt16? = 130, from start: Int64 = 0) -> [HRVEvent] {
        var events: [HRVEvent] = []
        var (packet, elapsed, second) = ([UInt16](), 0, 1)
        for beat in beats {
            elapsed += Int(beat)
            while elapsed > second * 1024 {
                events.append(HRVEvent(time: start + Int64(second) * 1000, call: .packet(packet, bpm: bpm)))
                packet = []
                second += 1
            }
            packet.append(beat)
        }
        events.append(HRVEvent(time: start + Int64(second) * 1000, call: .packet(packet, bpm: bpm)))
        return events
    }

    /// A heart at this mean (1/1024 s) with slow swings and noise, for so many beats.
    static func beats(_ count: Int, mean: Double = 460, using random: inout Randomness) -> [UInt16] {
        var slow = 0.0
        return (0..<count).map { _ in
            slow = 0.95 * slow + Double.random(in: -2...2, using: &random)
            return UInt16(mean + slow + Double.random(in: -3...3, using: &random))
        }
    }
}
