public import Practice
public import RunEngine

/// A run as sparse lines of text, for pipes, logs and screen readers: no escape codes, no colours.
///
/// A line in a while says how things are; a change is said when it happens, in words.
public struct PlainLines: Sendable {
    /// How often a line says how things are, in seconds.
    public let intervalSeconds: Int

    /// False where the heart rate is not to be set against the band.
    public var showsZones = true

    private var header: SessionHeader?
    private var nextMilliseconds: Int64 = 0
    private var sensors: [SensorStatus] = []
    private var sources: [SourceChange] = []
    private var plan = PlainPlan()

    private static let sensorLimit = 16
    private static let nameLimit = 24

    /// Lines every so many seconds; at least one second apart.
    public init(intervalSeconds: Int = 10) {
        self.intervalSeconds = min(max(1, intervalSeconds), 86_400)
    }

    /// The lines that an event gives, often none. They end without a newline.
    public mutating func lines(for event: RunEvent) -> [String] {
        if case .session(let header) = event {
            let showsZones = showsZones
            self = PlainLines(intervalSeconds: intervalSeconds)
            self.showsZones = showsZones
            self.header = header
            plan.take(event)
            return Self.lines(for: header, showsZones: showsZones)
        }
        plan.take(event)
        return ordinaryLines(for: event) + plan.news.map { Self.line(at: $0.timeMilliseconds, $0.words) }
    }

    /// A run that was followed elsewhere is at its end: what it was in its plan.
    public mutating func end(_ follower: PlanFollower?) { plan.end(follower) }

    private mutating func ordinaryLines(for event: RunEvent) -> [String] {
        if !plan.allows(event) { return [] }
        switch event {
        case .session: return []
        case .sensor(let status): return lines(for: status)
        case .sample(let sample): return lines(for: sample)
        case .transition(let transition) where transition.isOfBand && !showsZones: return []
        case .cue where !showsZones: return []
        case .transition(let transition): return Self.lines(for: transition)
        case .cue(let cue, let time): return [Self.line(at: time, Self.word(for: cue))]
        case .source(let change): return lines(for: change)
        case .notice(let notice): return [Self.line(at: notice.timeMilliseconds, notice.sentence)]
        case .lap(let lap): return [Self.line(at: lap.endedMilliseconds, LapWords.sentence(for: lap))]
        case .mark(let mark): return [Self.line(at: mark.timeMilliseconds, LapWords.sentence(for: mark))]
        case .aim(let aim): return [Self.line(at: aim.timeMilliseconds, PracticeWords.sentence(for: aim))]
        case .talk(let talk):
            defer { header?.band = talk.band }
            return [Self.line(at: talk.timeMilliseconds, PracticeWords.sentence(for: talk, before: header?.band))]
        case .milestone(let milestone):
            return [Self.line(at: milestone.timeMilliseconds, PracticeWords.sentence(for: milestone))]
        case .clock(let change):
            return [Self.line(at: change.timeMilliseconds, LineSaying.clockSet.text())]
        case .summary(let summary):
            return PlainSummary(summary, of: header, plan: plan.follower, showsZones: showsZones).lines
        }
    }

    private mutating func lines(for status: SensorStatus) -> [String] {
        let known = sensors.firstIndex { $0.sensor == status.sensor && $0.kind == status.kind }
        var status = status
        if let known {
            let isNews = sensors[known].state != status.state
            status.name = status.name ?? sensors[known].name
            status.batteryPercent = status.batteryPercent ?? sensors[known].batteryPercent
            sensors[known] = status
            if !isNews { return [] }
        } else {
            if sensors.count == Self.sensorLimit { sensors.removeFirst() }
            sensors.append(status)
        }
        let name = status.name.map { PrintableGlyph.cleaned($0, limit: Self.nameLimit) } ?? ""
        let kind = SensorLine.word(for: status.kind)
        let battery = status.batteryPercent.map(SensorLine.battery) ?? ""
        let words = "\(kind)\(name.isEmpty ? "" : " \(name)") \(SensorLine.word(for: status.state))\(battery)"
        return [Self.line(at: status.timeMilliseconds, words)]
    }

    /// The first source of a quantity is what one expects, unless it is a heart rate from no strap; nor is it news that the
    /// same strap begins to tell its beats.
    private mutating func lines(for change: SourceChange) -> [String] {
        let known = sources.firstIndex { $0.quantity == change.quantity }
        let isSame = known.map { sources[$0].sensor == change.sensor && sources[$0].kind == change.kind } ?? false
        let isNews = known != nil && !isSame || change.quality == .machine || change.quality == .optical
        if let known { sources[known] = change } else { sources.append(change) }
        return isNews ? [Self.line(at: change.timeMilliseconds, change.sentence)] : []
    }

    private mutating func lines(for sample: RunSample) -> [String] {
        guard sample.timeMilliseconds >= nextMilliseconds else { return [] }
        let interval = Int64(intervalSeconds) * 1000
        let (next, overflow) = (sample.timeMilliseconds / interval + 1).multipliedReportingOverflow(by: interval)
        nextMilliseconds = overflow ? Int64.max : next
        let columns = [
            (NumberText.heartRate(bpm: sample.heartRateBPM) + " bpm", 7),
            (place(of: sample), -16),
            (NumberText.speed(centiKmH: sample.speedCentiKmH) + " km/h", 9),
            (NumberText.inclination(deciPercent: sample.inclinationDeciPercent) + " %", 6),
            (NumberText.kilometres(millimetres: sample.distanceMillimetres) + " km", 8),
        ]
        let words = columns.map { Self.padded($0, to: $1) }.joined(separator: "  ")
        return [Self.line(at: sample.timeMilliseconds, words)]
    }

    /// Where the heart rate is, or why it is not known.
    private func place(of sample: RunSample) -> String {
        switch sample.session {
        case .pausedUser, .pausedBelt: return ShortScreenSaying.paused.text()
        case .ended: return ScreenSaying.done.text()
        case .idle, .running: break
        }
        guard let heartRate = sample.heartRateBPM, let band = header?.band else { return LineSaying.noHeartRate.text() }
        if !showsZones { return "" }
        if heartRate > band.upperBPM { return BandSaying.above.text() }
        return (heartRate < band.lowerBPM ? BandSaying.below : .inside).text()
    }

    /// Spaces before the text, or after it for a negative width.
    private static func padded(_ text: String, to width: Int) -> String {
        let spaces = String(repeating: " ", count: max(0, abs(width) - text.count))
        return width < 0 ? text + spaces : spaces + text
    }
}

extension RunTransition {
    fileprivate var isOfBand: Bool { if case .band = change { true } else { false } }
}

extension PlainLines {
    private static func line(at milliseconds: Int64, _ words: String) -> String {
        "\(NumberText.longClock(milliseconds))  \(words)"
    }

    private static func lines(for header: SessionHeader, showsZones: Bool) -> [String] {
        let source =
            switch header.source {
            case .demo: SessionSaying.demoInALine.text()
            case .bluez, .monitor, .replay: header.source.words
            }
        if !showsZones { return [LineSaying.begun.text(["origin": source])] }
        let basis = header.basis?.labels(for: header.zones.model).first
        return [
            LineSaying.begunWithBand.text([
                "origin": source, "band": "\(header.band.lowerBPM) to \(header.band.upperBPM)",
                "model": header.zones.model.shortName,
            ])
        ] + (basis.map { [LineSaying.basis.text(["basis": $0])] } ?? [])
    }

    private static func word(for cue: Cue) -> String {
        switch cue {
        case .easeOff: ScreenWord.above.text
        case .pickUp: ScreenWord.below.text
        }
    }

    /// The changes worth a line. A reading in doubt is not: it comes and goes.
    private static func lines(for transition: RunTransition) -> [String] {
        let words: String? =
            switch transition.change {
            case .session(.pausedUser, .running), .session(.pausedBelt, .running): LineSaying.goingOn.text()
            case .session(_, .pausedUser): ScreenWord.pausedByRunner.text
            case .session(_, .pausedBelt): LineSaying.beltStands.text()
            case .session: nil
            case .phase(_, .warmUp): ScreenWord.warmUp.text
            case .phase(_, .main): LineSaying.warmedUp.text()
            case .phase(_, .coolDown): ScreenWord.coolDown.text
            case .link(.good, .suspect), .link(.suspect, .good), .link(_, .none): nil
            case .link(_, .good), .link(_, .suspect): LineSaying.heartRateThere.text()
            case .link(_, .stale): ScreenWord.waiting.text
            case .link(_, .lost): ScreenWord.noSignal.text
            case .link(_, .contactLost): ScreenWord.noContact.text
            case .band(_, .inside): ScreenWord.inside.text
            case .band(_, .above): BandSaying.littleAbove.text()
            case .band(_, .below): BandSaying.littleBelow.text()
            case .band(_, .unknown): nil
            case .belt(_, .stale): LineSaying.treadmillQuiet.text()
            case .belt(.stale, _): LineSaying.treadmillBack.text()
            case .belt: nil
            }
        return words.map { [line(at: transition.timeMilliseconds, $0)] } ?? []
    }
}
