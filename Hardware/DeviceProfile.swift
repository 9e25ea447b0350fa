/// What is known of a make of treadmill or sensor: how it is recognised, and what is odd about it.
///
/// A device without a profile works: nothing is changed then. Look the profile up when more of a device is known, and
/// put each of its values through ``corrected(_:consoleUnit:)``:
///
/// ```swift
/// let profile = DeviceProfile.matching(device)
/// let data = profile?.corrected(data) ?? data
/// ```
///
/// What it changes is listed by ``changes(consoleUnit:)``, for the runner to see: no value is changed in silence.
public struct DeviceProfile: Identifiable, Sendable {
    /// Stable, for configuration and logs: lower-case words with hyphens.
    public let id: String
    /// The name that people know it by.
    public let name: String
    /// What it is to a runner.
    public let kind: DeviceKind
    /// How it is recognised: any one of these will do.
    public let clues: [Clue]
    /// What is odd about it, each with its evidence.
    public let quirks: [KnownQuirk]

    init(_ id: String, _ name: String, _ kind: DeviceKind, clues: [Clue], quirks: [KnownQuirk]) {
        self.id = id
        self.name = name
        self.kind = kind
        self.clues = clues
        self.quirks = quirks
    }

    /// All profiles, in the order of the files.
    public static let all: [DeviceProfile] =
        treadmillsByUnit + treadmillsByInclination + treadmillsByRecord + treadmillsByLink + heartRateSensors + footPods

    /// The profile of a device, or `nil` when none is known to be its own.
    ///
    /// Services and characteristics weigh more than Device Information, and that more than the advertised name; of
    /// equals the more particular wins. A device that is known to be another machine has no treadmill's profile.
    public static func matching(_ device: DeviceDescription) -> DeviceProfile? {
        candidates(for: device).first
    }

    /// The profile with this id, for a runner who names it.
    public static func named(_ id: String) -> DeviceProfile? { all.first { $0.id == id } }

    /// The strongest clue by which this profile recognises a device, or `nil` when it does not.
    public func clue(in device: DeviceDescription) -> Clue? {
        if kind == .treadmill, isAnotherMachine(device) { return nil }
        return clues.filter { $0.points(to: kind, in: device) }.max { $0.weight < $1.weight }
    }

    /// The profiles that equally well recognise a device better than all others: one at most, or the data is at fault.
    static func candidates(for device: DeviceDescription) -> [DeviceProfile] {
        let found = all.compactMap { profile in profile.clue(in: device).map { (profile: profile, clue: $0) } }
        guard let best = found.map(\.clue.weight).max(by: <) else { return [] }
        return found.filter { $0.clue.weight == best }.map(\.profile)
    }

    private func isAnotherMachine(_ device: DeviceDescription) -> Bool {
        guard let seen = device.characteristics else { return false }
        return !seen.isDisjoint(with: otherMachines) && kind.isBorneOut(by: device) == false
    }
}

extension Clue {
    /// Strength first, then particularity.
    fileprivate var weight: (Int, Int) { (strength.rawValue, particularity) }
}
