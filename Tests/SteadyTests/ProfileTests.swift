import Foundation
import TestSupport
import Testing

@Suite("The runner's profile for one call")
struct ProfileTests {
    @Test(
        "zones and band are made of what is told",
        arguments: [
            (["--age", "40"], "acsm_max", [103, 116, 139, 173], 116, 138),
            (["--max-hr", "200"], "acsm_max", [114, 128, 154, 192], 128, 153),
            (["--max-hr", "190", "--age", "20"], "acsm_max", [109, 122, 147, 183], 122, 146),
            (["--max-hr", "190", "--resting-hr", "60"], "acsm_hrr", [99, 112, 138, 177], 112, 137),
            (["--max-hr", "190", "--zone-model", "five_max"], "five_max", [95, 114, 133, 152, 171], 122, 146),
            (
                ["--max-hr", "190", "--resting-hr", "60", "--zone-model", "five_hrr"], "five_hrr",
                [125, 138, 151, 164, 177], 112, 137
            ),
            (
                ["--max-hr", "190", "--lthr", "160", "--zone-model", "friel_run"], "friel_run",
                [0, 136, 144, 152, 160, 165, 172],
                122, 146
            ),
            (["--age", "40", "--bounds", "114,133,152"], "custom", [114, 133, 152], 116, 138),
            (["--age", "40", "--zone-model", "three", "--bounds", "130,155"], "three", [130, 155], 116, 138),
            (
                ["--age", "40", "--zone-model", "acsm_max", "--bounds", "130,155"], "acsm_max", [103, 116, 139, 173],
                116, 138
            ),
            (["--age", "40", "--band", "118-142"], "acsm_max", [103, 116, 139, 173], 118, 142),
            (["--age", "40", "--band=120-120"], "acsm_max", [103, 116, 139, 173], 120, 120),
        ] as [([String], String, [Int], Int, Int)]
    )
    func plans(_ options: [String], _ model: String, _ bounds: [Int], _ lower: Int, _ upper: Int) throws {
        let outcome = try Program.run(["replay", Captures.path("hr"), "--json", "--speed", "max"] + options)
        expectSuccess(outcome)
        let events = try Parsed.lines(outcome.output)
        let session = try #require(events.first)
        #expect(session.text("zone_model") == model)
        #expect(session.list("zones").compactMap { $0.whole("lower_bpm") } == [0] + bounds)
        #expect(session.list("zones").compactMap { $0.whole("zone") } == Array(0...bounds.count))
        #expect(session.whole("band", "lower_bpm") == lower && session.whole("band", "upper_bpm") == upper)
        let summary = try #require(events.last)
        #expect(summary.list("zones").compactMap { $0.whole("lower_bpm") } == [0] + bounds)
        try expectPartitions(of: summary, "\(options)")
    }

    @Test("with nothing known, an age of 40 is assumed and said")
    func assumed() throws {
        let assumed = try Program.run("replay", Captures.path("hr"), "--json", "--speed", "max")
        #expect(assumed.status == 0)
        #expect(assumed.errorLines.count == 1 && assumed.errors.contains("age 40 is assumed"))
        let told = try Program.run("replay", Captures.path("hr"), "--json", "--speed", "max", "--age", "40")
        #expect(assumed.lines.dropFirst() == told.lines.dropFirst())
        #expect(
            assumed.lines.first
                == told.lines.first?.replacing(
                    "\"maximum_origin\":\"estimated\"",
                    with: "\"maximum_origin\":\"assumed\""
                )
        )
        try inTemporaryDirectory { directory in
            let home = directory.appending(path: "home").path
            let made = try Program.run("import", "--home", home, Captures.path("hr"), Captures.path("both"))
            #expect(made.status == 0)
            #expect(made.errorLines.count == 1 && made.errors.contains("age 40 is assumed"))
        }
    }

    @Test(
        "a profile that no runner has is a usage error",
        arguments: [
            ["--age", "4"], ["--age", "121"], ["--age", "forty"], ["--age", "-1"], ["--age", "99999999999999999999"],
            ["--max-hr", "0"], ["--max-hr", "241"], ["--resting-hr", "20"], ["--resting-hr", "170"],
            ["--max-hr", "100", "--resting-hr", "90"], ["--lthr", "10"], ["--max-hr", "180", "--lthr", "180"],
            ["--zone-model", "seven"], ["--zone-model", "five_hrr"], ["--zone-model", "friel_run"],
            ["--zone-model", "custom"],
            ["--zone-model", "three"], ["--zone-model", "three", "--bounds", "120"], ["--bounds", ""],
            ["--bounds", "120,110"],
            ["--bounds", "120,120"], ["--bounds", "120,x"], ["--bounds", "120,"], ["--bounds", "241"],
            ["--bounds=-5,100"],
            ["--bounds", "1,2,3,4,5,6,7,8,9,10"], ["--band", "142"], ["--band", "142-118"], ["--band", "1-100"],
            ["--band", "100-300"], ["--band", "118-"], ["--band", "118-142-150"], ["--band", "low-high"],
        ]
    )
    func refused(_ options: [String]) throws {
        expectFailure(try Program.run(["replay", Captures.path("hr"), "--json", "--speed", "max"] + options), 64)
        try inTemporaryDirectory { directory in
            let home = directory.appending(path: "home")
            expectFailure(try Program.run(["import", Captures.path("hr"), "--home", home.path] + options), 64)
            #expect(!FileManager.default.fileExists(atPath: home.path))
        }
    }
}
