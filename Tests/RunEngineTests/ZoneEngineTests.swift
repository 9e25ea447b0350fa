import RunEngine
import SensorCodec
import Testing

struct ZoneEngineTests {
    private func running() -> ZoneEngine {
        var engine = ZoneEngine.standard()
        engine.start(at: 0)
        return engine
    }

    @Test("a reading counts for exactly five seconds", arguments: [(4999, 0), (5000, 0), (5001, 1)])
    func holdEdge(hole: Int64, unknown: Int64) {
        var engine = running()
        engine.heartRateSample(120, at: 0)
        engine.heartRateSample(120, at: hole)
        #expect(engine.account.unknownMilliseconds == unknown)
        #expect(engine.account.zoneMilliseconds == [0, 0, hole - unknown, 0, 0])
        #expect(engine.link == .good)
        let blinks = engine.log.contains("5000 link:stale")
        #expect(blinks == (hole >= 5000))
    }

    @Test("the belt is stale five seconds after it was last heard, and moves again with the next sample")
    func beltRegion() {
        var engine = running()
        engine.beltSample(800, at: 1000)
        engine.beltSample(0, at: 2000)
        engine.beltSample(500, at: 6999)
        engine.beltSample(500, at: 12_000)
        let belt = engine.outputs.compactMap { output -> String? in
            guard case .transition(let transition) = output, transition.names.region == "belt" else { return nil }
            return "\(transition.timeMilliseconds) \(transition.names.from)>\(transition.names.to)"
        }
        #expect(
            belt == [
                "1000 none>moving", "2000 moving>stopped", "6999 stopped>moving", "11999 moving>stale",
                "12000 stale>moving",
            ]
        )
    }

    @Test("a belt that falls silent pauses nothing, and the hole is counted and not integrated")
    func beltGap() {
        var engine = running()
        engine.beltSample(720, at: 0)
        engine.beltSample(720, at: 5000)
        #expect(engine.distanceMillimetres == 10_000)
        engine.beltSample(720, at: 10_001)
        #expect(engine.distanceMillimetres == 10_000)
        #expect(engine.account.beltGapMilliseconds == 5001)
        #expect(engine.session == .running)
    }

    @Test("a standing belt still pauses when the runner resumes")
    func resumeOntoStandingBelt() {
        var engine = running()
        engine.beltSample(800, at: 1000)
        engine.pause(at: 2000)
        engine.beltSample(0, at: 3000)
        engine.resume(at: 4000)
        #expect(engine.session == .pausedBelt)
        engine.beltSample(100, at: 5000)
        #expect(engine.session == .running)
        #expect(engine.account.pausedMilliseconds == 3000)
    }

    @Test("what fell due in a pause comes at the resume, even before an event that is late")
    func lateAfterResume() {
        var engine = running()
        engine.pause(at: 1000)
        engine.resume(at: 700_000)
        engine.coolDown(at: 650_000)
        #expect(engine.log.suffix(2) == ["700000 phase:main", "700000 phase:coolDown"])
        #expect(engine.counts.late == 1)
    }

    @Test("a cue that falls due as the reading expires is not spoken")
    func tie() {
        var engine = running()
        engine.heartRateSample(150, at: 0)
        engine.heartRateSample(150, at: 3000)
        engine.heartRateSample(150, at: 6000)
        engine.advance(to: 10_000)
        #expect(engine.log.last == "10000 cue:easeOff")
        engine = running()
        engine.heartRateSample(150, at: 1000)
        engine.heartRateSample(150, at: 5000)
        engine.heartRateSample(150, at: 6000)
        engine.advance(to: 11_000)
        #expect(engine.log.suffix(2) == ["11000 link:stale", "11000 band:unknown"])
    }

    @Test(
        "a felt change of the belt plans the next cue anew: after it has settled when it helps, else by the grown gap",
        arguments: [(700, 95_000), (900, 70_000), (810, 40_000)]
    )
    func beltChangesWhileCueIsPlanned(newSpeed: UInt16, second: Int64) {
        var engine = running()
        for time in stride(from: Int64(0), through: 95_000, by: 1000) {
            engine.beltSample(time < 20_000 ? 800 : newSpeed, at: time)
            engine.heartRateSample(150, at: time)
        }
        let cues = engine.log.filter { $0.contains("cue:") }
        #expect(cues == ["10000 cue:easeOff", "\(second) cue:easeOff"])
    }

    @Test("an effort that falls from above to below waits the dwell of below")
    func pendingChanges() {
        var engine = running()
        engine.heartRateSample(120, at: 0)
        for second in Int64(1)...30 { engine.heartRateSample(second <= 3 ? 160 : 80, at: second * 1000) }
        #expect(engine.counts.relocked == 2)
        #expect(engine.log.filter { $0.contains("band:") } == ["0 band:in", "26000 band:below"])
    }

    @Test("a disconnect loses the heart rate at once, and the next plausible reading is believed")
    func disconnect() {
        var engine = running()
        engine.heartRateSample(120, at: 1000)
        engine.sensorGone(at: 2000)
        #expect(engine.link == .lost)
        engine.heartRateSample(60, at: 2500)
        #expect(engine.link == .good)
        #expect(engine.account.unknownMilliseconds == 1500)
        #expect(engine.snapshot.medianBPM == 60)
    }

    @Test("without skin contact the rate that comes along is refused, with it or not told it is believed")
    func contact() {
        var engine = running()
        engine.heartRateSample(120, contact: .notDetected, at: 1000)
        #expect(engine.link == .contactLost)
        #expect(engine.lastHeartRateBPM == nil)
        engine.heartRateSample(120, contact: .detected, at: 2000)
        #expect(engine.link == .good)
        #expect(engine.counts.rejected == 1)
    }

    @Test("the mean, the lowest and the highest heart rate are of what counted")
    func heartRates() {
        var engine = running()
        engine.heartRateSample(100, at: 0)
        engine.heartRateSample(110, at: 1000)
        engine.heartRateSample(104, at: 4000)
        #expect(engine.account.bpmMilliseconds == 100 * 1000 + 110 * 3000)
        #expect(engine.account.minimumBPM == 100)
        #expect(engine.account.maximumBPM == 110)
        engine.pause(at: 4000)
        engine.heartRateSample(90, at: 5000)
        engine.stop(at: 6000)
        #expect(engine.account.minimumBPM == 100)
    }

    @Test("a flood of readings is judged by its newest 64")
    func flood() {
        var engine = running()
        for index in 0..<10_000 { engine.heartRateSample(index < 9968 ? 100 : 110, at: 1000) }
        // 32 of each are left.
        #expect(engine.snapshot.medianBPM == 105)
        engine.heartRateSample(110, at: 1000)
        #expect(engine.snapshot.medianBPM == 110)
        #expect(engine.counts.accepted == 10_001)
    }

    @Test("no time whatever traps, and the partitions still sum up")
    func hostileTimes() {
        let times: [Int64] = [.min, .min + 1, -1, 0, 1, .max, .min, 5000, .max - 1]
        for first in times {
            var engine = ZoneEngine.standard()
            engine.start(at: first)
            for (index, time) in times.enumerated() {
                engine.heartRateSample(UInt16(100 + index), at: time)
                engine.beltSample(.max, at: time)
                engine.advance(to: time)
            }
            engine.stop(at: .max)
            let account = engine.account
            let range = ZoneEngine.timeRange
            let began = min(max(first, range.lowerBound), range.upperBound)
            #expect(account.elapsedMilliseconds == range.upperBound - began)
            #expect(
                account.pausedMilliseconds + account.warmUpMilliseconds + account.mainMilliseconds
                    == account.elapsedMilliseconds
            )
        }
    }

    @Test("an idle or ended engine counts no time and takes no pause")
    func idleAndEnded() {
        var engine = ZoneEngine.standard()
        engine.pause(at: 0)
        engine.coolDown(at: 1000)
        engine.stop(at: 2000)
        #expect(engine.session == .idle)
        #expect(engine.outputs.isEmpty)
        engine.start(at: 3000)
        engine.stop(at: 4000)
        engine.start(at: 5000)
        engine.advance(to: 10_000)
        #expect(engine.session == .ended)
        #expect(engine.account.elapsedMilliseconds == 1000)
    }
}
