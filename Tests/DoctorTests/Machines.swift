import Doctor

/// Machines for the doctor, made up.
enum Machine {
    static let stick = HostAdapter(
        name: "hci0",
        attachment: .usb(USBDevice(vendor: "0a12", product: "0001", name: "Cambridge Silicon Radio, Ltd", port: "1-3")),
        path: "1-3",
        maySleep: false
    )
    static let board = HostAdapter(name: "hci0", attachment: .builtIn(bus: "serial"), path: "serial0-0")

    /// A machine on which nothing stops a run.
    static var well: HostFacts {
        var facts = HostFacts()
        facts.adapters = HostAdapters(list: [stick])
        facts.bluetoothd = BluetoothService(isInstalled: true, state: .running, version: BlueZVersion(5, 66))
        facts.bluez = BluetoothFacts(answer: .answered, adapters: ["hci0": BluetoothAdapterFacts(isPowered: true)])
        facts.home = "/home/ada/.local/share/steady"
        facts.isHomeWritable = true
        facts.mayMonitor = false
        return facts
    }

    /// That machine with something else about it.
    static func with(_ change: (inout HostFacts) -> Void) -> HostFacts {
        var facts = well
        change(&facts)
        return facts
    }

    /// A machine for each cause that there is, but for those of the machine that is well.
    static let ill: [(cause: Finding.Cause, severity: Finding.Severity, facts: HostFacts)] = [
        (
            .noAdapter, .stops,
            with {
                $0.adapters = HostAdapters(); $0.bluez.adapters = [:]
            }
        ),
        (
            .adapterWithoutDriver, .stops,
            with {
                let stick = USBDevice(vendor: "0bda", product: "8771", name: "Bluetooth Radio", port: "1-1")
                $0.adapters = HostAdapters(withoutDriver: [stick])
                $0.bluez.adapters = [:]
            }
        ),
        (.hardBlocked, .stops, with { $0.adapters.list[0].block = .hard }),
        (.softBlocked, .stops, with { $0.adapters.list[0].block = .soft }),
        (
            .bluezMissing, .stops,
            with {
                $0.bluetoothd = BluetoothService(isInstalled: false); $0.bluez = BluetoothFacts(answer: .noService)
            }
        ),
        (
            .bluetoothdMasked, .stops,
            with {
                $0.bluetoothd.state = .masked; $0.bluez = .unknown
            }
        ),
        (
            .bluetoothdFailed, .stops,
            with {
                $0.bluetoothd.state = .failed; $0.bluez = BluetoothFacts(answer: .noService)
            }
        ),
        (
            .bluetoothdStopped, .stops,
            with {
                $0.bluetoothd.state = .stopped; $0.bluez = .unknown
            }
        ),
        (.noSystemBus, .stops, with { $0.bluez = BluetoothFacts(answer: .noBus) }),
        (.accessDenied, .stops, with { $0.bluez = BluetoothFacts(answer: .accessDenied) }),
        (.busError, .stops, with { $0.bluez = BluetoothFacts(answer: .failed("org.freedesktop.DBus.Error.NoReply")) }),
        (.adapterUnknownToBlueZ, .stops, with { $0.bluez.adapters = [:] }),
        (.poweredOff, .stops, with { $0.bluez.adapters["hci0"]?.isPowered = false }),
        (.limitsRefuse, .stops, with { $0.limits.maximumInterval = 400 }),
        (.homeNotWritable, .stops, with { $0.isHomeWritable = false }),
        (.bluezVersion, .mayTrouble, with { $0.bluetoothd.version = BlueZVersion(5, 87) }),
        (.sensorTaken, .mayTrouble, with { $0.sensors = [SensorFacts(name: "Polar H10", presence: .silent)] }),
        (
            .slowSensor, .mayTrouble,
            with { $0.sensors = [SensorFacts(name: "Polar H7", presence: .advertising, disconnectReason: 0x3B)] }
        ),
        (
            .shortTimeout, .mayTrouble,
            with { $0.sensors = [SensorFacts(name: "TICKR", presence: .connected, disconnectReason: 0x08)] }
        ),
        (
            .sharedRadio, .mayTrouble,
            with {
                $0.adapters.list = [board]; $0.isRaspberryPi = true; $0.usesOwnWiFi = true
            }
        ),
        (.adapterSleeps, .mayTrouble, with { $0.adapters.list[0].maySleep = true }),
        (
            .bluezNotAsked, .fine,
            with {
                $0.bluetoothd.state = .unknown; $0.bluez = .unknown
            }
        ),
    ]
}
