internal import GRDB
internal import RunEngine
internal import SensorCodec

/// The table `event`: transitions, cues, sensors, sources, notices, marks, clocks that were set, and the practice.
enum EventRow {
    private enum Kind: String {
        case transition, cue, sensor, source, notice, mark, clock, plan, talk, milestone
    }

    /// Takes the ``arguments(_:sessionID:position:)`` of one event.
    static let insertion = """
        INSERT INTO event (
            session_id, seq, t_ms, kind, region, from_state, to_state, name, sensor, sensor_kind, battery_percent,
            field, speed_distance_m, counter_distance_m, inclination_deci_percent, lower_deci_percent,
            upper_deci_percent, profile, profile_name, change, quality, shift_us, planned_ms, heart_rate_bpm, lower_bpm,
            upper_bpm
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    static func arguments(_ event: RunEvent, sessionID: String, position: Int64) -> StatementArguments {
        [sessionID, position] + columns(event) + NoticeRow.arguments(event)
            + [quality(event), shift(event)] + practice(event)
    }

    /// From `t_ms` to `battery_percent`.
    private static func columns(_ event: RunEvent) -> StatementArguments {
        switch event {
        case .transition(let transition):
            let names = transition.names
            return [
                transition.timeMilliseconds, Kind.transition.rawValue, names.region, names.from, names.to, nil, nil,
                nil,
                nil,
            ]
        case .cue(let cue, let time):
            return [time, Kind.cue.rawValue, nil, nil, nil, cue.rawValue, nil, nil, nil]
        case .sensor(let status):
            return [
                status.timeMilliseconds, Kind.sensor.rawValue, nil, nil, status.state.rawValue, status.name,
                status.sensor.description, status.kind.rawValue, status.batteryPercent,
            ]
        case .source(let change):
            return [
                change.timeMilliseconds, Kind.source.rawValue, nil, nil, nil, change.quantity.rawValue,
                change.sensor.description, change.kind.rawValue, nil,
            ]
        case .notice(let notice):
            return [
                notice.timeMilliseconds, Kind.notice.rawValue, nil, nil, nil, notice.finding.subject.rawValue,
                notice.sensor.description, nil, nil,
            ]
        case .mark(let mark):
            return [mark.timeMilliseconds, Kind.mark.rawValue, nil, nil, nil, mark.text, nil, nil, nil]
        case .clock(let change):
            return [change.timeMilliseconds, Kind.clock.rawValue, nil, nil, nil, nil, nil, nil, nil]
        case .aim(let aim):
            return [aim.timeMilliseconds, Kind.plan.rawValue, nil, nil, nil, aim.plan, nil, nil, nil]
        case .talk(let talk):
            return [talk.timeMilliseconds, Kind.talk.rawValue, nil, nil, nil, talk.answer.rawValue, nil, nil, nil]
        case .milestone(let milestone):
            return [
                milestone.timeMilliseconds, Kind.milestone.rawValue, nil, nil, nil, milestone.name.rawValue, nil, nil,
                nil,
            ]
        case .session, .sample, .lap, .summary:
            preconditionFailure("The event belongs into another table.")
        }
    }

    /// From `planned_ms` to `upper_bpm`.
    private static func practice(_ event: RunEvent) -> StatementArguments {
        switch event {
        case .aim(let aim): [aim.plannedMilliseconds, nil, nil, nil]
        case .talk(let talk): [nil, talk.heartRateBPM, talk.band.lowerBPM, talk.band.upperBPM]
        default: [nil, nil, nil, nil]
        }
    }

    private static func quality(_ event: RunEvent) -> String? {
        guard case .source(let change) = event else { return nil }
        return change.quality?.rawValue
    }

    private static func shift(_ event: RunEvent) -> Int64? {
        guard case .clock(let change) = event else { return nil }
        return change.shiftMicroseconds
    }

    /// The rows of a session in their order; each is valid until the next is read.
    static func cursor(_ database: Database, sessionID: String) throws -> RowCursor {
        try Row.fetchCursor(
            database,
            sql: "SELECT * FROM event WHERE session_id = ? ORDER BY seq",
            arguments: [sessionID]
        )
    }

    /// The place in the session's whole stream, samples included; the header has place 0.
    static func position(_ row: Row) throws -> Int64 { try row.amount("seq") }

    static func event(_ row: Row) throws -> RunEvent {
        let time: Int64 = try row.amount("t_ms")
        let kind: Kind = try row.name("kind")
        switch kind {
        case .transition: return .transition(RunTransition(timeMilliseconds: time, change: try change(row)))
        case .cue: return .cue(try row.name("name"), atMilliseconds: time)
        case .sensor: return .sensor(try status(row, time: time))
        case .source: return .source(try source(row, time: time))
        case .mark: return .mark(RunMark(timeMilliseconds: time, text: row["name"] ?? ""))
        case .plan:
            return .aim(
                RunAim(
                    timeMilliseconds: time,
                    plan: try row.word("name"),
                    plannedMilliseconds: try row.amountIfAny("planned_ms")
                )
            )
        case .talk: return .talk(try talk(row, time: time))
        case .milestone: return .milestone(RunMilestone(timeMilliseconds: time, name: try row.name("name")))
        case .clock:
            return .clock(ClockChange(timeMilliseconds: time, shiftMicroseconds: try row.number("shift_us")))
        case .notice:
            return .notice(
                RunNotice(timeMilliseconds: time, sensor: try identity(row), finding: try NoticeRow.finding(row))
            )
        }
    }

    private static func change(_ row: Row) throws -> RunTransition.Change {
        let region: String = row["region"] ?? ""
        switch region {
        case "session": return .session(from: try row.name("from_state"), to: try row.name("to_state"))
        case "phase": return .phase(from: try row.name("from_state"), to: try row.name("to_state"))
        case "link": return .link(from: try row.name("from_state"), to: try row.name("to_state"))
        case "band": return .band(from: try row.name("from_state"), to: try row.name("to_state"))
        case "belt": return .belt(from: try row.name("from_state"), to: try row.name("to_state"))
        default: throw UnreadableValue(column: "region", text: region)
        }
    }

    private static func talk(_ row: Row, time: Int64) throws -> RunTalk {
        RunTalk(
            timeMilliseconds: time,
            answer: try row.name("name"),
            heartRateBPM: try row.amountIfAny("heart_rate_bpm"),
            band: try TargetBand(lowerBPM: row.amount("lower_bpm"), upperBPM: row.amount("upper_bpm"))
        )
    }

    private static func status(_ row: Row, time: Int64) throws -> SensorStatus {
        SensorStatus(
            timeMilliseconds: time,
            sensor: try identity(row),
            name: row["name"],
            kind: try row.name("sensor_kind"),
            state: try row.name("to_state"),
            batteryPercent: try row.amountIfAny("battery_percent")
        )
    }

    private static func source(_ row: Row, time: Int64) throws -> SourceChange {
        SourceChange(
            timeMilliseconds: time,
            quantity: try row.name("name"),
            sensor: try identity(row),
            kind: try row.name("sensor_kind"),
            quality: try row.nameIfAny("quality")
        )
    }

    private static func identity(_ row: Row) throws -> SensorIdentity {
        let text: String = row["sensor"] ?? ""
        let nameless = "unknown-"
        if let address = BluetoothAddress(text) { return SensorIdentity(address) }
        if text.hasPrefix(nameless), let number = UInt32(text.dropFirst(nameless.count)) {
            return SensorIdentity(nameless: Int(number))
        }
        throw UnreadableValue(column: "sensor", text: text)
    }
}
