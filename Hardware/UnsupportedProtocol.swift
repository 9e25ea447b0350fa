internal import SensorCodec

/// A protocol that Steady does not read, and what the user is told of it.
///
/// Where a machine offers Treadmill Data as well, that is listened to first: the sentence is for a machine that stays
/// silent there (ten seconds, say), so that nobody wonders.
public struct UnsupportedProtocol: Identifiable, Sendable {
    /// Stable, for logs: lower-case words with hyphens.
    public let id: String
    /// Whose it is.
    public let name: String
    /// How it is recognised: any one of these will do.
    public let clues: [Clue]
    /// True where it means something only while Treadmill Data is not offered: another kind of machine.
    public let isForeignMachine: Bool
    /// What the user is told.
    public let sentence: String
    /// Who saw it.
    public let evidence: Evidence

    init(
        _ id: String,
        _ name: String,
        clues: [Clue],
        isForeignMachine: Bool = false,
        sentence: String,
        seenIn source: String,
        payloads: [String] = []
    ) {
        self.id = id
        self.name = name
        self.clues = clues
        self.isForeignMachine = isForeignMachine
        self.sentence = sentence
        evidence = Evidence(source, payloads: payloads)
    }

    /// The protocols seen on a device: those with the strongest clues first, in the order of ``all`` among equals.
    public static func seen(on device: DeviceDescription) -> [UnsupportedProtocol] {
        let found = all.compactMap { other in other.strongestClue(in: device).map { (other: other, strength: $0) } }
        return [.attributes, .information, .name, .module].flatMap { strength in
            found.filter { $0.strength == strength }.map(\.other)
        }
    }

    private func strongestClue(in device: DeviceDescription) -> Clue.Strength? {
        if isForeignMachine, device.offers(Characteristic.treadmillData) { return nil }
        return clues.filter { $0.points(to: .treadmill, in: device) }.map(\.strength).max()
    }
}
