public import RunEngine
import SensorCodec

/// Writes what became known about a run as JSON lines: the lines of `live`, `record` and `replay --json`.
public struct RunLines {
    /// The text so far; the caller takes it out and empties it.
    public var json = JSONWriter()
    /// The session's zones, which the summary names again.
    private var zones: ZoneSet?

    /// No line yet.
    public init() {}

    /// One line for an event.
    public mutating func apply(_ event: RunEvent) {
        if case .session(let header) = event { zones = header.zones }
        json.element(event, zones: zones)
        json.endLine()
    }
}

extension JSONWriter {
    /// An event as an object.
    mutating func element(_ event: RunEvent, zones: ZoneSet?) {
        beginObject()
        switch event {
        case .session(let header):
            begin("session", at: 0)
            fields(of: header)
            self.zones(header.zones)
        case .sensor(let status): fields(of: status)
        case .sample(let sample): fields(of: sample)
        case .transition(let transition): fields(of: transition)
        case .cue(let cue, let time):
            begin("cue", at: time)
            word(.cue, cue.rawValue)
        case .source(let change): fields(of: change)
        case .notice(let notice): fields(of: notice)
        case .lap(let lap): fields(of: lap)
        case .mark(let mark): fields(of: mark)
        case .aim(let aim):
            begin("plan", at: aim.timeMilliseconds)
            word(.name, aim.plan)
            number(.planned, aim.plannedMilliseconds)
        case .talk(let talk):
            begin("talk", at: talk.timeMilliseconds)
            word("answer", talk.answer.rawValue)
            number(.heartRate, talk.heartRateBPM)
            band(talk.band)
        case .milestone(let milestone):
            begin("milestone", at: milestone.timeMilliseconds)
            word(.name, milestone.name.rawValue)
        case .clock(let change):
            begin("clock", at: change.timeMilliseconds)
            number(.shift, change.shiftMicroseconds / 1000)
        case .summary(let summary):
            begin("summary", at: summary.elapsedMilliseconds)
            fields(of: summary, zones: zones)
        }
        endObject()
    }

    private mutating func begin(_ event: String, at milliseconds: Int64) {
        word(.event, event)
        number(.timeMilliseconds, milliseconds, places: 0)
    }

    // MARK: Session

    /// What is fixed when a session begins, but for its zones.
    mutating func fields(of header: SessionHeader) {
        number(.schema, 1 as Int64, places: 0)
        word(.id, header.id)
        key(.startedAt)
        wallTime(unixMicroseconds: header.startedAtUnixMicroseconds)
        word(.source, header.source.rawValue)
        word(.zoneModel, header.zones.model.rawValue)
        band(header.band)
        if let basis = header.basis {
            key(.basis)
            beginObject()
            fields(of: basis)
            endObject()
        }
    }

    /// Where zones and band come from.
    mutating func fields(of basis: ZoneBasis) {
        flag(.modelChosen, basis.isModelChosen)
        word(.bandOrigin, basis.bandOrigin.rawValue)
        number(.maximum, basis.maximumBPM)
        word(.maximumOrigin, basis.maximumOrigin.name)
        number(.ageYears, basis.maximumOrigin.ageYears)
        number(.resting, basis.restingBPM)
        if let origin = basis.restingOrigin { word(.restingOrigin, origin.rawValue) }
        number(.threshold, basis.thresholdBPM)
        number(.talk, basis.talkBPM)
        if let day = basis.talkDay { word(.talkDay, day.description) }
    }

    /// The zones with their lower bounds, and with the time spent in each where it is known.
    private mutating func zones(_ zones: ZoneSet, milliseconds: [Int64]? = nil) {
        key(.zones)
        beginArray()
        for zone in 0..<zones.count {
            beginObject()
            number(.zone, zone)
            number(.lower, zones.lowerBoundBPM(of: zone))
            if let milliseconds, zone < milliseconds.count { number(.zoneTime, milliseconds[zone]) }
            endObject()
        }
        endArray()
    }

    // MARK: Events

    private mutating func fields(of status: SensorStatus) {
        begin("sensor", at: status.timeMilliseconds)
        word(.sensor, status.sensor.description)
        if let name = status.name {
            key(.name)
            string(name)
        }
        word(.kind, status.kind.rawValue)
        word(.state, status.state.rawValue)
        number(.battery, status.batteryPercent)
    }

    private mutating func fields(of transition: RunTransition) {
        begin("transition", at: transition.timeMilliseconds)
        let names = transition.names
        word(.region, names.region)
        word(.from, names.from)
        word(.to, names.to)
    }

    private mutating func fields(of change: SourceChange) {
        begin("source", at: change.timeMilliseconds)
        word(.quantity, change.quantity.rawValue)
        word(.sensor, change.sensor.description)
        word(.kind, change.kind.rawValue)
        if let quality = change.quality { word(.quality, quality.rawValue) }
    }

    private mutating func fields(of notice: RunNotice) {
        begin("notice", at: notice.timeMilliseconds)
        word(.name, notice.finding.subject.rawValue)
        word(.sensor, notice.sensor.description)
        switch notice.finding {
        case .speedInMilesPerHour(let speedMetres, let counterMetres),
            .distanceInMiles(let speedMetres, let counterMetres),
            .distanceDisagrees(let speedMetres, let counterMetres):
            number(.speedDistance, speedMetres)
            number(.counterDistance, counterMetres)
        case .inclinationOutOfRange(let deciPercent, let lower, let upper):
            number(.inclination, deciPercent, places: 1)
            number(.lowerInclination, lower, places: 1)
            number(.upperInclination, upper, places: 1)
        case .frozenField(let field): word(Key.field, field.rawValue)
        case .beltUnattended, .heartRate: break
        case .correction(let correction):
            word(Key.profile, correction.profile)
            key(.profileName)
            string(correction.name)
            key(.change)
            string(correction.change)
        }
    }

    /// A lap as an event, and in the list of laps.
    mutating func fields(of lap: RunLap) {
        begin("lap", at: lap.endedMilliseconds)
        word(.name, "lap \(lap.number)")
        number(.began, lap.beganMilliseconds)
        number(.elapsed, lap.elapsedMilliseconds)
        number(.paused, lap.pausedMilliseconds)
        number(.inside, lap.insideMilliseconds)
        number(.distance, lap.distanceMillimetres, places: 3)
        fields(of: lap.heartRate)
    }

    private mutating func fields(of mark: RunMark) {
        begin("mark", at: mark.timeMilliseconds)
        word(.name, "mark")
        if mark.text.isEmpty { return }
        key(.text)
        string(mark.text)
    }

    private mutating func fields(of heartRate: RunSummary.HeartRate?) {
        guard let heartRate else { return }
        key(.heartRates)
        beginObject()
        number(.average, heartRate.averageBPM)
        number(.minimum, heartRate.minimumBPM)
        number(.maximum, heartRate.maximumBPM)
        endObject()
    }

    // MARK: Summary

    /// The metrics, and for those that had data for too little of the time the share in percent that had.
    private mutating func fields(of metrics: [Metric]) {
        if metrics.isEmpty { return }
        key(.metrics)
        beginObject()
        for metric in metrics {
            key(named: metric.name.rawValue)
            decimal(metric.units, places: metric.name.places)
        }
        endObject()
        let weak = metrics.filter(\.isWeak)
        if weak.isEmpty { return }
        key(.weakMetrics)
        beginObject()
        for metric in weak {
            key(named: "\(metric.name.rawValue)_share_percent")
            decimal(Int64(metric.sharePerMille), places: 1)
        }
        endObject()
    }

    /// The totals.
    mutating func fields(of summary: RunSummary, zones: ZoneSet?) {
        number(.elapsed, summary.elapsedMilliseconds)
        number(.paused, summary.pausedMilliseconds)
        number(.unknown, summary.unknownMilliseconds)
        number(.flagged, summary.flaggedMilliseconds)
        if let zones { self.zones(zones, milliseconds: summary.zoneMilliseconds) }
        key(.bands)
        beginObject()
        number(.below, summary.belowMilliseconds)
        number(.inside, summary.insideMilliseconds)
        number(.above, summary.aboveMilliseconds)
        endObject()
        key(.phases)
        beginObject()
        number(.warmUp, summary.warmUpMilliseconds)
        number(.main, summary.mainMilliseconds)
        number(.coolDown, summary.coolDownMilliseconds)
        endObject()
        number(.distance, summary.distanceMillimetres, places: 3)
        number(.distanceBySpeed, summary.speedDistanceMillimetres, places: 3)
        number(.distanceByCounter, summary.counterDistanceMillimetres, places: 3)
        fields(of: summary.heartRate)
        number(.rrIntervalCount, summary.rrIntervalCount)
        number(.packets, summary.packetCount)
        fields(of: summary.metrics)
        key(.issues)
        beginObject()
        for issue in summary.issueCounts {
            key(named: issue.name)
            integer(Int64(issue.count))
        }
        endObject()
    }
}
