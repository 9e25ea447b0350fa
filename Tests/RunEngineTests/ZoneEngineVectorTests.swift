import RunEngine
import Testing

/// `Vectors/zone_engine.json`, made by the reference model of the zone engine: log and totals, exactly.
struct ZoneEngineVectorTests {
    private struct File: Decodable {
        var cases: [Case]
    }

    struct Case: Decodable, CustomTestStringConvertible {
        var name: String
        var why: String
        var zoneLows: [Int]
        var target: [Int]
        var events: [EngineEvent]
        var end: Int64
        var log: [LogLine]
        var snapshot: Snapshot

        var testDescription: String { "\(name): \(why)" }
    }

    struct LogLine: Decodable {
        var text: String

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            let time = try list.decode(Int64.self)
            text = "\(time) \(try list.decode(String.self))"
        }
    }

    struct Snapshot: Decodable {
        var t: Int64
        var elapsed: Int64
        var session: String
        var phase: String
        var link: String
        var band: String
        var hr: Int?
        var median: Int?
        var buckets: Buckets
        var target: [String: Int64]
        var phases: [String: Int64]
        var distanceMm: Int64
        var beltGapMs: Int64
        var counts: [String: Int]
    }

    struct Buckets: Decodable {
        var paused: Int64
        var unknown: Int64
        var zones: [Int64]
    }

    static let cases: [Case] = (try? Vectors.load("zone_engine", as: File.self).cases) ?? []

    @Test("all cases of the reference are there")
    func complete() {
        #expect(Self.cases.count == 19)
    }

    @Test("the engine tells what the reference tells, and ends where it ends", arguments: cases)
    func equalsReference(_ expected: Case) {
        var engine = ZoneEngine(
            zones: ZoneSet(model: .acsmHRR, lowerBoundsBPM: expected.zoneLows),
            target: TargetBand(lowerBPM: expected.target[0], upperBPM: expected.target[1])
        )
        for event in expected.events { engine.apply(event) }
        engine.advance(to: expected.end)

        #expect(engine.log == expected.log.map(\.text))
        let (snapshot, account, wanted) = (engine.snapshot, engine.account, expected.snapshot)
        #expect(snapshot.now == wanted.t)
        #expect(account.elapsedMilliseconds == wanted.elapsed)
        #expect(snapshot.session.rawValue.filter { $0 != "_" } == wanted.session.lowercased())
        #expect(snapshot.phase.rawValue.filter { $0 != "_" } == wanted.phase.lowercased())
        #expect(snapshot.link.rawValue.filter { $0 != "_" } == wanted.link.lowercased())
        #expect(snapshot.band.rawValue == wanted.band)
        #expect(snapshot.heartRateBPM == wanted.hr)
        #expect(snapshot.medianBPM == wanted.median)
        #expect(account.pausedMilliseconds == wanted.buckets.paused)
        #expect(account.unknownMilliseconds == wanted.buckets.unknown)
        #expect(account.zoneMilliseconds == wanted.buckets.zones)
        #expect(
            wanted.target == [
                "paused": account.pausedMilliseconds, "unknown": account.unknownMilliseconds,
                "below": account.belowMilliseconds, "inside": account.insideMilliseconds,
                "above": account.aboveMilliseconds,
            ]
        )
        #expect(
            wanted.phases == [
                "paused": account.pausedMilliseconds, "warmUp": account.warmUpMilliseconds,
                "main": account.mainMilliseconds, "coolDown": account.coolDownMilliseconds,
            ]
        )
        #expect(snapshot.distanceMillimetres == wanted.distanceMm)
        #expect(account.beltGapMilliseconds == wanted.beltGapMs)
        let counts = snapshot.counts
        #expect(
            wanted.counts == [
                "accepted": counts.accepted, "rejected": counts.rejected, "suspect": counts.suspect,
                "relock": counts.relocked, "late": counts.late,
            ]
        )
    }
}
