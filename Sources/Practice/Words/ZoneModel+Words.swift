public import RunEngine

/// The names of zone models.
extension ZoneModel {
    /// Whose zones they are, as a title, with the key that options take.
    public var title: String {
        let saying: ZoneModelSaying =
            switch self {
            case .acsmHRR: .acsmReserve
            case .acsmMax: .acsmMaximum
            case .fiveMax: .fiveMaximum
            case .fiveHRR: .fiveReserve
            case .frielRun: .friel
            case .cogganHR: .coggan
            case .three: .three
            case .custom: .custom
            }
        return ZoneModelSaying.title.text(["zones": saying.text(), "key": rawValue])
    }

    /// The name shown beside a zone's number, which means nothing without it.
    public var shortName: String {
        switch self {
        case .acsmHRR: ZoneModelSaying.shortACSMReserve.text()
        case .acsmMax: ZoneModelSaying.shortACSMMaximum.text()
        case .fiveMax: ZoneModelSaying.shortFiveMaximum.text()
        case .fiveHRR: ZoneModelSaying.shortFiveReserve.text()
        case .frielRun: ZoneModelSaying.shortFriel.text()
        case .cogganHR: ZoneModelSaying.shortCoggan.text()
        case .three: ZoneModelSaying.shortThree.text()
        case .custom: BasisSaying.given.text()
        }
    }
}
