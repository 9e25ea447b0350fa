/// A device of the machine as plain data: what udev knows of it that adapters are recognised by.
struct DeviceRecord: Equatable {
    /// Where it is below `/sys`.
    var path: String
    /// The kernel's name: `hci0`, `rfkill0`, `1-3`.
    var name: String
    /// `bluetooth`, `rfkill`, `usb`.
    var subsystem: String?
    /// `host`, `usb_device`.
    var type: String?
    /// Properties of udev and attributes of the kernel, those that are asked for.
    var values: [String: String]

    /// All that is ever asked for.
    static let keys = [
        "ID_PATH", "ID_MODEL_FROM_DATABASE", "ID_VENDOR_FROM_DATABASE", "RFKILL_NAME", "RFKILL_TYPE", "RFKILL_STATE",
        "idVendor", "idProduct", "product", "power/control", "soft", "hard", "bDeviceSubClass", "bDeviceProtocol",
    ]

    /// A device, and what it answers to each key.
    init(path: String, name: String, subsystem: String?, type: String?, value: (String) -> String?) {
        self.path = path
        self.name = name
        self.subsystem = subsystem
        self.type = type
        values = [:]
        for key in Self.keys {
            // Attributes may end in spaces that fill a field.
            let text = value(key).map { String($0.reversed().drop { $0.isWhitespace }.reversed()) }
            if let text, !text.isEmpty { values[key] = text }
        }
    }
}
