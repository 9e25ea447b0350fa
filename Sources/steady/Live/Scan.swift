import ArgumentParser
import BlueZ
import EventLoop
import Glibc
import Hardware
import Practice
import Reporting
import SensorCodec
import UnixIO

/// Shows what sensors are in reach.
struct Scan: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Find sensors: straps, treadmills, foot pods in reach."
    )

    @Option(help: ArgumentHelp("How long to listen.", valueName: "seconds"))
    var seconds = 10

    @Flag(help: "Show every device that is heard, not only sensors.")
    var all = false

    @Flag(help: "JSON lines, one for each device.")
    var json = false

    @Option(help: ArgumentHelp("The adapter, by name or address. Default: any.", valueName: "hci0|address"))
    var adapter: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if !(1...3600).contains(seconds) { throw ValidationError("--seconds takes 1 to 3600") }
    }

    func run() throws {
        let scan = try ScanRun(adapter: adapter, isVerbose: common.verbose)
        try scan.listen(seconds: seconds)
        let loudestFirst = scan.devices.values.sorted {
            ($0.rssiDBm ?? -128, $1.address.rawValue) > ($1.rssiDBm ?? -128, $0.address.rawValue)
        }
        let devices = loudestFirst.map { SensorReport($0) }.filter { all || $0.kind != nil || !$0.remarks.isEmpty }
        try writingOutput {
            var output = StandardOutput()
            for device in devices {
                if json {
                    var text = JSONWriter()
                    text.line(for: device)
                    try output.write(text.text)
                } else {
                    for line in device.lines { try output.print(line) }
                }
            }
            if devices.isEmpty, !json {
                try output.print(SearchSaying.noneHeard.text())
            }
            try output.flush()
        }
    }
}

/// Listens for a while and keeps what was heard.
final class ScanRun: LinkClient {
    private(set) var devices: [BluetoothAddress: RemoteDevice] = [:]
    private let loop: EventLoop
    private var link: BlueZLink?
    private let isVerbose: Bool
    private var wasReady = false

    init(adapter: String?, isVerbose: Bool) throws(CommandFailure) {
        self.isVerbose = isVerbose
        do throws(SystemFailure) {
            loop = try EventLoop()
        } catch {
            throw CommandFailure(error)
        }
        var configuration = BlueZLink.Configuration()
        configuration.adapter = adapter
        let link = BlueZLink(configuration, on: loop, client: self)
        link.scan(true)
        self.link = link
    }

    /// Fails when there is no Bluetooth to listen with.
    func listen(seconds: Int) throws(CommandFailure) {
        var failure: CommandFailure?
        try listen(seconds: seconds, &failure)
        if let failure { throw failure }
    }

    private func listen(seconds: Int, _ failure: inout CommandFailure?) throws(CommandFailure) {
        guard let link else { return }
        var isInterrupted = false
        defer { link.scan(false) }
        do throws(SystemFailure) {
            let signals = try SignalWatch([SIGINT, SIGTERM], on: loop) { _ in isInterrupted = true }
            defer { withExtendedLifetime(signals) {} }
            let began = MonotonicClock.nowMicroseconds
            // bluetoothd may have to be started first, and an adapter to be switched on.
            _ = try loop.run(untilMicroseconds: began + 8_000_000) { wasReady || isInterrupted }
            if !wasReady, !isInterrupted {
                failure = CommandFailure(link.host)
            }
            if failure != nil { return }
            let end = MonotonicClock.nowMicroseconds + Int64(seconds) * 1_000_000
            _ = try loop.run(untilMicroseconds: end) { isInterrupted }
        } catch {
            throw CommandFailure(error)
        }
    }

    func received(_ bytes: Span<UInt8>, from origin: ValueOrigin) {}

    func happened(_ event: LinkEvent) {
        switch event {
        case .found(let device): devices[device.address] = device
        case .host(.ready): wasReady = true
        default: break
        }
        if isVerbose, let line = LinkWords.line(for: event, isVerbose: true) { StandardError.print("steady: \(line)") }
    }
}

extension SensorReport {
    /// A device that was heard.
    fileprivate init(_ device: RemoteDevice) {
        self.init(address: device.address, kind: SensorChooser.kind(of: device), name: device.name)
        signalDBm = device.rssiDBm
        services = device.services.sorted { ($0.high, $0.low) < ($1.high, $1.low) }
        let description = DeviceDescription(name: device.name, services: device.services)
        profile = DeviceProfile.matching(description).map { ($0.id, $0.name) }
        if kind == nil { remarks = UnsupportedProtocol.seen(on: description).prefix(1).map(\.sentence) }
    }
}

extension CommandFailure {
    /// Bluetooth cannot be used, and what there is to do about it.
    init(_ host: HostState) {
        let isForbidden = host == .noService(.notPermitted)
        self.init(
            status: isForbidden ? .notPermitted : .unavailable,
            message: LinkWords.sentence(for: host) ?? "Bluetooth does not answer; `steady doctor` says more."
        )
    }
}
