/// The names that bluetoothd goes by on the bus.
///
/// Source: BlueZ 5.66, doc/adapter-api.txt, device-api.txt, gatt-api.txt.
public enum BlueZName {
    /// The service.
    public static let service = "org.bluez"
    /// Everything of bluetoothd's lies below this path.
    public static let root = "/org/bluez"
    /// An adapter.
    public static let adapter = "org.bluez.Adapter1"
    /// A device that was seen or is known.
    public static let device = "org.bluez.Device1"
    /// The battery of a connected device.
    public static let battery = "org.bluez.Battery1"
    /// A service of a device.
    public static let gattService = "org.bluez.GattService1"
    /// A characteristic of a device.
    public static let characteristic = "org.bluez.GattCharacteristic1"
    /// Where programs register what they offer and want, on an adapter.
    public static let gattManager = "org.bluez.GattManager1"
    /// What a program registers to have trusted devices connected again.
    public static let gattProfile = "org.bluez.GattProfile1"
    /// Properties of any object.
    public static let properties = "org.freedesktop.DBus.Properties"
    /// The list of all objects.
    public static let objectManager = "org.freedesktop.DBus.ObjectManager"
}
