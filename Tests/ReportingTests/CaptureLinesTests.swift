import Foundation
import Reporting
import TestSupport
import Testing

@Suite("The lines of inspect")
struct CaptureLinesTests {
    /// A strap and a treadmill that say something of each kind.
    static let small: SmallCapture = {
        var capture = SmallCapture.twoSensors
        capture.unixMicroseconds += 250_000
        capture.notify([0x16, 72, 0xE8, 0x03], on: 1)
        capture.unixMicroseconds += 1
        capture.notify([0x00, 0x20, 0x20, 0x03, 0xE8, 0x03, 0x00], on: 2)
        capture.unixMicroseconds += 749_999
        capture.notify([], on: 2)
        capture.attribute([0x12, 9, 0, 0xAB], on: 1, isReceived: false)
        capture.attribute([0x1D, 6, 0, 87], on: 1, isReceived: true)
        return capture
    }()

    @Test("a small capture is told line by line, exactly")
    func small() throws {
        let text = String(decoding: try Inspection(Self.small.bytes).json, as: UTF8.self)
        let strap = #""device":"E1:57:EA:D1:00:01""#
        let treadmill = #""device":"00:AA:01:5E:AD:02""#
        let lines = [
            #"{"record":"capture","format":"btsnoop","datalink":1002}"#,
            #"{"record":"device",\#(strap),"name":"Strap \"one\"","characteristics":["2a37","2a19"]}"#,
            #"{"record":"value","t_us":250000,"time":"2026-11-24T10:15:02.75Z",\#(strap),"handle":3,"#
                + #""characteristic":"2a37","direction":"from_device","operation":"notify","hex":"1648e803","#
                + #""value":{"heart_rate_bpm":72,"sensor_contact":"detected","rr_intervals_ms":[976.5625]},"issues":[]}"#,
            #"{"record":"device",\#(treadmill),"characteristics":["2acd"]}"#,
            #"{"record":"value","t_us":250001,"time":"2026-11-24T10:15:02.750001Z",\#(treadmill),"handle":3,"#
                + #""characteristic":"2acd","direction":"from_device","operation":"notify","hex":"00202003e80300","#
                + #""value":{"speed_km_h":8,"step_count":1000},"issues":["reserved_bits:0x2000"]}"#,
            #"{"record":"value","t_us":1000000,"time":"2026-11-24T10:15:03.5Z",\#(treadmill),"handle":3,"#
                + #""characteristic":"2acd","direction":"from_device","operation":"notify","hex":"","issues":["empty"]}"#,
            #"{"record":"value","t_us":1000000,"time":"2026-11-24T10:15:03.5Z",\#(strap),"handle":9,"#
                + #""direction":"to_device","operation":"write","hex":"ab","issues":[]}"#,
            #"{"record":"value","t_us":1000000,"time":"2026-11-24T10:15:03.5Z",\#(strap),"handle":6,"#
                + #""characteristic":"2a19","direction":"from_device","operation":"indicate","hex":"57","#
                + #""value":{"battery_level_percent":87},"issues":[]}"#,
            #"{"record":"end","frames":12,"values":5,"damaged":0}"#,
        ]
        #expect(text.split(separator: "\n").map(String.init) == lines)
        #expect(text.hasSuffix("}\n"))
    }

    @Test("a person reads the same in words")
    func words() throws {
        #expect(
            try Inspection(Self.small.bytes).words == [
                "file: btsnoop, link type 1002, from 2026-11-24T10:15:02.5Z",
                "E1:57:EA:D1:00:01 \"Strap \"one\"\": 2a37 Heart Rate Measurement, 2a19 Battery Level",
                "    0.250  from E1:57:EA:D1:00:01  notify 2a37  heart rate 72 bpm, sensor contact detected, "
                    + "rr intervals 976.5625 ms",
                "00:AA:01:5E:AD:02 without a name: 2acd Treadmill Data",
                "    0.250  from 00:AA:01:5E:AD:02  notify 2acd  speed 8 km/h, step count 1000 [odd: reserved_bits:0x2000]",
                "    1.000  from 00:AA:01:5E:AD:02  notify 2acd  [odd: empty]",
                "    1.000  to E1:57:EA:D1:00:01  write handle 9  ab",
                "    1.000  from E1:57:EA:D1:00:01  indicate 2a19  battery level 87 %",
                "12 packets, 5 values",
            ]
        )
    }

    @Test("a device is told once, before its first value, and the counts at the end are those of the lines")
    func order() throws {
        for name in ["both", "hr", "l2cap", "odd", "reconnect", "treadmill"] {
            let file = try Places.bytes(Places.captures.appending(path: "\(name).btsnoop"))
            let lines = try Parsed.lines(try Inspection(file).json)
            let records = lines.compactMap { $0["record"] as? String }
            #expect(records.count == lines.count)
            #expect(records.first == "capture" && records.last == "end")
            #expect(Set(records.dropFirst().dropLast()) == ["device", "value"])
            #expect(lines.last?["values"] as? Int == records.count { $0 == "value" })
            #expect(lines.last?["damaged"] as? Int == 0)
            var devices: [String] = []
            for line in lines.dropFirst().dropLast() {
                let device = try #require(line["device"] as? String)
                #expect(device.wholeMatch(of: /([0-9A-F]{2}:){5}[0-9A-F]{2}/) != nil)
                if line["record"] as? String == "device" { devices.append(device) }
                #expect(devices.contains(device))
            }
            #expect(Set(devices).count == devices.count)
        }
    }

    @Test("the keys of a value are those of the contract, and those that must be there are")
    func keys() throws {
        let needed: Set = ["record", "t_us", "time", "device", "direction", "operation", "hex", "issues"]
        let allowed = needed.union(["handle", "characteristic", "value", "guessed"])
        for name in ["odd", "l2cap"] {
            let file = try Places.bytes(Places.captures.appending(path: "\(name).btsnoop"))
            for line in try Parsed.lines(try Inspection(file).json) where line["record"] as? String == "value" {
                let keys = Set(line.keys)
                #expect(needed.isSubset(of: keys) && keys.isSubset(of: allowed), "\(keys.sorted())")
                // Descriptors and what has no layout of ours have no value.
                let isKnown = !["2902", "2a05", "2b29", "2b3a"].contains(line["characteristic"] as? String)
                #expect(line["value"] == nil || isKnown)
                #expect(["from_device", "to_device"].contains(line["direction"] as? String))
                #expect(["notify", "indicate", "read", "write"].contains(line["operation"] as? String))
            }
        }
    }
}
