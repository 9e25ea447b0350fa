import RunEngine
import Testing

/// `Vectors/zones.json`, made by the reference of the zone rules: every number in it, exactly.
struct ZoneVectorTests {
    private struct File: Decodable {
        var hrmax: [Estimates]
        var bounds: [Bounds]
        var lookup: [Lookup]
    }

    private struct Estimates: Decodable {
        var age: Int
        var tenthsBpm: [String: Int]
        var roundedBpm: [String: Int]
    }

    private struct Bounds: Decodable {
        var model: String
        var hrMax: Int
        var hrRest: Int
        var lthr: Int
        var lowerBoundsBpm: [Int]
        var names: [String]
    }

    private struct Lookup: Decodable {
        var model: String
        var hrMax: Int
        var hrRest: Int
        var lthr: Int
        var hr: Int
        var zoneIndex: Int
    }

    private let file: File

    init() throws {
        file = try Vectors.load("zones", as: File.self)
    }

    private func zones(_ model: String, _ maximum: Int, _ resting: Int, _ threshold: Int) throws -> ZoneSet {
        let known = try #require(ZoneModel(rawValue: model))
        let profile = RunnerProfile(
            maximumBPM: maximum,
            restingBPM: resting,
            thresholdBPM: threshold,
            zoneModel: known
        )
        return try profile.plan().zones
    }

    @Test("every estimate of the maximum heart rate is the reference's, in tenths and whole")
    func estimates() throws {
        #expect(file.hrmax.count == 12)
        for row in file.hrmax {
            #expect(row.tenthsBpm.count == MaximumHeartRateFormula.allCases.count)
            for formula in MaximumHeartRateFormula.allCases {
                #expect(
                    formula.tenthsBPM(atAge: row.age) == row.tenthsBpm[formula.rawValue],
                    "\(formula) at \(row.age)"
                )
                #expect(formula.bpm(atAge: row.age) == row.roundedBpm[formula.rawValue], "\(formula) at \(row.age)")
            }
        }
    }

    @Test("every bound of every model is the reference's")
    func bounds() throws {
        #expect(file.bounds.count == 30)
        for row in file.bounds {
            let zones = try zones(row.model, row.hrMax, row.hrRest, row.lthr)
            #expect(zones.lowerBoundsBPM == row.lowerBoundsBpm, "\(row.model) of \(row.hrMax), \(row.hrRest)")
            #expect(zones.model.zoneNames == row.names)
        }
    }

    @Test("every heart rate falls into the reference's zone")
    func lookup() throws {
        #expect(file.lookup.count == 220)
        for row in file.lookup {
            let zones = try zones(row.model, row.hrMax, row.hrRest, row.lthr)
            #expect(zones.zone(ofBPM: row.hr) == row.zoneIndex, "\(row.hr) bpm in \(row.model)")
        }
    }
}
