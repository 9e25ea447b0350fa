import SensorCodec

/// What was told about which sensor: each thing once.
struct ToldFindings: Sendable {
    private var list: [(sensor: SensorIdentity, findings: UInt32)] = []

    /// True when a finding is news. When too many sensors were told of, nothing is news any more.
    mutating func note(_ finding: RunNotice.Finding, about sensor: SensorIdentity) -> Bool {
        let bit = Self.bit(of: finding)
        if let index = list.firstIndex(where: { $0.sensor == sensor }) {
            let isNews = list[index].findings & bit == 0
            list[index].findings |= bit
            return isNews
        }
        if list.count == SensorRegistry.capacity { return false }
        list.append((sensor, bit))
        return true
    }

    private static func bit(of finding: RunNotice.Finding) -> UInt32 {
        switch finding {
        case .speedInMilesPerHour: 1
        case .distanceInMiles: 1 << 1
        case .inclinationOutOfRange: 1 << 2
        case .frozenField(.totalDistance): 1 << 3
        case .frozenField(.elapsedTime): 1 << 4
        case .frozenField(.heartRate): 1 << 5
        case .correction: 1 << 6
        case .distanceDisagrees: 1 << 7
        case .beltUnattended: 1 << 8
        case .heartRate(let finding): 1 << (16 + finding.order)
        }
    }
}
