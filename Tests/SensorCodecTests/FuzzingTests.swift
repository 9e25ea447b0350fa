import Foundation
import SensorCodec
import TestSupport
import Testing

@Suite("What the fuzzer of the codec found, and where it begins")
struct FuzzingTests {
    @Test("every find is decoded and encoded in keeping with what must hold")
    func finds() throws {
        let finds = try Places.finds("codec")
        #expect(!finds.isEmpty)
        for find in finds {
            #expect(CodecProperties.violation(ofInput: try Places.bytes(find)) == nil, "\(find.lastPathComponent)")
        }
    }

    @Test("every seed is decoded and encoded in keeping with what must hold")
    func seeds() throws {
        for seed in try #require(try FuzzSeeds.all()["codec"]) {
            #expect(CodecProperties.violation(ofInput: seed) == nil, "\(seed.hex)")
        }
    }

    @Test("the fuzzer knows every characteristic that is read, and no other")
    func characteristics() throws {
        let octets: [UInt8] = [0, 0, 0, 0]
        for number in 0...UInt16.max {
            let value = try CharacteristicValue(decoding: octets.span, of: BluetoothUUID(number))
            #expect((value != nil) == CodecProperties.characteristics.contains(number), "\(number)")
        }
    }

    @Test("text is kept up to its limit, without half a character, and means the same when it is sent on")
    func longText() throws {
        for octets in [
            [UInt8](repeating: 0xFF, count: 300), Array(String(repeating: "é", count: 150).utf8),
            [0x41] + Array(String(repeating: "é", count: 150).utf8), [UInt8](repeating: 0x41, count: 249),
        ] {
            let text = PrintableText.text(octets.span)
            #expect((246...248).contains(text.utf8.count))
            #expect(PrintableText.text(Array(text.utf8).span) == text)
        }
        #expect(PrintableText.text(Array(String(repeating: "é", count: 150).utf8).span).allSatisfy { $0 == "é" })
    }

    @Test("a resistance level that is not there does not tell two values apart", arguments: [0x2ACE, 0x2AD1, 0x2AD2])
    func absentLevel(_ number: UInt16) throws {
        let flags: [UInt8] = number == 0x2ACE ? [1, 0, 0] : [1, 0]
        let value = try CharacteristicValue(decoding: flags.span, of: BluetoothUUID(number))
        let longer = try CharacteristicValue(decoding: (flags + [0]).span, of: BluetoothUUID(number))
        #expect(longer?.issues.trailingByteCount == 1)
        #expect(value?.isSame(as: longer) == true)
    }
}

extension CharacteristicValue {
    /// True for the same value up to what was odd about its octets.
    fileprivate func isSame(as other: CharacteristicValue?) -> Bool {
        switch (self, other) {
        case (.crossTrainerData(let one), .crossTrainerData(var two)?):
            two.issues = one.issues
            return one == two
        case (.rowerData(let one), .rowerData(var two)?):
            two.issues = one.issues
            return one == two
        case (.indoorBikeData(let one), .indoorBikeData(var two)?):
            two.issues = one.issues
            return one == two
        default:
            return false
        }
    }
}
