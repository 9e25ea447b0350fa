import RunEngine

/// What the runner may want to do now: the sign that is seen from across the room.
enum Advice: Equatable {
    case none, easeOff, hold, more, pause

    init(word: ScreenWord) {
        self =
            switch word {
            case .above, .warmUpAbove, .coolDownAbove: .easeOff
            case .inside, .warmUpInside, .coolDownInside: .hold
            case .below: .more
            case .pausedByRunner, .pausedByBelt, .pausedUnattended: .pause
            default: .none
            }
    }

    /// One glyph that says it without colour.
    var sign: String {
        switch self {
        case .none: " "
        case .easeOff: "↓"
        case .hold: "="
        case .more: "↑"
        case .pause: "║"
        }
    }

    var ink: Style.Ink {
        switch self {
        case .none, .pause: .plain
        case .easeOff: .above
        case .hold: .easy
        case .more: .below
        }
    }
}
