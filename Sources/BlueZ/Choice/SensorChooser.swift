public import SensorCodec

/// Which of the devices in reach are the runner's sensors, when none is remembered yet.
///
/// A strap, a treadmill and a foot pod may be chosen, one of each. If there is only one of a kind, it is taken by
/// itself, once there has been time for others to show; else the runner has the choice. Pure; times are microseconds.
public struct SensorChooser: Sendable {
    /// A device that may be chosen.
    public struct Candidate: Equatable, Sendable {
        /// Which device, with name and signal.
        public var device: RemoteDevice
        /// What it would be used for.
        public var kind: SensorKind
        /// When it was heard first.
        public var firstSeen: Int64
    }

    /// How long others have time to show, in microseconds.
    private static let patience: Int64 = 4_000_000
    /// More than a gym has.
    private static let capacity = 64

    /// In the order in which they were heard.
    public private(set) var candidates: [Candidate] = []
    /// What has been chosen, by kind.
    public private(set) var chosen: [SensorKind: BluetoothAddress] = [:]

    /// Nothing in reach; these were chosen before.
    public init(chosen: [SensorKind: BluetoothAddress] = [:]) { self.chosen = chosen }

    /// True while there is something to look for: no strap, or no treadmill, is chosen.
    public var isLooking: Bool { chosen[.heartRate] == nil || chosen[.treadmill] == nil && chosen[.footPod] == nil }

    /// A device was heard; `now` in microseconds. Devices that are no sensors of ours are passed over.
    public mutating func found(_ device: RemoteDevice, at now: Int64) {
        guard let kind = Self.kind(of: device) else { return }
        if let index = candidates.firstIndex(where: { $0.device.address == device.address }) {
            candidates[index].device = device
            candidates[index].kind = kind
        } else if candidates.count < Self.capacity {
            candidates.append(Candidate(device: device, kind: kind, firstSeen: now))
        }
    }

    /// The runner chose; answers what for.
    public mutating func choose(_ address: BluetoothAddress) -> Candidate? {
        guard let candidate = candidates.first(where: { $0.device.address == address }) else { return nil }
        chosen[candidate.kind] = address
        return candidate
    }

    /// Takes a sensor that is the only one of its kind, after a while; answers each once.
    public mutating func settle(at now: Int64) -> [Candidate] {
        SensorKind.allCases.compactMap { kind in
            guard chosen[kind] == nil else { return nil }
            // A foot pod is taken where there is no treadmill to tell the speed.
            if kind == .footPod, candidates.contains(where: { $0.kind == .treadmill }) || chosen[.treadmill] != nil {
                return nil
            }
            let ofKind = candidates.filter { $0.kind == kind }
            guard ofKind.count == 1, now - ofKind[0].firstSeen >= Self.patience else { return nil }
            chosen[kind] = ofKind[0].device.address
            return ofKind[0]
        }
    }

    /// True when there are several of a kind and none is chosen: the runner has to say which.
    public var needsChoice: Bool {
        SensorKind.allCases.contains { kind in
            chosen[kind] == nil && kind != .footPod && candidates.count { $0.kind == kind } > 1
        }
    }

    /// What a device is, by what it advertises; a machine that also sends heart rates is a machine.
    public static func kind(of device: RemoteDevice) -> SensorKind? {
        if device.services.contains(Service.fitnessMachine) { return isTreadmill(device) ? .treadmill : nil }
        if device.services.contains(Service.heartRate) { return .heartRate }
        if device.services.contains(Service.runningSpeedAndCadence) { return .footPod }
        return nil
    }

    /// A machine that says nothing of its type may be a treadmill.
    private static func isTreadmill(_ device: RemoteDevice) -> Bool {
        guard let data = device.fitnessMachineData,
            let advertised = try? FitnessMachineAdvertisement(decoding: data.span), let types = advertised.types,
            types.rawValue != 0
        else { return true }
        return types.contains(.treadmill)
    }
}
