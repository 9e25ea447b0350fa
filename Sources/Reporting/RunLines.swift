public import RunEngine
import SensorCodec

/// Writes what became known about a run as JSON lines: the lines of `live`, `record` and `replay --json`.
extension JSONWriter {
    /// One line for an event. `header` is the session's, which the summary names its zones by.
    public mutating func line(_ event: RunEvent, of header: SessionHeader?) {
        element(event, of: header)
        endLine()
    }

    /// An event as an object among others.
    mutating func element(_ event: RunEvent, of header: SessionHeader?) {
        beginObject()
        switch event {
        case .session(let header):
            begin("session", at: 0)
            fields(of: header)
            zones(header.zones)
        case .sensor(let status): fields(of: status)
        case .sample(let sample):
            begin("sample", at: sample.timeMilliseconds)
            fields(of: sample)
        case .transition(let transition): fields(of: transition)
        case .cue(let cue, let time):
            begin("cue", at: time)
            word("cue", cue.rawValue)
        case .summary(let summary):
            begin("summary", at: summary.elapsedMilliseconds)
            fields(of: summary, zones: header?.zones)
        }
        endObject()
    }

    private mutating func begin(_ event: String, at milliseconds: Int64) {
        word("event", event)
        number("t_ms", milliseconds, places: 0)
    }

    // MARK: Session

    /// What is fixed when a session begins, but for its zones.
    mutating func fields(of header: SessionHeader) {
        number("schema", 1 as Int64, places: 0)
        word("id", header.id)
        key("started_at")
        wallTime(unixMicroseconds: header.startedAtUnixMicroseconds)
        word("source", header.source.rawValue)
        word("zone_model", header.zones.model.rawValue)
        key("band")
        beginObject()
        number("lower_bpm", header.band.lowerBPM)
        number("upper_bpm", header.band.upperBPM)
        endObject()
    }

    /// The zones with their lower bounds, and with the time spent in each where it is known.
    private mutating func zones(_ zones: ZoneSet, milliseconds: [Int64]? = nil) {
        key("zones")
        beginArray()
        for zone in 0..<zones.count {
            beginObject()
            number("zone", zone)
            number("lower_bpm", zones.lowerBoundBPM(of: zone))
            if let milliseconds, zone < milliseconds.count { number("time_ms", milliseconds[zone]) }
            endObject()
        }
        endArray()
    }

    // MARK: Events

    private mutating func fields(of status: SensorStatus) {
        begin("sensor", at: status.timeMilliseconds)
        word("sensor", status.sensor.description)
        if let name = status.name {
            key("name")
            string(name)
        }
        word("kind", status.kind.rawValue)
        word("state", status.state.rawValue)
        number("battery_percent", status.batteryPercent)
    }

    private mutating func fields(of transition: RunTransition) {
        begin("transition", at: transition.timeMilliseconds)
        let names = transition.names
        word("region", names.region)
        word("from", names.from)
        word("to", names.to)
    }

    private mutating func fields(of sample: RunSample) {
        number("heart_rate_bpm", sample.heartRateBPM)
        if let source = sample.heartRateSource { word("heart_rate_source", source.rawValue) }
        number("zone", sample.zone)
        word("band", sample.band.rawValue)
        word("link", sample.link.rawValue)
        word("phase", sample.phase.rawValue)
        word("session", sample.session.rawValue)
        number("speed_km_h", sample.speedCentiKmH, places: 2)
        number("inclination_percent", sample.inclinationDeciPercent, places: 1)
        number("distance_m", sample.distanceMillimetres, places: 3)
        number("total_energy_kcal", sample.totalEnergyKilocalories)
    }

    // MARK: Summary

    /// The totals.
    mutating func fields(of summary: RunSummary, zones: ZoneSet?) {
        number("elapsed_ms", summary.elapsedMilliseconds)
        number("paused_ms", summary.pausedMilliseconds)
        number("unknown_ms", summary.unknownMilliseconds)
        if let zones { self.zones(zones, milliseconds: summary.zoneMilliseconds) }
        key("bands")
        beginObject()
        number("below_ms", summary.belowMilliseconds)
        number("in_ms", summary.insideMilliseconds)
        number("above_ms", summary.aboveMilliseconds)
        endObject()
        key("phases")
        beginObject()
        number("warm_up_ms", summary.warmUpMilliseconds)
        number("main_ms", summary.mainMilliseconds)
        number("cool_down_ms", summary.coolDownMilliseconds)
        endObject()
        number("distance_m", summary.distanceMillimetres, places: 3)
        if let heartRate = summary.heartRate {
            key("heart_rate")
            beginObject()
            number("average_bpm", heartRate.averageBPM)
            number("minimum_bpm", heartRate.minimumBPM)
            number("maximum_bpm", heartRate.maximumBPM)
            endObject()
        }
        number("rr_intervals", summary.rrIntervalCount)
        number("packets", summary.packetCount)
        key("issues")
        beginObject()
        for issue in summary.issueCounts { number(issue.name, issue.count) }
        endObject()
    }
}
