import BlueZ
import SensorCodec

/// Where the values of a live run come from.
protocol LiveSource: AnyObject {
    /// Whether sensors can be reached at all.
    var host: HostState { get }
    /// Listens to a sensor from now on.
    func follow(_ sensor: BluetoothAddress)
    /// Tells of everything in reach, as long as this is so.
    func scan(_ isWanted: Bool)
    /// How far a sensor is, if that is this program's doing.
    func phase(of sensor: BluetoothAddress) -> SensorSupervisor.Phase?
    /// Lets go of the sensors, and calls `done` then.
    func close(_ done: @escaping () -> Void)
    /// How it went, in lines.
    var statistics: [String] { get }
}

extension BlueZLink: LiveSource {
    var statistics: [String] {
        [
            "link: \(counts.values) values, \(counts.drops) drops, \(counts.silences) silences, "
                + "\(counts.serviceLosses) times without bluetoothd, \(counts.duplicates) duplicates, "
                + "\(counts.emptyValues) empty, \(counts.unreadableMessages) unreadable"
        ]
    }
}
