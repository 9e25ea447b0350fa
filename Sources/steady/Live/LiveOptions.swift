import ArgumentParser
import BlueZ
import Hardware
import SensorCodec

/// How sensors are to be reached, for one call.
struct LiveOptions: ParsableArguments {
    @Option(help: ArgumentHelp("bluez connects; monitor listens to what another program is connected to."))
    var transport = Transport.bluez

    @Option(
        help: ArgumentHelp(
            "With --transport monitor: read what `steady monitor` writes; - is standard input.",
            valueName: "file"
        )
    )
    var from: String?

    @Option(help: ArgumentHelp("The adapter, by name or address. Default: any.", valueName: "hci0|address"))
    var adapter: String?

    @Option(
        help: ArgumentHelp(
            "The strap, by its address. Default: the remembered one, or the only one.",
            valueName: "address"
        )
    )
    var strap: AddressArgument?

    @Option(help: ArgumentHelp("The treadmill, by its address.", valueName: "address"))
    var treadmill: AddressArgument?

    @Option(help: ArgumentHelp("start: through the bus; acquire: a descriptor for each characteristic."))
    var notify = Notify.start

    @Flag(help: "At the end, say on standard error how the link went and what it cost.")
    var stats = false

    enum Transport: String, CaseIterable, ExpressibleByArgument {
        case bluez, monitor
    }

    enum Notify: String, CaseIterable, ExpressibleByArgument {
        case start, acquire
    }

    func validate() throws {
        if from != nil, transport != .monitor { throw ValidationError("--from goes with --transport monitor") }
    }

    /// For the link.
    var configuration: BlueZLink.Configuration {
        var configuration = BlueZLink.Configuration()
        configuration.adapter = adapter
        configuration.acquiresNotifications = notify == .acquire
        return configuration
    }

    /// The sensors that were named.
    var named: [SensorKind: BluetoothAddress] {
        var named: [SensorKind: BluetoothAddress] = [:]
        named[.heartRate] = strap?.address
        named[.treadmill] = treadmill?.address
        return named
    }
}

/// `E1:57:EA:D1:00:01`
struct AddressArgument: ExpressibleByArgument {
    var address: BluetoothAddress

    init?(argument: String) {
        guard let address = BluetoothAddress(argument) else { return nil }
        self.address = address
    }
}
