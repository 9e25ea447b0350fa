import ArgumentParser
import Hardware
import Practice
import Reporting
import SensorCodec
import Settings
import UnixIO

/// The sensors that are remembered.
struct Devices: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "devices",
        abstract: "Show the remembered sensors, or forget one.",
        discussion: "They stand in steady.conf in the home, which may be changed by hand."
    )

    @Option(help: ArgumentHelp("Forget this sensor.", valueName: "address"))
    var forget: AddressArgument?

    @Flag(help: "One JSON object.")
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        var file = try SettingsFile(home: try common.directory())
        for odd in file.settings.oddLines {
            StandardError.print(
                "steady: \(file.path.printable), line \(odd.number), means nothing: \(odd.text.printable)"
            )
        }
        if let forget {
            var wasThere = false
            try file.change { wasThere = $0.forget(forget.address) }
            if !wasThere {
                throw CommandFailure(status: .noInput, message: "no sensor \(forget.address) is remembered")
            }
        }
        let reports = file.settings.sensors.map { SensorReport($0) }
        try writingOutput {
            var output = StandardOutput()
            if json {
                var text = JSONWriter()
                text.devices(reports)
                try output.write(text.text)
            } else if reports.isEmpty {
                try output.print(SearchSaying.noneRemembered.text())
            } else {
                for line in reports.flatMap(\.lines) { try output.print(line) }
            }
            try output.flush()
        }
    }
}

extension SensorReport {
    /// A remembered sensor, with the profile that its name gives.
    fileprivate init(_ sensor: RememberedSensor) {
        self.init(address: sensor.address, kind: sensor.kind, name: sensor.name)
        let description = DeviceDescription(name: sensor.name)
        profile = DeviceProfile.matching(description).map { ($0.id, $0.name) }
    }
}
