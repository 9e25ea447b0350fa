import RunEngine
import SensorCodec

/// The sensors, what each is doing, and its battery.
struct SensorLine {
    let sensors: [SensorStatus]

    func draw(into frame: inout Frame, area: Area) {
        guard area.rows > 0 else { return }
        if sensors.isEmpty {
            frame.write("no sensor heard yet", row: area.row, column: area.column, style: .dim)
            return
        }
        // The fewest words are left out that make all of them fit.
        let texts = Detail.allCases.map { detail in sensors.map { Self.text(of: $0, detail: detail) } }
        let gap = 3
        let fitting = texts.first { $0.reduce(-gap) { $0 + $1.count + gap } <= area.columns }
        let end = area.column + area.columns
        var column = area.column
        for (sensor, text) in zip(sensors, fitting ?? texts[texts.count - 1]) {
            let shown = HeaderLine.cut(text, to: end - column)
            frame.write(shown, row: area.row, column: column, style: sensor.state == .live ? .plain : .dim)
            column += text.count + gap
        }
    }

    private enum Detail: CaseIterable {
        case all, withoutBattery, kindOnly
    }

    private static func text(of sensor: SensorStatus, detail: Detail) -> String {
        let mark = sensor.state == .live ? "•" : "○"
        let name = sensor.name.flatMap { $0.isEmpty ? nil : $0 } ?? word(for: sensor.kind)
        let state = word(for: sensor.state)
        switch detail {
        case .all:
            let battery = sensor.batteryPercent.map { ", battery \(min(max(0, $0), 100)) %" } ?? ""
            return "\(mark) \(name) \(state)\(battery)"
        case .withoutBattery: return "\(mark) \(name) \(state)"
        case .kindOnly: return "\(mark) \(word(for: sensor.kind)) \(state)"
        }
    }

    static func word(for kind: SensorKind) -> String {
        switch kind {
        case .heartRate: "strap"
        case .treadmill: "treadmill"
        case .footPod: "foot pod"
        }
    }

    static func word(for state: SensorStatus.State) -> String {
        switch state {
        case .searching: "searching"
        case .connecting: "connecting"
        case .live: "live"
        case .stale: "quiet"
        case .lost: "not heard"
        }
    }
}
