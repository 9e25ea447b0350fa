/// A Bluetooth adapter of this machine, as the kernel and udev know it; what BlueZ says of it is apart.
public struct HostAdapter: Hashable, Sendable {
    /// The kernel's name, `hci0`; given anew at each start and each time the stick is plugged in.
    public var name: String
    /// What it hangs on.
    public var attachment: Attachment
    /// Where it sits, which stays the same: udev's `ID_PATH`, else the kernel's name of the port, `1-3` or `serial0-0`.
    public var path: String?
    /// Whether it is blocked.
    public var block: RadioBlock
    /// The kernel may put the stick to sleep (USB autosuspend); `nil` where nobody says.
    public var maySleep: Bool?

    /// An adapter that is not blocked.
    public init(
        name: String,
        attachment: Attachment = .builtIn(bus: nil),
        path: String? = nil,
        block: RadioBlock = .none,
        maySleep: Bool? = nil
    ) {
        self.name = name
        self.attachment = attachment
        self.path = path
        self.block = block
        self.maySleep = maySleep
    }

    /// How an adapter is connected to the machine.
    public enum Attachment: Hashable, Sendable {
        /// A stick, or a chip on an inner USB port.
        case usb(USBDevice)
        /// A chip of the board; the bus it hangs on where that is known: `serial` on a Raspberry Pi.
        case builtIn(bus: String?)
    }

    /// What it is, for a person: `Cambridge Silicon Radio, Ltd (0a12:0001)` or `built in (serial)`.
    public var product: String {
        switch attachment {
        case .usb(let device): device.description
        case .builtIn(let bus?): "built in (\(bus))"
        case .builtIn(nil): "built in"
        }
    }

    /// It is soldered to the board, not on USB.
    public var isBuiltIn: Bool {
        if case .builtIn = attachment { true } else { false }
    }
}

/// A device on USB.
public struct USBDevice: Hashable, Sendable, CustomStringConvertible {
    /// Its vendor, four hex digits in lower case.
    public var vendor: String
    /// Its product, four hex digits in lower case.
    public var product: String
    /// What it is called, by udev's database of devices, else by itself.
    public var name: String?
    /// The kernel's name of the port: `1-3`.
    public var port: String

    /// A device at a port.
    public init(vendor: String, product: String, name: String? = nil, port: String) {
        self.vendor = vendor
        self.product = product
        self.name = name
        self.port = port
    }

    /// Name and numbers.
    public var description: String {
        name.map { "\($0) (\(vendor):\(product))" } ?? "USB \(vendor):\(product)"
    }
}

/// Whether a radio is blocked, after the kernel's rfkill.
public enum RadioBlock: String, Hashable, Sendable {
    /// It may send.
    case none
    /// A program blocked it, and a program can lift that.
    case soft
    /// A switch or key of the machine blocks it.
    case hard
}

/// A switch for Bluetooth that belongs to no adapter: many laptops take the adapter off its bus with it.
public struct RadioSwitch: Hashable, Sendable {
    /// Its name, such as `tpacpi_bluetooth_sw`.
    public var name: String
    /// Whether it blocks.
    public var block: RadioBlock

    /// A switch.
    public init(name: String, block: RadioBlock) {
        self.name = name
        self.block = block
    }
}

/// What of Bluetooth is plugged into this machine.
public struct HostAdapters: Hashable, Sendable {
    /// The adapters, in the order of their numbers.
    public var list: [HostAdapter]
    /// Switches that belong to none of them.
    public var switches: [RadioSwitch]
    /// Sticks for Bluetooth that the kernel made no adapter of: a driver or its firmware is missing.
    public var withoutDriver: [USBDevice]

    /// Nothing, or what is given.
    public init(list: [HostAdapter] = [], switches: [RadioSwitch] = [], withoutDriver: [USBDevice] = []) {
        self.list = list
        self.switches = switches
        self.withoutDriver = withoutDriver
    }
}
