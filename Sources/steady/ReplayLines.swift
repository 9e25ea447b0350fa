import RunEngine
import UnixIO

/// Plays a capture as lines on standard output: JSON for programs, words where there is no terminal.
struct ReplayLines {
    let path: String
    let settings: RunSettings
    let isJSON: Bool
    /// Where to stop, in session time; `nil` is the end.
    let endMilliseconds: Int64?

    /// Plays at a rate; `nil` is as fast as it goes.
    func play(_ rate: Double?) throws {
        var run = try ReplayRun(path: path, settings: settings, endMilliseconds: endMilliseconds)
        var writer = LineWriter(isJSON: isJSON)
        if let rate {
            try playPaced(&run, &writer, rate)
        } else {
            while try run.step({ event throws(SystemFailure) in try writer.write(event) }) {}
        }
        try run.finish { event throws(SystemFailure) in try writer.write(event) }
        try writer.flush()
    }

    private func playPaced(_ run: inout ReplayRun, _ writer: inout LineWriter, _ rate: Double) throws {
        guard let first = try run.begin({ event throws(SystemFailure) in try writer.write(event) }) else { return }
        let clock = ReplayClock(rate: rate, at: first)
        while let next = try run.nextUnixMicroseconds() {
            // At least once a second, so that samples come in time while no sensor speaks.
            let wake = min(clock.moment(of: next), MonotonicClock.nowMicroseconds + 1_000_000)
            try writer.flush()
            MonotonicClock.sleep(untilMicroseconds: wake)
            let now = min(clock.time, next)
            try run.advance(toUnixMicroseconds: now) { event throws(SystemFailure) in try writer.write(event) }
            if now < next { continue }
            if try !run.step({ event throws(SystemFailure) in try writer.write(event) }) { return }
        }
    }
}
