/// For which ground the colours are chosen. The ground itself stays the terminal's own.
public enum Theme: String, CaseIterable, Sendable {
    /// Light letters on a dark ground.
    case dark
    /// Dark letters on a light ground.
    case light

    /// The theme after this one; after the last comes the first.
    public var next: Theme {
        switch self {
        case .dark: .light
        case .light: .dark
        }
    }
}
