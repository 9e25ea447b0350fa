import SensorCodec
import TestSupport
import Testing

@testable import RunEngine

/// The monitor: what it shows, and why it shows nothing.
@Suite("HRV monitor")
struct HRVMonitorTests {
    private func beats(_ count: Int, mean: Double = 460, seed: UInt64 = 1) -> [UInt16] {
        var random = Randomness(seed: seed)
        return Strap.beats(count, mean: mean, using: &random)
    }

    @Test("before any packet there is silence, and nothing is due")
    func fresh() {
        var monitor = HeartRateVariabilityMonitor()
        monitor.advance(to: .max)
        #expect(monitor.absence == .silence && monitor.reading == nil && monitor.nextDeadline == nil)
        #expect(monitor.summary() == nil && monitor.rest(overLast: 60_000) == nil)
    }

    @Test("two minutes of beats give the reference's value")
    func value() throws {
        let moderate = HRVVectors.series("moderate")
        let monitor = HeartRateVariabilityMonitor.after(Strap.packets(moderate))
        let reading = try #require(monitor.reading)
        let look = try #require(monitor.nextDeadline) - 5000
        var (window, sum) = ([UInt16](), 0)
        let heard = Strap.packets(moderate).filter { $0.time < look }.flatMap(\.intervals)
        for beat in heard.reversed() {
            if sum + Int(beat) > 120 * 1024 { break }
            window.insert(beat, at: 0)
            sum += Int(beat)
        }
        var (intervals, repair, analysis) = (
            HRVVectors.milliseconds(window), MedianRepair(), FluctuationAnalysis()
        )
        let artefacts = repair.repair(&intervals).artefactPercent
        #expect(reading.latestAlpha1 == analysis.alpha1(of: intervals))
        #expect(reading.artefactPercent == artefacts && !reading.isRough)
        #expect((0.7...1.0).contains(reading.alpha1))
    }

    @Test("a window is collected for 110 s")
    func collecting() {
        var monitor = HeartRateVariabilityMonitor()
        var first: Int64?
        for event in Strap.packets(beats(400)) {
            monitor.apply(event)
            if monitor.reading != nil, first == nil { first = event.time }
            if event.time == 61_000 { #expect(monitor.absence == .collecting(seconds: 59)) }
        }
        #expect(first == 116_000)
        #expect(monitor.absence == nil)
    }

    @Test("fewer than 120 beats are too few, though they last two minutes")
    func slowHeart() {
        let monitor = HeartRateVariabilityMonitor.after(Strap.packets(beats(300, mean: 1060)))
        guard case .collecting = monitor.absence else { return #expect(Bool(false), "\(monitor.absence as Any)") }
    }

    @Test("what is shown is the median of five minutes")
    func median() throws {
        var monitor = HeartRateVariabilityMonitor()
        var values: [(time: Int64, value: Double)] = []
        for event in Strap.packets(beats(1500)) {
            let due = monitor.nextDeadline
            monitor.apply(event)
            guard let reading = monitor.reading, let due, due <= event.time else { continue }
            values.append((due, reading.latestAlpha1))
            let recent = values.filter { $0.time > due - 300_000 }.map(\.value).sorted()
            let middle = (recent[(recent.count - 1) / 2] + recent[recent.count / 2]) / 2
            #expect(reading.alpha1 == middle)
        }
        #expect(values.count > 100)
        let summary = try #require(monitor.summary())
        #expect(summary.valueCount == values.count && summary.gapCount == 0 && summary.hiddenCount == 0)
        let mean = values.map(\.value).reduce(0, +) / Double(values.count)
        #expect(((summary.meanAlpha1 ?? 0) - mean).magnitude < 1e-12)
    }

    @Test("artefacts make a value rough above 3 %, and none above 5 %", arguments: [0, 6, 11, 16])
    func artefacts(missed: Int) {
        var series = beats(600)
        for index in 0..<missed {
            let place = 325 + 12 * index
            series.replaceSubrange(place...place + 1, with: [series[place] + series[place + 1]])
        }
        let monitor = HeartRateVariabilityMonitor.after(Strap.packets(series))
        switch missed {
        case 0: #expect(monitor.reading?.artefactPercent == 0 && monitor.reading?.isRough == false)
        case 6: #expect(monitor.reading?.isRough == false)
        case 11: #expect(monitor.reading?.isRough == true)
        default:
            #expect(monitor.reading == nil)
            guard case .artefacts(let percent) = monitor.absence else { return #expect(Bool(false)) }
            #expect(percent > 5)
            #expect(monitor.summary()?.hiddenCount ?? 0 > 0)
        }
    }

    @Test("a sensor without intervals, with made-up ones, or with light gives no figure, and the reason is told")
    func faults() {
        let plain = (0..<200).map { HRVEvent(time: Int64($0) * 1000, call: .packet([], bpm: 130)) }
        #expect(HeartRateVariabilityMonitor.after(plain).absence == .noIntervals)

        let made = (0..<200).map { second in
            let bpm = UInt16(128 + second / 10 % 3)
            return HRVEvent(time: Int64(second) * 1000, call: .packet([61_440 / bpm, 61_440 / bpm], bpm: bpm))
        }
        #expect(HeartRateVariabilityMonitor.after(made).absence == .madeUpIntervals)

        let optical = [HRVEvent(time: 0, call: .sensor(isOptical: true))] + Strap.packets(beats(400))
        let monitor = HeartRateVariabilityMonitor.after(optical)
        #expect(monitor.absence == .opticalSensor && monitor.rest(overLast: 60_000) == nil)

        let steady = Strap.packets([UInt16](repeating: 460, count: 400), bpm: nil)
        #expect(HeartRateVariabilityMonitor.after(steady).absence == .noFluctuation)
    }

    @Test("a change of sensor begins a new window")
    func change() {
        let first = Strap.packets(beats(400))
        let events = first + [HRVEvent(time: 185_000, call: .sensor(isOptical: false))]
        let second = Strap.packets(beats(60), from: 185_000)
        #expect(HeartRateVariabilityMonitor.after(first).reading != nil)
        let monitor = HeartRateVariabilityMonitor.after(events + second)
        guard case .collecting(let seconds) = monitor.absence else { return #expect(Bool(false)) }
        #expect(seconds < 30)
        // At once, nothing of the other sensor is shown, nor counted as a rest.
        let changed = HeartRateVariabilityMonitor.after(events)
        #expect(changed.reading == nil && changed.absence == .collecting(seconds: 0))
        #expect(changed.rest(overLast: 60_000) == nil)
        #expect(HeartRateVariabilityMonitor.after(first).rest(overLast: 60_000) != nil)
    }

    @Test("any times and any intervals are taken")
    func anything() {
        for seed in 1...30 as ClosedRange<UInt64> {
            var random = Randomness(seed: seed)
            var monitor = HeartRateVariabilityMonitor()
            for _ in 0..<500 {
                let raw = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                    random.chance(50) ? UInt16.random(in: .min ... .max, using: &random) : 460
                }
                let far = random.pick([Int64.min, .max, 0, 1, -1, 1 << 44])
                let time = random.chance(2) ? far : monitor.now + Int64.random(in: -100...20_000, using: &random)
                monitor.apply(HRVEvent(time: time, call: .packet(raw, bpm: random.pick([0, 1, 130, .max, nil]))))
                #expect((monitor.reading == nil) != (monitor.absence == nil))
                _ = monitor.rest(overLast: .random(in: .min ... .max, using: &random))
            }
        }
    }
}
