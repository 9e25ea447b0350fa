/// Figures that are shown to those who ask for them, and to nobody else: numbers can worry people.
public struct OptionalFigures: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Figures of bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// An estimate of the energy spent.
    public static let energy = Self(rawValue: 1)
    /// The variability of the heart rate.
    public static let variability = Self(rawValue: 2)
}
