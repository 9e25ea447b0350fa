import SensorCodec

/// What was noticed about sensors that were not heard yet: it is told when they are.
struct PendingFindings: Sendable {
    private var list: [(sensor: SensorIdentity, finding: RunNotice.Finding)] = []

    /// Keeps a finding; when there are too many, it is dropped.
    mutating func add(_ finding: RunNotice.Finding, about sensor: SensorIdentity) {
        let isKnown = list.contains { $0.sensor == sensor && $0.finding == finding }
        if !isKnown, list.count < SensorRegistry.capacity { list.append((sensor, finding)) }
    }

    /// Hands over what is known of a sensor, in its order, and forgets it.
    mutating func take(about sensor: SensorIdentity) -> [RunNotice.Finding] {
        if list.isEmpty { return [] }
        let findings = list.filter { $0.sensor == sensor }.map(\.finding)
        if !findings.isEmpty { list.removeAll { $0.sensor == sensor } }
        return findings
    }
}
