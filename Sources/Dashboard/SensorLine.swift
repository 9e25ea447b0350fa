import Practice
import RunEngine
import SensorCodec

/// The sensors, what each is doing, since when it has not been heard, and its battery.
struct SensorLine {
    let sensors: [SensorStatus]
    /// Session time, in ms.
    let nowMilliseconds: Int64

    func draw(into frame: inout Frame, area: Area) {
        guard area.rows > 0 else { return }
        if sensors.isEmpty {
            frame.write(SensorSaying.noneYet.text(), row: area.row, column: area.column, style: .dim)
            return
        }
        // The fewest words are left out that make all of them fit.
        let texts = Detail.allCases.map { detail in sensors.map { text(of: $0, detail: detail) } }
        let gap = 3
        let fitting = texts.first { $0.reduce(-gap) { $0 + TextColumns.count($1) + gap } <= area.columns }
        let end = area.column + area.columns
        var column = area.column
        for (sensor, text) in zip(sensors, fitting ?? texts[texts.count - 1]) {
            let shown = TextColumns.cut(text, to: end - column)
            frame.write(shown, row: area.row, column: column, style: sensor.state == .live ? .plain : .dim)
            column += TextColumns.count(text) + gap
        }
    }

    private enum Detail: CaseIterable {
        case all, withoutBattery, kindOnly
    }

    private func text(of sensor: SensorStatus, detail: Detail) -> String {
        let mark = sensor.state == .live ? "•" : "○"
        let name = sensor.name.flatMap { $0.isEmpty ? nil : $0 } ?? Self.word(for: sensor.kind)
        let state = Self.word(for: sensor.state)
        switch detail {
        case .all:
            let battery = sensor.batteryPercent.map { Self.battery($0) } ?? ""
            return "\(mark) \(name) \(state)\(age(of: sensor))\(battery)"
        case .withoutBattery: return "\(mark) \(name) \(state)\(age(of: sensor))"
        case .kindOnly: return "\(mark) \(Self.word(for: sensor.kind)) \(state)"
        }
    }

    /// For how long it has been so; a live sensor was heard a moment ago.
    private func age(of sensor: SensorStatus) -> String {
        switch sensor.state {
        case .live, .connecting: return ""
        case .searching, .stale, .lost:
            let (age, overflow) = nowMilliseconds.subtractingReportingOverflow(sensor.timeMilliseconds)
            return overflow || age < 1000 ? "" : SensorSaying.age.text(["age": NumberText.age(age)])
        }
    }

    /// `, battery 80 %`
    static func battery(_ percent: Int) -> String {
        SensorSaying.battery.text(["percent": "\(min(max(0, percent), 100))"])
    }

    static func word(for kind: SensorKind) -> String {
        switch kind {
        case .heartRate: SensorSaying.strap.text()
        case .treadmill: SensorSaying.treadmill.text()
        case .footPod: SensorSaying.footPod.text()
        }
    }

    static func word(for state: SensorStatus.State) -> String {
        switch state {
        case .searching: SensorSaying.searching.text()
        case .connecting: SensorSaying.connecting.text()
        case .live: SensorSaying.live.text()
        case .stale: SensorSaying.quiet.text()
        case .lost: SensorSaying.notHeard.text()
        }
    }
}
