import Foundation
import Reporting
import TestSupport
import Testing

@Suite("JSON text")
struct JSONWriterTests {
    @Test("text of any kind is read back as it was, and stays on its line")
    func strings() throws {
        let texts =
            [
                "", "plain", "\"quoted\"", "back\\slash", "\\\"", "\u{1B}[31mred\u{1B}[0m", "Tab\tand\r\nline", "♥ 心 🏃🏽‍♀️",
                "\u{2028}\u{2029}\u{FEFF}",
            ]
            + (0...0xFF as ClosedRange<UInt32>).compactMap { Unicode.Scalar($0).map { "a\(Character($0))b" } }
        var json = JSONWriter()
        json.beginObject()
        json.key("texts")
        json.beginArray()
        for text in texts { json.string(text) }
        json.endArray()
        json.endObject()
        #expect(try Parsed.object(json.octets)["texts"] as? [String] == texts)
        #expect(json.octets.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    }

    @Test("a decimal number is exact and has no zero at its end")
    func decimals() {
        let cases: [(value: Int64, places: Int, text: String)] = [
            (0, 0, "0"), (0, 1, "0"), (0, 7, "0"), (7, 0, "7"), (10, 0, "10"), (1055, 2, "10.55"), (1050, 2, "10.5"),
            (1000, 2, "10"), (5, 2, "0.05"), (1, 7, "0.0000001"), (-5, 1, "-0.5"), (-15, 1, "-1.5"), (-100, 2, "-1"),
            (-1, 3, "-0.001"), (Int64.max, 0, "9223372036854775807"), (Int64.max, 3, "9223372036854775.807"),
            (Int64.min, 0, "-9223372036854775808"), (Int64.min, 7, "-922337203685.4775808"),
            (Int64.min, 1, "-922337203685477580.8"),
        ]
        for (value, places, text) in cases {
            #expect(written { $0.decimal(value, places: places) } == text)
            #expect(written { $0.number("n", value, places: places) } == "\"n\":\(text)")
        }
        #expect(written { $0.integer(.min) } == "-9223372036854775808")
    }

    @Test("decimal numbers of chance are what exact arithmetic says")
    func chanceDecimals() {
        var random = Randomness(seed: 1)
        for _ in 0..<5000 {
            let shift = UInt64.random(in: 0..<64, using: &random)
            let value = Int64(bitPattern: random.next()) >> Int64(shift)
            let places = Int.random(in: 0...7, using: &random)
            let text = written { $0.decimal(value, places: places) }
            let exact = Decimal(
                sign: value < 0 ? .minus : .plus,
                exponent: -places,
                significand: Decimal(value.magnitude)
            )
            #expect(Decimal(string: text) == exact, "\(value) with \(places) places")
            #expect(!text.contains(".") || text.last != "0", "\(value) with \(places) places")
        }
    }

    @Test("every octet is two lower-case hex digits")
    func hex() {
        let octets = (0...255 as ClosedRange<UInt8>).map(\.self)
        let digits = octets.map { String(0x100 + Int($0), radix: 16).dropFirst() }.joined()
        #expect(written { $0.hex(octets.span) } == "\"\(digits)\"")
        let none: [UInt8] = []
        #expect(written { $0.hex(none.span) } == "\"\"")
    }

    @Test("commas stand between elements and nowhere else, however structures nest")
    func commas() throws {
        var json = JSONWriter()
        json.beginObject()
        json.key("empty")
        json.beginArray()
        json.endArray()
        json.key("list")
        json.beginArray()
        json.beginObject()
        json.endObject()
        json.beginObject()
        json.number("deep", 1, places: 0)
        json.key("more")
        json.beginArray()
        json.integer(2)
        json.beginArray()
        json.decimal(35, places: 1)
        json.bool(true)
        json.endArray()
        json.word("x")
        json.endArray()
        json.endObject()
        json.bool(false)
        json.endArray()
        json.key("last")
        json.beginObject()
        json.key("at")
        json.wallTime(unixMicroseconds: 0)
        json.endObject()
        json.endObject()
        let text = """
            {"empty":[],"list":[{},{"deep":1,"more":[2,[3.5,true],"x"]},false],"last":{"at":"1970-01-01T00:00:00Z"}}
            """
        #expect(String(decoding: json.octets, as: UTF8.self) == text)
        #expect(try Parsed.object(json.octets).count == 3)
    }

    @Test("each line stands alone, also after the text before was taken out")
    func lines() {
        var json = JSONWriter()
        for _ in 0..<2 {
            json.beginObject()
            json.endObject()
            json.endLine()
        }
        #expect(json.octets == Array("{}\n{}\n".utf8))
        json.removeAll()
        json.beginObject()
        json.number("n", 1, places: 0)
        json.endObject()
        #expect(json.octets == Array("{\"n\":1}".utf8))
    }
}
