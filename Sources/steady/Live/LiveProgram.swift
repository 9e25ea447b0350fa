import BlueZ
import EventLoop
import Glibc
import Practice
import RunEngine
import SensorCodec
import Settings
import UnixIO

/// What `live` and `record` are: sensors that are looked for, followed and remembered, a run that is shown and kept.
final class LiveProgram {
    /// A session with its totals, and its ID if it was kept.
    typealias Result = (header: SessionHeader, summary: RunSummary, id: String?)

    /// What goes for the whole program.
    struct Plan {
        var settings: RunSettings
        var options: LiveOptions
        var home: String
        /// End a session when nobody has run for this long, in microseconds; `nil` leaves that to the runner.
        var idleEnd: Int64?
        /// Without Bluetooth at the start: end, instead of showing it and waiting.
        var endsWithoutHost: Bool
        /// False for what is no run: nothing of it is recorded or logged.
        var isKept = true
        /// A virtual gym instead of sensors; `nil` for a real run.
        var demo: DemoPlan?

        /// True when recordings and the log get what there is.
        var keeps: Bool { isKept && demo?.isKept ?? true }
    }

    /// For how long sensors that were never met are looked for: while none is heard, and beside one that is, from whose
    /// link a search takes time on the air.
    private static let searchMicroseconds: Int64 = 180_000_000
    private static let searchBesideMicroseconds: Int64 = 60_000_000
    /// For how long bluetoothd and an adapter may be missing at the start.
    private static let hostPatience: Int64 = 8_000_000

    let loop: EventLoop
    let run: LiveRun
    private(set) var source: (any LiveSource)?
    private(set) var chooser: SensorChooser
    /// What the machine lacks, in words.
    let words: HostWords
    let plan: Plan
    private let listener: LinkListener
    var settings: SettingsFile
    private var statistics = LiveStatistics()
    private var signals: SignalWatch?
    private var tickTimer: TimerID?
    private var isEnding = false
    private var wasHostReady = false
    private let began = MonotonicClock.nowMicroseconds
    /// Why the program ends, if that is a failure.
    private var failure: CommandFailure?
    private var wasInterrupted = false
    /// The totals and the ID of the last session.
    private(set) var result: Result?
    /// True once it was said that there are several sensors of a kind.
    var hasExplainedChoice = false
    /// Called at each tick, at least once a second.
    var onTick: (() -> Void)?
    /// The runner's talk answers move the band of later runs; false where the heart rate does not tell the effort.
    var followsTalk = true
    /// Called when a session ended while the program goes on.
    var onSessionEnd: ((Result) -> Void)?

    init(_ plan: Plan) throws(CommandFailure) {
        self.plan = plan
        if plan.keeps {
            LogKeeper(home: plan.home) { StandardError.print("steady: \($0)") }.settle(settings: plan.settings)
        }
        settings = try SettingsFile(home: plan.home)
        do throws(SystemFailure) {
            loop = try EventLoop()
        } catch {
            throw CommandFailure(error)
        }
        words = plan.demo == nil ? HostWords(on: loop) : HostWords()
        let isMonitor = plan.options.transport == .monitor
        run = LiveRun(
            settings: plan.settings,
            source: plan.demo != nil ? .demo : isMonitor ? .monitor : .bluez,
            home: plan.keeps ? plan.home : nil
        )
        listener = LinkListener(run)
        var chosen = plan.options.named
        for sensor in settings.settings.sensors where chosen[sensor.kind] == nil && plan.demo == nil {
            chosen[sensor.kind] = sensor.address
        }
        chooser = SensorChooser(chosen: chosen)
        run.onTalkNudge = { [weak self] in self?.keepTalkNudge($0) }
        words.onChange = { [weak self] in self?.hostChanged() }
        listener.onEvent = { [weak self] in self?.happened($0) }
        listener.onValue = { [weak self] in self?.valueCame() }
        if let demo = plan.demo {
            open(demo)
            return
        }
        source = isMonitor ? try monitor() : bluez()
        if isMonitor { wasHostReady = true }
        for sensor in chosen.values.sorted(by: { $0.rawValue < $1.rawValue }) { source?.follow(sensor) }
        source?.scan(chooser.isLooking)
    }

    private func bluez() -> BlueZLink {
        var configuration = plan.options.configuration
        configuration.preferredAdapter = settings.settings.adapter
        return BlueZLink(configuration, on: loop, client: listener)
    }

    private func monitor() throws(CommandFailure) -> MonitorSource {
        try MonitorSource(
            stream: plan.options.from,
            on: loop,
            into: run,
            onValue: { [weak self] in self?.valueCame() },
            end: { [weak self] failure in
                self?.failure = failure
                self?.end()
            }
        )
    }

    /// Opens a virtual gym: it knows its sensors, and time is its own.
    private func open(_ plan: DemoPlan) {
        let demo = DemoSource(
            plan,
            on: loop,
            into: run,
            onValue: { [weak self] in self?.valueCame() },
            end: { [weak self] in self?.end() }
        )
        demo.onAdvance = { [weak self] in self?.tick() }
        chooser = SensorChooser(chosen: demo.sensors)
        source = demo
        wasHostReady = true
    }

    /// Runs to the end; answers the last session.
    ///
    /// `watchesSignals`: false where the screen does so.
    func play(watchesSignals: Bool) throws -> Result? {
        do throws(SystemFailure) {
            if watchesSignals {
                signals = try SignalWatch([SIGINT, SIGTERM, SIGHUP], on: loop) { [weak self] number in
                    self?.end(isInterrupt: number == SIGINT)
                }
            }
            tick()
            try loop.run()
        } catch {
            throw CommandFailure(error)
        }
        if plan.options.stats {
            for line in (source?.statistics ?? []) + statistics.lines { StandardError.print("steady: \(line)") }
        }
        if let failure { throw failure }
        if wasInterrupted, result == nil { throw CommandFailure.interrupted }
        return result
    }

    /// Ends the run: what there is of it is kept, and the sensors are let go.
    func end(isInterrupt: Bool = false) {
        if isEnding { return loop.stop() }
        isEnding = true
        wasInterrupted = isInterrupt
        if let ended = run.close(at: now) { result = ended }
        source?.close { [loop] in loop.stop() }
    }

    /// Ends the run, and the program goes on: what sensors tell from now on belongs to no run. Answers what came of it.
    func finishRun() -> Result? {
        run.settling = run.settling ?? { _ in }
        result = run.finish(at: now) ?? result
        return result
    }

    /// Ends the run in the loop's next turn: for whoever is told of an event of the run, which is still under way.
    func endSoon() {
        loop.schedule(atMicroseconds: MonotonicClock.nowMicroseconds) { [weak self] in
            if self?.isEnding == false { self?.end() }
        }
    }

    /// The runner chose a device.
    func choose(_ address: BluetoothAddress) {
        guard let candidate = chooser.choose(address) else { return }
        follow(candidate)
    }

    /// True when a sensor is connected and listened to.
    var isHearing: Bool { chooser.chosen.values.contains { source?.phase(of: $0) == .live } }

    /// The virtual gym of a demo.
    var demo: DemoSource? { source as? DemoSource }

    /// The moment on the run's axis, in microseconds: that of the monotonic clock, or a demo's own.
    var now: Int64 { demo?.now ?? MonotonicClock.nowMicroseconds }

    /// True when another program owns the connections.
    var isListeningAlong: Bool { plan.options.transport == .monitor }

    /// The name under which a sensor is remembered.
    func name(of address: BluetoothAddress) -> String? {
        demo?.name(of: address) ?? settings.settings.sensors.first { $0.address == address }?.name
    }

    // MARK: - What happens

    private func happened(_ event: LinkEvent) {
        switch event {
        case .found(let device): chooser.found(device, at: MonotonicClock.nowMicroseconds)
        case .host(.ready): wasHostReady = true
        case .connected(let offer): remember(offer.device)
        default: break
        }
    }

    private func hostChanged() {
        if let state = source?.host { run.watcher?.show(.host(state)) }
    }

    private func valueCame() {
        statistics.add(MonotonicClock.nowMicroseconds - loop.wokeAtMicroseconds)
    }

    private func follow(_ candidate: SensorChooser.Candidate) {
        source?.follow(candidate.device.address)
        source?.scan(chooser.isLooking)
    }

    /// A sensor that was chosen and could be connected is the runner's from now on.
    private func remember(_ device: RemoteDevice) {
        guard let kind = chooser.chosen.first(where: { $0.value == device.address })?.key else { return }
        do {
            try settings.change { settings in
                // Whoever named an adapter means it: its name may be another's the next time.
                if plan.options.adapter != nil, let adapter = (source as? BlueZLink)?.adapter?.address {
                    settings.remember(adapter: adapter)
                }
                if settings.sensors.contains(where: { $0.address == device.address }) { return }
                settings.remember(RememberedSensor(address: device.address, kind: kind, name: device.name))
            }
        } catch {
            run.watcher?.tell(KeepingSaying.sensorNotRemembered.text(["reason": error.message]))
        }
    }

    // MARK: - Time

    private func tick() {
        if isEnding { return }
        let now = now
        run.advance(to: now)
        for candidate in chooser.settle(at: now) { follow(candidate) }
        let patience = isHearing ? Self.searchBesideMicroseconds : Self.searchMicroseconds
        if now - began > patience, !chooser.chosen.isEmpty { source?.scan(false) }
        endIdleSession(at: now)
        giveUpWithoutHost(at: now)
        onTick?()
        // A demo tells by itself when its time has gone on.
        if demo != nil { return }
        tickTimer = loop.schedule(atMicroseconds: run.nextTick(after: now)) { [weak self] in self?.tick() }
    }

    private func endIdleSession(at now: Int64) {
        guard let idleEnd = plan.idleEnd, run.session.hasBegun, now - run.lastActivity > idleEnd else { return }
        guard let ended = run.finish(at: now) else { return }
        result = ended
        onSessionEnd?(ended)
    }

    private func giveUpWithoutHost(at now: Int64) {
        guard let host = source?.host, plan.endsWithoutHost, !wasHostReady, now - began > Self.hostPatience else {
            return
        }
        failure = CommandFailure(host)
        // The watcher was told what is wrong, and what to do, when it was noticed.
        if LinkWords.sentence(for: host) != nil { failure?.message = "waited 8 seconds; giving up" }
        end()
    }
}

extension LiveRun {
    /// When time is to go on at the latest: just after the next whole second of the session, and once a second.
    func nextTick(after now: Int64) -> Int64 {
        guard let elapsed = session.currentSample?.timeMilliseconds else { return now + 1_000_000 }
        return now + (1000 - elapsed % 1000) * 1000 + 1000
    }
}
