import Foundation
import RunEngine
import SensorCodec
import TestSupport
import Testing

/// A reading that may be no heart's is flagged and explained, and never altered; a strap off the body does not count.
@Suite("Trust in a heart rate")
struct TrustTests {
    /// The octets that a Polar H10 sent on and off the body (korniychuk/treadmill-bluetooth-macos, docs/tasks/033).
    private static let worn: [UInt8] = [0x10, 0x75, 0x72, 0x03, 0x27, 0x02]
    private static let off: [UInt8] = [0x00, 0x6F]
    private static let offWithInterval: [UInt8] = [0x10, 0x6F, 0xFB, 0x17]
    private static let afterConnect: [UInt8] = [0x10, 0x6F, 0xBE, 0x04, 0x19, 0x01]

    @Test("a Polar H10 that is taken off stops counting within thirteen seconds, though it goes on for half an hour")
    func takenOff() throws {
        var run = try Rehearsal()
        for second in 0..<60 { run.apply(.beats(UInt16(111 - (59 - second) % 3), [540, 541]), at: Double(second)) }
        for second in 60..<1860 {
            let bytes = second % 100 == 0 ? Self.offWithInterval : Self.off
            try run.apply(.heartRateBytes(bytes, from: Rehearsal.strap), at: Double(second))
        }
        run.advance(to: 1860)
        #expect(run.transitions(of: "link") == ["0 none>good", "71000 good>contact_lost"])
        #expect(run.noticeLines == ["71000 01 strap_off_body"])
        #expect(run.session.summary.unknownMilliseconds == 1_789_000)
        for second in 1860..<1870 { run.apply(.beats(112, [536, 535]), at: Double(second)) }
        #expect(run.transitions(of: "link").last == "1860000 contact_lost>good")
    }

    @Test("one that was off when it connected, with intervals left over, is found out as well")
    func offFromTheStart() throws {
        var run = try Rehearsal()
        for second in 0..<3 {
            try run.apply(.heartRateBytes(Self.afterConnect, from: Rehearsal.strap), at: Double(second))
        }
        for second in 3..<120 { try run.apply(.heartRateBytes(Self.off, from: Rehearsal.strap), at: Double(second)) }
        #expect(run.noticeLines.map { String($0.split(separator: " ")[2]) } == ["heart_rate_standing"])
        #expect(run.sample(at: 100)?.heartRateDoubts == .standing)
    }

    @Test("a slow heart with values between its beats is worn all the same")
    func slowHeart() throws {
        var run = try Rehearsal()
        // 40 bpm, a value each half second, an interval in every third.
        for step in 0..<240 { run.apply(.beats(40, step % 3 == 0 ? [1500] : []), at: Double(step) / 2) }
        run.advance(to: 120)
        #expect(run.transitions(of: "link") == ["0 none>good"])
        #expect(run.noticeLines == ["60000 01 heart_rate_standing"])
    }

    @Test("a strap that says no contact is believed, until ten seconds of a moving heart with fitting beats")
    func contradictedFlag() throws {
        var run = try Rehearsal()
        for second in 0..<30 {
            let interval = 500 - second
            let bpm = UInt16(60_000 / interval)
            run.apply(
                .beats(bpm, [interval, interval], contact: .notDetected),
                at: Double(second) * 2 * Double(interval) / 1000
            )
        }
        #expect(run.noticeLines.map { String($0.split(separator: " ")[2]) } == ["contact_flag_contradicted"])
        let link = run.transitions(of: "link")
        #expect(link.count == 2 && link[0].hasSuffix("none>contact_lost") && link[1].hasSuffix("contact_lost>good"))
        #expect(run.session.currentSample?.heartRateDoubts.contains(.flagContradicted) == true)
    }

    @Test("a strap that says no contact and moves without beats stays without contact")
    func uncontradictedFlag() throws {
        var run = try Rehearsal()
        for second in 0..<60 { run.heartRate(UInt16(120 + second % 5), contact: .notDetected, at: Double(second)) }
        #expect(run.transitions(of: "link") == ["0 none>contact_lost"])
        #expect(run.noticeLines.isEmpty)
    }

    @Test("a heart rate that jumps onto the cadence and stays there is flagged, still counts, and is told once")
    func cadenceLock() throws {
        var run = try Rehearsal()
        try run.apply(.worn(2, Rehearsal.strap), at: 0)
        for second in 0..<200 {
            run.apply(.pod(700, cadence: 83), at: Double(second))
            // Up by 5 bpm a second from the 120th on, to 166, twice the cadence of one foot.
            let bpm = second < 120 ? 130 + second % 3 : min(165, 130 + 5 * (second - 119)) + second % 2
            run.heartRate(UInt16(bpm), at: Double(second) + 0.1)
        }
        run.finish()
        #expect(run.noticeLines == ["146100 01 cadence_lock"])
        #expect(run.sample(at: 190)?.heartRateDoubts == .cadenceLock)
        #expect(run.sample(at: 190)?.heartRateBPM == 166)
        let summary = try #require(run.summary)
        #expect(summary.unknownMilliseconds < 1000)
        #expect((50_000...62_000).contains(summary.flaggedMilliseconds))
    }

    @Test("the same climb after the belt went faster is a heart at work")
    func climbWithTheBelt() throws {
        var run = try Rehearsal()
        for second in 0..<200 {
            run.belt(second < 115 ? 800 : 1000, at: Double(second))
            let bpm = second < 120 ? 130 + second % 3 : min(166, 130 + 5 * (second - 119))
            run.heartRate(UInt16(bpm), at: Double(second) + 0.1)
        }
        #expect(run.noticeLines.filter { $0.contains("odd") || $0.contains("cadence") }.isEmpty)
    }

    @Test("without a cadence, a leap to where steps usually are and no breath of movement is called odd")
    func oddlySteady() throws {
        var run = try Rehearsal()
        for second in 0..<200 {
            run.belt(800, at: Double(second))
            let bpm = second < 120 ? 130 + second % 3 : min(165, 130 + 6 * (second - 119)) + second % 2
            run.heartRate(UInt16(bpm), at: Double(second) + 0.1)
        }
        #expect(run.noticeLines.map { String($0.split(separator: " ")[2]) } == ["heart_rate_oddly_steady"])
    }

    @Test("a heart rate other than its beats make is flagged after five seconds, and no longer when they agree")
    func differsFromIntervals() throws {
        var run = try Rehearsal()
        for second in 0..<40 {
            let isRight = second < 10 || second >= 25
            // 500 ms are 120 bpm; 440 ms are 136.
            let interval = isRight ? 500 : 440
            run.apply(.beats(UInt16(120 + second % 2), [interval, interval]), at: Double(second))
        }
        let flagged = run.samples.filter { $0.heartRateDoubts.contains(.differsFromIntervals) }.map(\.timeMilliseconds)
        #expect(flagged.first == 17_000 && flagged.last == 25_000)
        #expect(run.noticeLines.map { String($0.split(separator: " ")[2]) } == ["heart_rate_differs_from_intervals"])
    }

    @Test("beats that do not fill the time are told of; the heart rate is not in doubt for it")
    func missingIntervals() throws {
        var run = try Rehearsal()
        // Two beats of 500 ms a second, each fifth value lost.
        for second in 0..<120 where second % 5 != 0 {
            run.apply(.beats(UInt16(120 + second % 2), [500, 500]), at: Double(second))
        }
        run.finish()
        #expect(run.noticeLines.map { String($0.split(separator: " ")[2]) } == ["intervals_missing"])
        #expect(run.summary?.flaggedMilliseconds == 0)
    }

    @Test("a dry strap, one wild reading in six, is told of with what helps")
    func dryStrap() throws {
        var run = try Rehearsal()
        for second in 0..<120 { run.heartRate(second % 6 == 5 ? 215 : UInt16(110 + second % 2), at: Double(second)) }
        #expect(run.noticeLines.map { String($0.split(separator: " ")[2]) } == ["heart_rate_noisy"])
    }

    @Test("a heart that beats as hearts do is in no doubt")
    func goodHeart() throws {
        var random = Randomness(seed: 7)
        var run = try Rehearsal()
        var time = 0.0
        var interval = 600.0
        while time < 1200 {
            interval = min(max(interval + Double(Int.random(in: -12...12, using: &random)), 400), 700)
            let rounded = Int(interval)
            run.apply(.beats(UInt16(60_000 / rounded), [rounded, rounded], contact: .detected), at: time)
            time += Double(2 * rounded) / 1000
            run.belt(800, at: time)
        }
        run.finish()
        #expect(run.noticeLines.isEmpty)
        #expect(run.summary?.flaggedMilliseconds == 0)
    }

    @Test(
        "nobody who wore a sensor in eight hours of recordings is called off the body or locked to the steps",
        .enabled(if: Places.recordings != nil, "\(Places.noRecordings)")
    )
    func recordings() throws {
        let place = try #require(Places.recordings).appending(path: "sequences/reconstructed")
        let files = try FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)
        var hours = 0.0
        for file in files where file.pathExtension == "txt" {
            var run = try Rehearsal()
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#")
            {
                let fields = line.split(separator: " ")
                guard fields[1] == "2a37" else { continue }
                let bytes = [UInt8](hex: String(fields[2]))
                run.apply(try .heartRateBytes(bytes, from: Rehearsal.strap), at: try #require(Double(fields[0])))
            }
            run.finish()
            hours += Double(run.summary?.elapsedMilliseconds ?? 0) / 3_600_000
            let wrong = ["off_body", "cadence", "oddly", "standing"]
            let found = run.noticeLines.filter { line in wrong.contains { line.contains($0) } }
            #expect(found.isEmpty, "\(file.lastPathComponent)")
        }
        #expect(hours > 8)
    }
}
