public import SensorCodec

/// One way to recognise a device.
public enum Clue: Hashable, Sendable {
    /// All of these services and characteristics were seen.
    case attributes(services: Set<BluetoothUUID>, characteristics: Set<BluetoothUUID> = [])
    /// Device Information begins like this; `nil` for any.
    case information(manufacturer: String? = nil, model: String? = nil, firmware: String? = nil)
    /// The advertised name follows this pattern.
    case name(NamePattern)
    /// Device Information that names only the radio module inside: a name says more of the machine around it.
    case module(manufacturer: String, model: String)

    /// A name that begins like this.
    static func name(_ prefix: String) -> Clue { .name(NamePattern(prefix)) }

    /// A name that begins like this, as those of other devices may.
    static func sharedName(_ prefix: String, length: ClosedRange<Int>? = nil, endsInDigits: Bool = false) -> Clue {
        .name(NamePattern(prefix, length: length, endsInDigits: endsInDigits, isShared: true))
    }

    /// How much a clue says; a stronger one wins, whatever it is about.
    public enum Strength: Int, Comparable, Sendable {
        case module, name, information, attributes

        public static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
    }

    /// How much this clue says.
    public var strength: Strength {
        switch self {
        case .attributes: .attributes
        case .information: .information
        case .name: .name
        case .module: .module
        }
    }

    /// Of two clues of one strength, the more particular wins: the more it asks for the higher.
    var particularity: Int {
        switch self {
        case .attributes(let services, let characteristics): services.count + characteristics.count
        case .information(let manufacturer, let model, let firmware):
            [manufacturer, model, firmware].reduce(0) { $0 + ($1?.utf8.count ?? 0) }
        case .name(let pattern): pattern.prefix.utf8.count
        case .module(let manufacturer, let model): manufacturer.utf8.count + model.utf8.count
        }
    }

    /// Does a device of this kind show this clue?
    func points(to kind: DeviceKind, in device: DeviceDescription) -> Bool {
        switch self {
        case .attributes(let services, let characteristics):
            return services.isSubset(of: device.services ?? [])
                && characteristics.isSubset(of: device.characteristics ?? [])
        case .information(let manufacturer, let model, let firmware):
            return [
                (manufacturer, device.manufacturerName), (model, device.modelNumber),
                (firmware, device.firmwareRevision),
            ].allSatisfy { wanted, found in wanted.map { found?.hasASCIIPrefix($0) ?? false } ?? true }
        case .module(let manufacturer, let model):
            return device.manufacturerName?.hasASCIIPrefix(manufacturer) ?? false
                && device.modelNumber?.hasASCIIPrefix(model) ?? false
        case .name(let pattern):
            guard let name = device.name, pattern.matches(name) else { return false }
            return !pattern.isShared || kind.isBorneOut(by: device) ?? true
        }
    }
}
