import Reporting
import SensorCodec
import UnixIO

/// Decodes many values: lines `UUID HEX` on standard input, a JSON object for each on standard output.
///
/// A value that cannot be decoded has `error` in place of `value`; so has a line that is no value, and its text is
/// under `line`. The exit status is that of the worst: 65 when there is an `error`.
enum DecodeLines {
    static func run() throws {
        var isAllGood = true
        try writingOutput {
            var output = StandardOutput()
            while let line = readLine() {
                var json = JSONWriter()
                isAllGood = answer(to: line, in: &json) && isAllGood
                let text = json.text
                try output.append { buffer in
                    for at in text.indices { buffer.append(text[at]) }
                }
            }
            try output.flush()
        }
        if !isAllGood {
            throw CommandFailure(status: .badData, message: "not every line is a value that can be decoded")
        }
    }

    /// Writes the answer; false when it is an error.
    private static func answer(to line: String, in json: inout JSONWriter) -> Bool {
        let words = line.split(separator: " ", maxSplits: 1)
        guard let characteristic = words.first.flatMap({ BluetoothUUID(String($0)) }),
            let bytes = HexDigits.octets(words.count > 1 ? words[1] : "")
        else {
            json.lineError("no UUID and hex digits", line: line)
            return false
        }
        do throws(DecodingFailure) {
            if let value = try CharacteristicValue(decoding: bytes.span, of: characteristic) {
                json.characteristicLine(value, of: characteristic, bytes: bytes.span)
                return true
            }
            json.characteristicError("not_read", of: characteristic, bytes: bytes.span)
        } catch {
            json.characteristicError(error.description, of: characteristic, bytes: bytes.span)
        }
        return false
    }
}
