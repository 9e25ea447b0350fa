/// What the doctor looks at: plain data, gathered by others. What nobody asked is `nil` or its own case, and leads to
/// no finding.
public struct HostFacts: Equatable, Sendable {
    /// What is plugged in.
    public var adapters = HostAdapters()
    /// The service of BlueZ on this machine.
    public var bluetoothd = BluetoothService()
    /// What it answered over D-Bus.
    public var bluez = BluetoothFacts.unknown
    /// Limits for the parameters of connections.
    public var limits = ConnectionLimits()
    /// The machine is a Raspberry Pi.
    public var isRaspberryPi = false
    /// Its own Wi-Fi, on the chip of its own Bluetooth, is in use.
    public var usesOwnWiFi = false
    /// The names of the user's groups.
    public var groups: [String] = []
    /// This process may open the kernel's monitor of Bluetooth traffic (CAP_NET_RAW); `nil` when not known.
    public var mayMonitor: Bool?
    /// The remembered sensors.
    public var sensors: [SensorFacts] = []
    /// Where the log lives.
    public var home: String?
    /// The user may write there; `nil` when not known.
    public var isHomeWritable: Bool?

    /// Facts that nobody gathered yet.
    public init() {}
}

/// The service `bluetoothd`, as the machine tells without D-Bus.
public struct BluetoothService: Equatable, Sendable {
    /// Whether it runs, by systemd's count.
    public enum State: String, Sendable {
        /// Nobody knows: no systemd here, or it was not asked.
        case unknown
        /// It runs.
        case running
        /// It was never started, or was ended.
        case stopped
        /// It ended with an error or crashed.
        case failed
        /// The administrator forbade it (`systemctl mask`).
        case masked
    }

    /// The program is there; `nil` when nobody looked.
    public var isInstalled: Bool?
    /// Whether it runs.
    public var state = State.unknown
    /// What it calls itself.
    public var version: BlueZVersion?

    /// A service that nobody asked about.
    public init(isInstalled: Bool? = nil, state: State = .unknown, version: BlueZVersion? = nil) {
        self.isInstalled = isInstalled
        self.state = state
        self.version = version
    }
}

/// What BlueZ answered over D-Bus; the room that speaks to it fills this in.
public struct BluetoothFacts: Equatable, Sendable {
    /// How far the question came.
    public enum Answer: Equatable, Sendable {
        /// Nobody asked.
        case notAsked
        /// BlueZ answered.
        case answered
        /// There is no system bus to ask on.
        case noBus
        /// The bus is there, BlueZ is not (`ServiceUnknown`, `NameHasNoOwner`, an activation that failed).
        case noService
        /// The bus forbids the question (`org.freedesktop.DBus.Error.AccessDenied`).
        case accessDenied
        /// Another D-Bus error: its name.
        case failed(String)
    }

    /// How far the question came.
    public var answer: Answer
    /// What it says of each adapter, by the kernel's name: `hci0`.
    public var adapters: [String: BluetoothAdapterFacts]

    /// An answer.
    public init(answer: Answer, adapters: [String: BluetoothAdapterFacts] = [:]) {
        self.answer = answer
        self.adapters = adapters
    }

    /// Nobody asked.
    public static let unknown = Self(answer: .notAsked)
}

/// What BlueZ says of an adapter.
public struct BluetoothAdapterFacts: Equatable, Sendable {
    /// It is switched on.
    public var isPowered: Bool
    /// It is looking for devices, for whichever program.
    public var isDiscovering: Bool
    /// Its address, `AA:BB:CC:DD:EE:FF`.
    public var address: String?

    /// An adapter's state.
    public init(isPowered: Bool, isDiscovering: Bool = false, address: String? = nil) {
        self.isPowered = isPowered
        self.isDiscovering = isDiscovering
        self.address = address
    }
}

/// A remembered sensor, and what is known of it now.
public struct SensorFacts: Equatable, Sendable {
    /// Whether it can be met.
    public enum Presence: Sendable {
        /// Nobody looked for it.
        case notLooked
        /// It advertises itself.
        case advertising
        /// It was looked for, and does not advertise: asleep, away, or taken by another device.
        case silent
        /// It is connected to this machine.
        case connected
    }

    /// What the user calls it.
    public var name: String
    /// Whether it can be met.
    public var presence: Presence
    /// Why its last link ended, as the Bluetooth specification numbers it (Core 5.4, Vol 1, Part F); `nil` when not known.
    public var disconnectReason: UInt8?

    /// A sensor.
    public init(name: String, presence: Presence, disconnectReason: UInt8? = nil) {
        self.name = name
        self.presence = presence
        self.disconnectReason = disconnectReason
    }
}
