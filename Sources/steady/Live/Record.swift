import ArgumentParser
import EventLoop
import Practice
import Reporting
import RunEngine
import SystemBus
import UnixIO

/// Keeps runs without a screen: for services, and for other programs that read its lines.
struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Keep runs without a screen: for services and scripts.",
        discussion: """
            A session begins with the first heart rate or moving belt, and ends by itself when nobody has run for a while;
            then the next one is waited for. As a systemd service it says when it is ready and that it is alive.
            """
    )

    @Flag(help: "JSON lines.")
    var json = false

    @Option(
        name: .customLong("idle-end"),
        help: ArgumentHelp("End a session when nobody has run for so long.", valueName: "minutes")
    )
    var idleMinutes = 10

    @OptionGroup var live: LiveOptions
    @OptionGroup var demo: DemoOptions
    @OptionGroup var common: CommonOptions
    @OptionGroup var profile: ProfileOptions

    func validate() throws {
        if !(1...1440).contains(idleMinutes) { throw ValidationError("--idle-end takes minutes from 1 to 1440") }
        try demo.validate(with: live)
    }

    func run() throws {
        let settings = try profile.settings(common)
        let program = try LiveProgram(
            .init(
                settings: settings,
                options: live,
                home: try common.directory(),
                idleEnd: Int64(idleMinutes) * 60_000_000,
                endsWithoutHost: true,
                demo: demo.plan(band: settings.plan.band)
            )
        )
        common.remark(ProfileWords.plan(settings.plan))
        if settings.plan.maximumOrigin == .ageAssumed { StandardError.print(ProfileWords.ageAssumed(settings.plan)) }
        let lines = LiveLines(isJSON: json, isVerbose: common.verbose, words: program.words)
        program.run.watcher = lines
        lines.onClosed = { [unowned program] in program.endSoon() }
        program.loop.beforeWaiting { lines.flush() }
        program.onSessionEnd = { result in
            if let id = result.id { StandardError.print("steady: \(KeepingSaying.keptAndWaiting.text(["id": id]))") }
        }
        keepServiceAlive(program)
        let result = try program.play(watchesSignals: true)
        lines.flush()
        ServiceManager.stopping()
        if let id = result?.id { StandardError.print("steady: \(KeepingSaying.keptInALine.text(["id": id]))") }
        if demo.demo { StandardError.print("steady: \((result?.id == nil ? DemoSaying.notKept : .kept).text())") }
    }

    /// Tells systemd, if it started this, that all is well: from the loop itself, so that a loop that hangs is noticed.
    private func keepServiceAlive(_ program: LiveProgram) {
        ServiceManager.ready()
        let interval = ServiceManager.watchdogMicroseconds.map { $0 / 3 }
        var lastPing: Int64 = .min / 2
        var lastStatus = ""
        program.onTick = { [unowned program] in
            LiveChoice.explain(program)
            let now = MonotonicClock.nowMicroseconds
            if let interval, now - lastPing >= interval {
                lastPing = now
                ServiceManager.ping()
            }
            let status = Self.status(of: program)
            if status != lastStatus {
                lastStatus = status
                ServiceManager.status(status)
            }
        }
    }

    private static func status(of program: LiveProgram) -> String {
        guard let sample = program.run.session.currentSample else { return "waiting for a run" }
        let rate = sample.heartRateBPM.map { "\($0) bpm" }
        let speed = sample.speedCentiKmH.map { "\($0 / 100).\($0 % 100 / 10) km/h" }
        return ([rate, speed].compactMap(\.self) + ["\(sample.timeMilliseconds / 60_000) min"]).joined(separator: ", ")
    }
}
