import ArgumentParser
import BlueZ
import EventLoop
import SensorCodec
import SystemBus
import UnixIO

/// Writes to a machine's control point and shows its answer. For engineers: Steady itself asks nothing of a machine.
struct ControlPoint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "control-point",
        abstract: "Write octets to a treadmill's Fitness Machine Control Point, and show its answer.",
        discussion: "The belt may move. Stand beside it, not on it.",
        shouldDisplay: false
    )

    @Argument(help: "The treadmill's address.")
    var treadmill: AddressArgument

    @Argument(help: "The octets in hex, e.g. 00 for Request Control.")
    var hex: String

    @Option(help: ArgumentHelp("How long to wait for everything.", valueName: "seconds"))
    var seconds = 30

    @Flag(help: "One JSON object.")
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        guard let bytes = HexDigits.octets(hex), !bytes.isEmpty, bytes.count <= 512 else {
            throw CommandFailure(status: .usage, message: "\(hex.printable) is no octets in hex")
        }
        let exchange = try ControlPointExchange(treadmill.address, bytes, isVerbose: common.verbose)
        try Decode.show(try exchange.run(seconds: seconds), of: ControlPointExchange.characteristic, isJSON: json)
    }
}

/// One write to a control point, and the indication that answers it.
private final class ControlPointExchange: LinkClient {
    static let characteristic = BluetoothUUID(0x2AD9)

    private let loop: EventLoop
    private var link: BlueZLink?
    private let treadmill: BluetoothAddress
    private let bytes: [UInt8]
    private let isVerbose: Bool
    private var hasAsked = false
    private var answer: [UInt8]?
    private var refusal: String?

    init(_ treadmill: BluetoothAddress, _ bytes: [UInt8], isVerbose: Bool) throws(CommandFailure) {
        self.treadmill = treadmill
        self.bytes = bytes
        self.isVerbose = isVerbose
        do throws(SystemFailure) {
            loop = try EventLoop()
        } catch {
            throw CommandFailure(error)
        }
        link = BlueZLink(on: loop, client: self)
        link?.follow(treadmill)
    }

    /// Answers what the machine indicates; fails when it refuses, or says nothing in time.
    func run(seconds: Int) throws(CommandFailure) -> [UInt8] {
        let end = MonotonicClock.nowMicroseconds + Int64(seconds) * 1_000_000
        do throws(SystemFailure) {
            _ = try loop.run(untilMicroseconds: end) { answer != nil || refusal != nil }
            var isClosed = false
            link?.close { isClosed = true }
            _ = try loop.run(untilMicroseconds: MonotonicClock.nowMicroseconds + 4_000_000) { isClosed }
        } catch {
            throw CommandFailure(error)
        }
        if let answer { return answer }
        let reason = refusal ?? (hasAsked ? "the machine does not answer" : "the machine could not be reached")
        throw CommandFailure(status: .inputOutput, message: reason.printable)
    }

    func received(_ bytes: Span<UInt8>, from origin: ValueOrigin) {
        guard hasAsked, origin.characteristic == Self.characteristic else { return }
        answer = bytes.indices.map { bytes[$0] }
    }

    func happened(_ event: LinkEvent) {
        if isVerbose, let line = LinkWords.line(for: event, isVerbose: true) { StandardError.print("steady: \(line)") }
        guard event == .phase(.live, of: treadmill), !hasAsked else { return }
        hasAsked = true
        link?.write(bytes, to: Self.characteristic, of: treadmill) { [weak self] error in
            if let error { self?.refusal = "the machine refuses: \(error.name) \(error.message)" }
        }
    }
}
