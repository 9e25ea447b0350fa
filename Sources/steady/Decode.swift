import ArgumentParser
import Reporting
import SensorCodec
import UnixIO

/// Decodes one characteristic value given as hex digits.
struct Decode: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "Decode one characteristic value, e.g. steady decode 2a37 1648e803",
        discussion: "Steady reads these (1826 is the service data that a fitness machine advertises): "
            + CharacteristicValue.readable.map { "\($0) \($0.name ?? "")" }.joined(separator: ", ") + "."
    )

    @Argument(
        help: "The characteristic: 2a37, or a full UUID; - reads lines of UUID and hex digits, and answers in JSON."
    )
    var uuid: String

    @Argument(help: "The value as hex digits; spaces and colons are ignored.")
    var hex: [String] = []

    @Flag(help: "One JSON object.")
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        if uuid == "-" { return try DecodeLines.run() }
        guard let characteristic = BluetoothUUID(uuid) else {
            throw ValidationError("'\(uuid)' is no UUID; give four hex digits such as 2a37")
        }
        guard let bytes = HexDigits.octets(hex.joined()) else {
            throw ValidationError("'\(hex.joined(separator: " "))' is not a whole number of octets in hex digits")
        }
        guard bytes.count <= 512 else { throw ValidationError("a value has at most 512 octets") }
        try Self.show(bytes, of: characteristic, isJSON: json)
    }

    /// Decodes a value and prints it.
    static func show(_ bytes: [UInt8], of characteristic: BluetoothUUID, isJSON: Bool) throws {
        let value = try decoded(bytes, characteristic)
        try writingOutput {
            var output = StandardOutput()
            if isJSON {
                var json = JSONWriter()
                json.characteristicLine(value, of: characteristic, bytes: bytes.span)
                try output.write(json.text)
            } else {
                try printLines(value, characteristic, bytes.count, to: &output)
            }
            try output.flush()
        }
    }

    private static func decoded(_ bytes: [UInt8], _ characteristic: BluetoothUUID) throws -> CharacteristicValue {
        do throws(DecodingFailure) {
            if let value = try CharacteristicValue(decoding: bytes.span, of: characteristic) { return value }
        } catch {
            throw CommandFailure(status: .badData, message: words(error))
        }
        throw ValidationError("Steady does not read \(characteristic); `steady help decode` lists what it reads")
    }

    private static func printLines(
        _ value: CharacteristicValue,
        _ characteristic: BluetoothUUID,
        _ octets: Int,
        to output: inout StandardOutput
    ) throws(SystemFailure) {
        let lines = value.lines
        let width = lines.map(\.name.count).max() ?? 0
        try output.print("\(characteristic.name ?? "") (\(characteristic)), \(octets) octets")
        for line in lines {
            try output.print("  \(line.name)\(String(repeating: " ", count: width - line.name.count))  \(line.value)")
        }
        for issue in value.issues.descriptions { try output.print("  odd: \(issue)") }
    }

    private static func words(_ failure: DecodingFailure) -> String {
        switch failure {
        case .empty: "the value is empty: nothing to decode"
        case .truncatedFlags(let needed): "the value ends inside its flags, which have \(needed) octets"
        }
    }
}
