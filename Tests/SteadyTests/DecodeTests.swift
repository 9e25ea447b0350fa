import Foundation
import TestSupport
import Testing

@Suite("steady decode")
struct DecodeTests {
    @Test("a heart rate is one JSON object with the keys of the contract")
    func heartRateJSON() throws {
        let outcome = try Program.run("decode", "2a37", "1e48e8035003", "--json")
        expectSuccess(outcome)
        #expect(
            outcome.text == """
                {"characteristic":"2a37","name":"Heart Rate Measurement","hex":"1e48e8035003",\
                "value":{"heart_rate_bpm":72,"sensor_contact":"detected","energy_expended_kj":1000,\
                "rr_intervals_ms":[828.125]},"issues":[]}\n
                """
        )
    }

    @Test("treadmill data are one JSON object, with what is odd about the bytes")
    func treadmillJSON() throws {
        let outcome = try Program.run("decode", "2acd", "00202003e80300aa", "--json")
        expectSuccess(outcome)
        #expect(
            outcome.text == """
                {"characteristic":"2acd","name":"Treadmill Data","hex":"00202003e80300aa","value":{"speed_km_h":8},\
                "issues":["reserved_bits:0x2000","trailing_bytes:4"]}\n
                """
        )
    }

    @Test("a person reads a value in lines")
    func human() throws {
        let outcome = try Program.run("decode", "2a37", "1e48e803500307")
        expectSuccess(outcome)
        #expect(
            outcome.text == """
                Heart Rate Measurement (2a37), 7 octets
                  heart rate       72 bpm
                  sensor contact   detected
                  energy expended  1000 kJ
                  rr intervals     828.125 ms
                  odd: odd_rr_byte

                """
        )
    }

    @Test("a UUID may be long, and octets may be told apart, in any case")
    func spellings() throws {
        let plain = try Program.run("decode", "2a37", "1648e803", "--json")
        for uuid in ["2A37", "0x2a37", "00002a37-0000-1000-8000-00805f9b34fb"] {
            #expect(try Program.run("decode", uuid, "1648e803", "--json").output == plain.output, "\(uuid)")
        }
        for hex in [["16", "48", "E8", "03"], ["16:48:e8:03"], ["16 48 e8 03"], ["0x1648e803"]] {
            #expect(try Program.run(["decode", "--json", "2a37"] + hex).output == plain.output, "\(hex)")
        }
    }

    @Test(
        "a value without a whole flags field is bad data",
        arguments: [["2a37"], ["2a37", ""], ["2acd"], ["2acd", "00"], ["2acd", "ff", "--json"]]
    )
    func undecodable(_ arguments: [String]) throws {
        expectFailure(try Program.run(["decode"] + arguments), 65)
    }

    @Test(
        "what is no UUID, no hex and nothing that Steady decodes is a usage error",
        arguments: [
            [], ["heart"], ["2a3", "00"], ["+a37", "00"], ["2a37", "1"], ["2a37", "1g"], ["2a37", "１６"],
            ["2a99", "00"],
            ["2a37", String(repeating: "00", count: 513)], ["2a37", "00", "--nonsense"],
        ]
    )
    func usage(_ arguments: [String]) throws {
        expectFailure(try Program.run(["decode"] + arguments), 64)
    }

    @Test("many values come as lines, and each gets its answer, good or bad")
    func lines() throws {
        let input = "2a37 1648e803\n2acd 00\n\n2a99 00\n2a19 0x57\nnonsense\n"
        let outcome = try decode(lines: input)
        #expect(outcome.status == 65)
        #expect(
            outcome.text == """
                {"characteristic":"2a37","name":"Heart Rate Measurement","hex":"1648e803","value":{"heart_rate_bpm":72,\
                "sensor_contact":"detected","rr_intervals_ms":[976.5625]},"issues":[]}
                {"characteristic":"2acd","name":"Treadmill Data","hex":"00","error":"truncated:flags"}
                {"line":"","error":"no UUID and hex digits"}
                {"characteristic":"2a99","hex":"00","error":"not_read"}
                {"characteristic":"2a19","name":"Battery Level","hex":"57","value":{"battery_level_percent":87},"issues":[]}
                {"line":"nonsense","error":"no UUID and hex digits"}\n
                """
        )
        let good = try decode(lines: "2a19 57\n")
        #expect(good.status == 0)
        #expect(good.lines.count == 1)
    }

    private func decode(lines: String) throws -> Program.Outcome {
        try inTemporaryDirectory { directory in
            let input = directory.appending(path: "input")
            try Data(lines.utf8).write(to: input)
            return try Program.run("decode", "-", input: input)
        }
    }
}
