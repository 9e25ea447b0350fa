import ArgumentParser
import Reporting
import SensorCodec
import UnixIO

/// Decodes one characteristic value given as hex digits.
struct Decode: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "Decode one characteristic value, e.g. steady decode 2a37 1648e803",
        discussion: "Steady reads these (1826 is the service data that a fitness machine advertises):\n"
            + CharacteristicValue.readable.map { "  \($0)  \($0.name ?? "")" }.joined(separator: "\n")
    )

    @Argument(help: "The characteristic: 2a37, or a full UUID.")
    var uuid: String

    @Argument(help: "The value as hex digits; spaces and colons are ignored.")
    var hex: [String] = []

    @Flag(help: "One JSON object.")
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        guard let characteristic = BluetoothUUID(uuid) else {
            throw ValidationError("'\(uuid)' is no UUID; give four hex digits such as 2a37")
        }
        let bytes = try octets()
        let value: CharacteristicValue
        do {
            guard let decoded = try CharacteristicValue(decoding: bytes.span, of: characteristic) else {
                throw ValidationError(
                    "Steady does not read \(characteristic); `steady help decode` lists what it reads"
                )
            }
            value = decoded
        } catch let failure as DecodingFailure {
            throw CommandFailure(status: .badData, message: Self.words(failure))
        }
        try writingOutput {
            var output = StandardOutput()
            if json {
                try printJSON(value, characteristic, bytes, to: &output)
            } else {
                try printLines(value, characteristic, bytes, to: &output)
            }
            try output.flush()
        }
    }

    private func octets() throws -> [UInt8] {
        var digits = hex.joined().lowercased().filter { $0 != " " && $0 != ":" }
        if digits.hasPrefix("0x") { digits.removeFirst(2) }
        let nibbles = digits.compactMap { $0.isASCII ? $0.hexDigitValue : nil }
        guard nibbles.count == digits.count, nibbles.count.isMultiple(of: 2) else {
            throw ValidationError("'\(hex.joined(separator: " "))' is not a whole number of octets in hex digits")
        }
        guard nibbles.count <= 1024 else { throw ValidationError("a value has at most 512 octets") }
        return stride(from: 0, to: nibbles.count, by: 2).map { UInt8(nibbles[$0] << 4 | nibbles[$0 + 1]) }
    }

    private func printJSON(
        _ value: CharacteristicValue,
        _ characteristic: BluetoothUUID,
        _ bytes: [UInt8],
        to output: inout StandardOutput
    ) throws(SystemFailure) {
        var json = JSONWriter()
        json.characteristicLine(value, of: characteristic, bytes: bytes.span)
        try output.write(json.text)
    }

    private func printLines(
        _ value: CharacteristicValue,
        _ characteristic: BluetoothUUID,
        _ bytes: [UInt8],
        to output: inout StandardOutput
    ) throws(SystemFailure) {
        try output.print("\(characteristic.name ?? "") (\(characteristic)), \(bytes.count) octets")
        let width = value.lines.map(\.name.count).max() ?? 0
        for line in value.lines {
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
