import EventLoop
import Reporting
import RunEngine
import Settings
import UnixIO

/// Tells a runner who does not look at the screen that the effort has left the band: by a bell, or by a program of their
/// own. Nothing of it holds the run up.
final class LiveAlerts {
    /// What goes for the alerts of a run.
    struct Plan {
        var signal: AlertSignal
        var includesLow: Bool
        var gapSeconds: Int
        /// No program may take longer, in microseconds.
        var longestMicroseconds: Int64 = 10_000_000
    }

    /// Between the two bells of a low effort, in microseconds.
    private static let bellMicroseconds: Int64 = 400_000

    private let signal: AlertSignal
    private let longestMicroseconds: Int64
    private let loop: EventLoop
    /// What was told of, and when.
    var chooser: EffortAlerts
    private var program: Hook?
    /// Rings the terminal's bell; `nil` where there is none.
    var ring: (() -> Void)?
    /// Asked at each cue: nothing sounds while this is so.
    var isSilent: () -> Bool = { false }

    /// A program that was started, and the timer that ends it.
    private final class Hook {
        let process: StartedProgram
        var timer: TimerID?

        init(_ process: consuming StartedProgram) { self.process = process }
    }

    init(_ plan: Plan, on loop: EventLoop) {
        signal = plan.signal
        longestMicroseconds = plan.longestMicroseconds
        self.loop = loop
        chooser = EffortAlerts(includesLow: plan.includesLow, gapMilliseconds: Int64(plan.gapSeconds) * 1000)
    }

    /// Takes in an event of the run.
    func take(_ event: RunEvent) {
        // What was not told of is told with the next cue, if things stay as they are.
        if case .cue = event, isSilent() { return }
        guard let alert = chooser.take(event) else { return }
        switch signal {
        case .off: break
        case .bell: ring(for: alert)
        case .command(let program): run(program, alert, event)
        }
    }

    private func ring(for alert: EffortAlert) {
        ring?()
        if alert == .high { return }
        loop.schedule(atMicroseconds: MonotonicClock.nowMicroseconds + Self.bellMicroseconds) { [weak self] in
            self?.ring?()
        }
    }

    /// Starts the program, unless it is still busy with the alert before.
    private func run(_ name: String, _ alert: EffortAlert, _ event: RunEvent) {
        if program != nil { return }
        guard let process = try? StartedProgram(name, [alert.rawValue], input: Self.line(for: event)) else { return }
        let hook = Hook(process)
        program = hook
        try? loop.watch(hook.process.descriptor) { [weak self] _ in self?.forget() }
        hook.timer = loop.schedule(atMicroseconds: MonotonicClock.nowMicroseconds + longestMicroseconds) {
            [weak self] in self?.forget()
        }
    }

    private static func line(for event: RunEvent) -> [UInt8] {
        var lines = RunLines()
        lines.apply(event)
        let text = lines.json.text
        var octets: [UInt8] = []
        for index in text.indices { octets.append(text[index]) }
        return octets
    }

    /// Becomes readable when the program that is busy with an alert has ended; `nil` when none is.
    var busyDescriptor: CInt? { program?.process.descriptor }

    /// The program has ended, or ends now.
    private func forget() {
        guard let hook = program else { return }
        loop.unwatch(hook.process.descriptor)
        if let timer = hook.timer { loop.cancel(timer) }
        program = nil
    }
}
