import Capture
import Foundation
import Hardware
import SensorCodec
import TestSupport
import Testing

/// The captures that ship with Steady, each with the log of the client that received its values over D-Bus: what the
/// reader finds must be what BlueZ delivered.
@Suite("Lab captures")
struct LabTests {
    /// Those whose client was bluetoothd's.
    static let ofBlueZ = SampleCapture.allCases.filter { $0 != .socketClient }

    private func read(_ capture: SampleCapture) throws -> Reading {
        try Reading(Places.bytes(Places.captures.appending(path: capture.fileName)))
    }

    private func log(_ capture: SampleCapture) throws -> String {
        try String(contentsOf: Places.captures.appending(path: capture.logName), encoding: .utf8)
    }

    @Test("every value that BlueZ delivered is found, in its order", arguments: ofBlueZ)
    func sameAsBlueZ(_ capture: SampleCapture) throws {
        let log = try log(capture)
        let reading = try read(capture)
        #expect(reading.damages == [])
        for characteristic in [0x2A37, 0x2ACD, 0x2AD3, 0x2AD9, 0x2ADA] as [UInt16] {
            let uuid = BluetoothUUID(characteristic)
            let word = uuid.description.uppercased()
            let delivered = log.split(separator: "\n").compactMap { line -> String? in
                let words = line.split(separator: " ")
                return words.count >= 2 && words[1] == word ? words.dropFirst(2).joined() : nil
            }
            let found = reading.values.filter {
                $0.value.characteristic == uuid && $0.value.direction == .fromDevice && $0.value.operation != .read
            }
            #expect(found.map(\.bytes.hex) == delivered, "\(uuid)")
        }
    }

    @Test("the values of a client on its own socket are found, with the link that ends between them")
    func socketClient() throws {
        let log = try log(.socketClient)
        let delivered = log.split(separator: "\n").compactMap { line -> String? in
            let words = line.split(separator: " ")
            return words.count > 4 && words[1] == "1b" ? words.dropFirst(4).joined() : nil
        }
        let reading = try read(.socketClient)
        #expect(delivered.count > 50)
        let found = reading.values.filter { $0.value.operation == .notify }.map(\.bytes.hex)
        #expect(Array(found.prefix(delivered.count)) == delivered)
        // The client stops reading after its twentieth treadmill value; the link carries two more.
        #expect(found.count == delivered.count + 2)
    }

    @Test("both devices are found by name, with what they offer")
    func devices() throws {
        let reading = try read(.both)
        #expect(reading.devices.map(\.name) == ["Bench Strap", "Bench Treadmill"])
        #expect(reading.devices.map(\.device.description) == ["E1:57:EA:D1:00:01", "00:AA:01:5E:AD:02"])
        #expect(reading.devices[0].characteristics.contains(BluetoothUUID(0x2A37)))
        #expect(reading.devices[1].characteristics.contains(BluetoothUUID(0x2ACD)))
    }

    @Test("each lost link is told", arguments: [(SampleCapture.reconnect, 6), (.both, 2)])
    func disconnections(_ capture: SampleCapture, _ count: Int) throws {
        #expect(try read(capture).disconnections.count == count)
    }

    @Test("pieces of any size tell the same", arguments: SampleCapture.allCases)
    func pieces(_ capture: SampleCapture) throws {
        let file = try Places.bytes(Places.captures.appending(path: capture.fileName))
        let whole = try Reading(file)
        for piece in [13, 4096] { #expect(try Reading(file, piece: piece) == whole) }
    }
}
