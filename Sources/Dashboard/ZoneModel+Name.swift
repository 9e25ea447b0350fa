import RunEngine

extension ZoneModel {
    /// The name shown beside a zone's number, which means nothing without it.
    var shortName: String {
        switch self {
        case .acsmHRR: "ACSM by reserve"
        case .acsmMax: "ACSM by maximum"
        case .fiveMax: "five by maximum"
        case .fiveHRR: "five by reserve"
        case .frielRun: "Friel"
        case .cogganHR: "Coggan"
        case .three: "three by thresholds"
        case .custom: "your own"
        }
    }
}
