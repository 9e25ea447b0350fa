import BlueZ
import Capture
import Dashboard
import Hardware
import Practice
import RunEngine
import SensorCodec
import UnixIO

/// Shows a run to somebody while it happens.
protocol LiveWatcher: AnyObject {
    /// Something became known about the run.
    func show(_ event: RunEvent)
    /// Something happened to the link.
    func show(_ event: LinkEvent)
    /// A line for the runner that has nothing to do with the effort.
    func tell(_ notice: String)
}

/// A run as it happens: values of sensors in, a session, a recording and a watcher out.
///
/// The session begins with the first sign of a runner: a heart rate, or a belt that moves. What sensors said of
/// themselves before is kept and stands at the beginning of the recording, so that a replay of it is this run again.
final class LiveRun {
    /// A plan by its name, and its length in ms of moving time.
    typealias Aim = (plan: String, plannedMilliseconds: Int64?)

    let settings: RunSettings
    private let source: SessionHeader.Source
    private(set) var clock = LiveClock()
    private let home: String?
    private var devices: KnownDevices
    private var acquaintances = Acquaintances()
    private var recording: LiveRecording?
    var session: RunSession
    /// When a runner was last there, in microseconds of the monotonic clock.
    private(set) var lastActivity: Int64 = 0
    weak var watcher: (any LiveWatcher)?
    /// The plan of the sessions that begin from now on.
    var aim: Aim?
    /// The plan of the session, and of the last one when it is over; and whether its last, easy part has begun.
    var planWatch = PlanWatch()
    var hasCooledDown = false
    /// After a run: is told of heart rates, in bpm, and nothing else begins.
    var settling: ((Int) -> Void)?
    /// Is told by how much the runner's answers moved the edge of the band in a run that has ended, in bpm.
    var onTalkNudge: ((Int) -> Void)?
    /// Tells the runner of an effort that has left the band.
    var alerts: LiveAlerts?
    /// True when nothing is to come any more: sensors that are being let go still speak.
    private var isClosed = false

    /// A run that waits for its first value. `home`: where recordings and the log go; `nil` keeps nothing.
    init(settings: RunSettings, source: SessionHeader.Source, home: String?) {
        self.settings = settings
        self.source = source
        self.home = home
        devices = KnownDevices(speedUnit: settings.speedUnit)
        session = RunSession(plan: settings.plan, source: source)
    }

    // MARK: - What comes in

    /// A value came; `moment` in microseconds of the monotonic clock.
    func take(_ value: LiveValue, _ bytes: Span<UInt8>, at moment: Int64) {
        if isClosed { return }
        if value.isAnswer { acquaintances.noteAnswer(value, bytes) }
        guard var known = devices.input(bytes, of: value.characteristic, from: value.sensor) else {
            record(at: moment) { recording, time in recording.take(value, bytes, at: time) }
            return
        }
        if let settling {
            if let rate = known.input.heartRateBPM { settling(rate) }
            return
        }
        settle(before: moment)
        let isActive = known.input.showsRunner
        if isActive { lastActivity = moment }
        let begins = !session.hasBegun
        if begins {
            guard isActive else { return }
            begin(with: value.sensor, at: moment)
            // All that is known has been told anew: read it as the recording will be read.
            known = devices.input(bytes, of: value.characteristic, from: value.sensor) ?? known
        }
        for finding in known.findings { apply(.finding(finding, about: value.sensor), at: moment) }
        record(at: moment) { recording, time in recording.take(value, bytes, at: time) }
        apply(known.input, at: moment)
        if begins, let aim { note(.aim(plan: aim.plan, plannedMilliseconds: aim.plannedMilliseconds), at: moment) }
    }

    /// A sensor is connected, and offers this.
    func connected(_ device: RecordedDevice, at moment: Int64) {
        acquaintances.connected(device)
        devices.found(device.seen)
        guard session.hasBegun else { return }
        settle(before: moment)
        record(at: moment) { recording, time in recording.connected(device, at: time) }
        if let name = device.name { apply(.name(name, of: device.seen.device), at: moment) }
    }

    /// The link to a sensor is gone.
    func disconnected(_ sensor: BluetoothAddress, at moment: Int64) {
        acquaintances.disconnected(sensor)
        guard session.hasBegun else { return }
        settle(before: moment)
        record(at: moment) { recording, time in recording.disconnected(sensor, at: time) }
        apply(.disconnected(SensorIdentity(sensor)), at: moment)
    }

    /// The runner did something, or a lost sensor is being looked for: what is in a recording as a line.
    func note(_ input: RunInput, at moment: Int64) {
        guard session.hasBegun, let text = input.note else { return }
        settle(before: moment)
        record(at: moment) { recording, time in recording.note(text, at: time) }
        apply(input, at: moment)
    }

    /// The runner said how they feel, from 1 to 5: a line of the recording, for the log.
    func noteFeeling(_ value: Int, at moment: Int64) {
        record(at: moment) { recording, time in recording.note(FeelingNote(before: value).text, at: time) }
    }

    /// The runner pauses, or goes on.
    func togglePause(at moment: Int64) {
        note(session.currentSample?.session == .pausedUser ? .resume : .pause, at: moment)
    }

    /// Time goes on; this is when a wall clock that was set is noticed.
    func advance(to moment: Int64) {
        if session.hasBegun, let change = clock.takeChange() { note(.clockSet(byMicroseconds: change), at: moment) }
        settle(before: moment)
        session.advance(toUnixMicroseconds: clock.unixMicroseconds(moment))
        drain()
    }

    // MARK: - The end

    /// Ends the session and puts it into the log; the next value of a runner begins another. Answers the totals and the
    /// session's ID, which is `nil` when it could not be kept; `nil` altogether when there was no session.
    func finish(at moment: Int64) -> LiveProgram.Result? {
        guard let header = session.header else { return nil }
        note(.stop, at: moment)
        session.finish()
        var totals = RunSummary()
        session.drainEvents { event in
            if case .summary(let summary) = event { totals = summary }
            watcher?.show(event)
        }
        if session.talkNudgeBPM != 0 { onTalkNudge?(session.talkNudgeBPM) }
        let isKept = keep()
        session = RunSession(plan: settings.plan, source: source)
        return (header, totals, isKept ? header.id : nil)
    }

    /// Ends the session, and no other begins. Answers what ``finish(at:)`` answers.
    func close(at moment: Int64) -> LiveProgram.Result? {
        isClosed = true
        return finish(at: moment)
    }

    /// True while the run is being recorded, to be in the log at its end.
    var isBeingKept: Bool { recording != nil }

    /// Puts the recording into the log, by playing it; false when there is none, or that fails.
    private func keep() -> Bool {
        guard let recording, let home else { return false }
        // Its lock goes with it: until the log has it, nobody else takes it for one that was left behind.
        defer { self.recording = nil }
        do throws(CommandFailure) {
            try recording.finish()
            try LogKeeper(home: home) { [weak watcher] in watcher?.tell($0) }.keep(recording.path, settings: settings)
            return true
        } catch {
            watcher?.tell("\(error.message)")
            return false
        }
    }

    // MARK: - Going back

    /// Everything that changes while a run goes on.
    struct Mark {
        fileprivate let clock: LiveClock
        fileprivate let devices: KnownDevices
        fileprivate let acquaintances: Acquaintances
        fileprivate let session: RunSession
        fileprivate let lastActivity: Int64
        fileprivate let alerts: EffortAlerts?
        fileprivate let planWatch: PlanWatch
        fileprivate let hasCooledDown: Bool
    }

    /// The run as it is now; `nil` for one that is being recorded, for a recording only goes on.
    var mark: Mark? {
        if recording != nil { return nil }
        return Mark(
            clock: clock,
            devices: devices,
            acquaintances: acquaintances,
            session: session,
            lastActivity: lastActivity,
            alerts: alerts?.chooser,
            planWatch: planWatch,
            hasCooledDown: hasCooledDown
        )
    }

    /// The run as it was.
    func go(to mark: Mark) {
        clock = mark.clock
        devices = mark.devices
        acquaintances = mark.acquaintances
        session = mark.session
        lastActivity = mark.lastActivity
        planWatch = mark.planWatch
        hasCooledDown = mark.hasCooledDown
        if let earlier = mark.alerts { alerts?.chooser = earlier }
    }

    // MARK: - Inside

    private func begin(with sensor: SensorIdentity, at moment: Int64) {
        clock = LiveClock()
        hasCooledDown = false
        let time = clock.unixMicroseconds(moment)
        // A service may wait for days: the age is that of the day on which a run begins.
        if settings.dependsOnDay, let plan = try? settings.plan(atUnixMicroseconds: time) {
            session = RunSession(plan: plan, source: source)
        }
        do throws(CommandFailure) {
            let id = SessionName.make(unixMicroseconds: time, sensor: sensor)
            let offset = LocalTime.utcOffsetSeconds(atUnixMicroseconds: time)
            let origin = RecordingOrigin(source: source, utcOffsetSeconds: offset)
            recording = try home.map { home throws(CommandFailure) in
                try RecordingShelf(home: home).open(id: id, origin: origin, at: time)
            }
            recording?.onTrouble = { [weak self] in self?.tell(ofDisk: $0) }
        } catch {
            watcher?.tell(KeepingSaying.notKept.text(["reason": error.message]))
        }
        devices = KnownDevices(speedUnit: settings.speedUnit)
        for sensor in acquaintances.sensors {
            record(at: moment) { recording, time in
                recording.connected(sensor.device, at: time)
            }
            devices.found(sensor.device.seen)
            if let name = sensor.device.name {
                session.apply(.name(name, of: sensor.identity), atUnixMicroseconds: time)
            }
            for answer in sensor.answers {
                record(at: moment) { recording, time in
                    recording.take(answer.value, answer.bytes.span, at: time)
                }
                let known = devices.input(answer.bytes.span, of: answer.value.characteristic, from: sensor.identity)
                if let known { session.apply(known.input, atUnixMicroseconds: time) }
            }
        }
    }

    private func record(at moment: Int64, _ body: (LiveRecording, Int64) -> Void) {
        if let recording { body(recording, clock.unixMicroseconds(moment)) }
    }

    private func tell(ofDisk failure: SystemFailure?) {
        guard let failure else { watcher?.tell(KeepingSaying.goesOn.text()); return }
        watcher?.tell(KeepingSaying.notRecorded.text(["reason": CommandFailure(failure).message]))
    }

    private func apply(_ input: RunInput, at moment: Int64) {
        session.apply(input, atUnixMicroseconds: clock.unixMicroseconds(moment))
        drain()
    }

    func drain() {
        session.drainEvents { event in
            planWatch.take(event)
            watcher?.show(event)
            // What a plan does not ask for is not missed.
            if case .cue(.pickUp, _) = event, plan?.asksForMore == false { return }
            alerts?.take(event)
        }
    }
}
