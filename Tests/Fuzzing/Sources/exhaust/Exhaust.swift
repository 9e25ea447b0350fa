import Dispatch
import Foundation
import Synchronization
import TestSupport

/// Decodes every octet string of up to three octets, and every flags word with bodies of every length up to five octets
/// more than it calls for. Those of up to two octets, and those that end near where they should, are encoded again too.
@main
struct Exhaust {
    /// What a part of the work came to.
    private struct Tally: Sendable {
        var values = 0
        var violation: String?
    }

    static func main() {
        let clock = ContinuousClock()
        // The strings that a device tells of itself have one layout.
        let characteristics = CodecProperties.characteristics.filter { !(0x2A25...0x2A29).contains($0) && $0 != 0x2A00 }
        var total = Tally()
        for (name, check) in [("strings of 0 to 3 octets", strings), ("flags with bodies", flags)] {
            let tally = Mutex(Tally())
            let time = clock.measure {
                // A part is a characteristic and the last octet of its strings, or of its flags.
                DispatchQueue.concurrentPerform(iterations: characteristics.count * 256) { part in
                    let found = check(characteristics[part / 256], UInt8(part % 256))
                    tally.withLock { tally in
                        tally.values += found.values
                        tally.violation = tally.violation ?? found.violation
                    }
                }
            }
            let found = tally.withLock { $0 }
            print("\(name): \(found.values) values in \(time)")
            total.violation = total.violation ?? found.violation
        }
        if let violation = total.violation {
            print(violation)
            exit(1)
        }
    }

    private static let strings = { @Sendable (characteristic: UInt16, last: UInt8) -> Tally in
        var tally = Tally()
        if last == 0 { check([], characteristic, &tally) }
        check([last], characteristic, &tally)
        var three: [UInt8] = [0, 0, last]
        for first in 0...UInt8.max {
            check([first, last], characteristic, &tally)
            three[0] = first
            for second in 0...UInt8.max {
                three[1] = second
                check(three, characteristic, &tally, isEncoded: false)
            }
        }
        return tally
    }

    private static let flags = { @Sendable (characteristic: UInt16, last: UInt8) -> Tally in
        var tally = Tally()
        switch CodecProperties.flagOctets(of: characteristic) {
        case 0, 1: bodies([last], characteristic, &tally)
        case 2: for first in 0...UInt8.max { bodies([first, last], characteristic, &tally) }
        default:
            for first in 0...UInt8.max { bodies([first, last, 0], characteristic, &tally) }
            // The bits that are all reserved.
            for bit in 0..<8 { bodies([last, last, 1 << bit], characteristic, &tally) }
        }
        return tally
    }

    /// A head with bodies of zeros, of ones and of chance.
    private static func bodies(_ head: [UInt8], _ characteristic: UInt16, _ tally: inout Tally) {
        let longest = CodecProperties.fullLength(head, of: characteristic) - head.count + 5
        var random = Randomness(seed: head.reduce(UInt64(characteristic)) { $0 << 8 | UInt64($1) })
        let fills = [
            [UInt8](repeating: 0, count: longest), [UInt8](repeating: 0xFF, count: longest), random.bytes(longest),
        ]
        for fill in fills {
            for count in 0...longest {
                check(head + fill.prefix(count), characteristic, &tally, isEncoded: count + 8 >= longest)
            }
        }
    }

    private static func check(
        _ bytes: [UInt8],
        _ characteristic: UInt16,
        _ tally: inout Tally,
        isEncoded: Bool = true
    ) {
        tally.values += 1
        guard let violation = CodecProperties.violation(bytes, of: characteristic, isEncoded: isEncoded) else { return }
        let uuid = String(characteristic, radix: 16)
        tally.violation = tally.violation ?? "\(uuid) \(bytes.hex): \(violation)"
    }
}
