/// How a cell looks: an ink by its meaning, a weight, and whether it is turned inside out.
///
/// The palette is small on purpose. There is no red and no blinking: a number on this screen is never an alarm, and
/// every ink has a sign or a word beside it that says the same.
public struct Style: Hashable, Sendable {
    /// What the colour means.
    public var ink: Ink
    /// How loud it is.
    public var weight: Weight
    /// Foreground and background change places.
    public var isInverse: Bool
    /// Part of the band's strip in a chart: on a faint ground of its own where there are colours enough. The glyph `░` in
    /// such a cell stands for that ground, and is sent where it is not there.
    public var isShaded: Bool

    /// A style; all of it plain unless said otherwise.
    public init(_ ink: Ink = .plain, _ weight: Weight = .normal, isInverse: Bool = false, isShaded: Bool = false) {
        self.isShaded = isShaded
        self.ink = ink
        self.weight = weight
        self.isInverse = isInverse
    }

    /// The terminal's own foreground.
    public static let plain = Style()
    /// What is read first.
    public static let bold = Style(.plain, .bold)
    /// What is read last: labels, axes, values in doubt.
    public static let dim = Style(.plain, .dim)

    /// The foreground by its meaning.
    public enum Ink: UInt8, CaseIterable, Sendable {
        /// No meaning of its own.
        case plain
        /// In the band.
        case easy
        /// Above the band.
        case above
        /// Below the band.
        case below
    }

    /// How loud a cell is. Bold and dim shut each other out, as they do in terminals.
    public enum Weight: UInt8, CaseIterable, Sendable {
        /// Neither bold nor dim.
        case normal
        /// Stronger.
        case bold
        /// Fainter.
        case dim
    }
}
