import Capture
import SensorCodec

/// A made-up run of a strap and a treadmill on one phone, as its HCI snoop log would hold it.
enum GeneratedRun {
    private static let began: Int64 = 1_800_000_000_000_000

    /// A btsnoop file (H4) with this many notifications, half heart rates, half treadmill data, 0.5 s apart.
    static func btsnoop(notifications: Int) -> [UInt8] {
        var file: [UInt8] = []
        file.reserveCapacity(notifications * 60)
        BtsnoopWriter.appendHeader(.h4, to: &file)
        for (handle, uuid) in [(0x40, 0x2A37), (0x41, 0x2ACD)] as [(UInt8, UInt16)] {
            let address: [UInt8] = [handle, 0, 0xD1, 0xEA, 0x57, 0xE1]
            append([4, 0x3E, 19, 1, 0, handle, 0, 0, 1] + address + [24, 0, 0, 0, 0xF4, 1, 0], 0, to: &file)
            append(
                acl(handle, [0x08, 1, 0, 0xFF, 0xFF, 0x03, 0x28], isReceived: false),
                0,
                isReceived: false,
                to: &file
            )
            append(acl(handle, [0x09, 7, 2, 0, 0x10, 3, 0, UInt8(uuid & 0xFF), UInt8(uuid >> 8)]), 0, to: &file)
        }
        for index in 0..<notifications {
            let second = index / 2
            let value = index.isMultiple(of: 2) ? heartRate(second) : treadmill(second)
            append(acl(index.isMultiple(of: 2) ? 0x40 : 0x41, [0x1B, 3, 0] + value), Int64(index) * 500_000, to: &file)
        }
        return file
    }

    private static func heartRate(_ second: Int) -> [UInt8] {
        var value = HeartRateMeasurement()
        value.heartRateBPM = UInt16(118 + second / 7 % 20)
        value.rrIntervals = RRIntervals([UInt16(60 * 1024 / (118 + second / 7 % 20))])
        var bytes: [UInt8] = []
        value.encode(into: &bytes)
        return bytes
    }

    private static func treadmill(_ second: Int) -> [UInt8] {
        var value = TreadmillData()
        value.instantaneousSpeedCentiKmH = UInt16(800 + second % 50)
        value.totalDistanceMetres = UInt32(second * 2)
        value.totalEnergyKilocalories = UInt16(truncatingIfNeeded: second / 6)
        value.energyPerHourKilocalories = 600
        value.energyPerMinuteKilocalories = 10
        value.elapsedTimeSeconds = UInt16(truncatingIfNeeded: second)
        var bytes: [UInt8] = []
        value.encode(into: &bytes)
        return bytes
    }

    private static func acl(_ handle: UInt8, _ attribute: [UInt8], isReceived: Bool = true) -> [UInt8] {
        let length = UInt8(attribute.count)
        return [2, handle, isReceived ? 0x20 : 0x00, length + 4, 0, length, 0, 4, 0] + attribute
    }

    private static func append(_ packet: [UInt8], _ time: Int64, isReceived: Bool = true, to file: inout [UInt8]) {
        BtsnoopWriter.append(packet.span, flags: isReceived ? 1 : 0, unixMicroseconds: began + time, to: &file)
    }
}
