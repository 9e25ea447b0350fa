import TestSupport
import Testing

@testable import RunEngine

/// Figures of a heart at rest.
@Suite("HRV at rest")
struct HRVRestTests {
    @Test("five minutes at rest give the figures of their intervals")
    func whole() throws {
        let series = HRVVectors.series("rest")
        let monitor = HeartRateVariabilityMonitor.after(Strap.packets(series, bpm: 68))
        let rest = try #require(monitor.rest(overLast: 300_000))
        // The series lasts 280.9 s.
        #expect((rest.milliseconds - 280_910.15625).magnitude < 1e-9 && rest.artefactPercent == 0)
        #expect(rest.timeDomain == TimeDomainFigures(of: [HRVVectors.milliseconds(series)]))
    }

    @Test("a minute is the least, five are the most")
    func span() throws {
        let monitor = HeartRateVariabilityMonitor.after(Strap.packets(HRVVectors.series("rest"), bpm: 68))
        let minute = try #require(monitor.rest(overLast: 1))
        #expect((54_000...61_000).contains(minute.milliseconds))
        #expect(minute == monitor.rest(overLast: 60_000))
        #expect(monitor.rest(overLast: .max) == monitor.rest(overLast: 300_000))
    }

    @Test("across a gap no difference is taken, and what is missing may be a tenth")
    func gap() throws {
        let series = HRVVectors.series("rest")
        var events = Strap.packets(Array(series[..<160]), bpm: 68)
        let start = (events.last?.time ?? 0) + 2000
        events.append(HRVEvent(time: start, call: .interrupt))
        events += Strap.packets(Array(series[160...]), bpm: 68, from: start)
        let rest = try #require(HeartRateVariabilityMonitor.after(events).rest(overLast: 300_000))
        #expect(rest.timeDomain.intervalCount == 320 && rest.timeDomain.differenceCount == 318)
        let pieces = [Array(series[..<160]), Array(series[160...])].map(HRVVectors.milliseconds)
        #expect(rest.timeDomain == TimeDomainFigures(of: pieces))

        let late = events.map { HRVEvent(time: $0.time >= start ? $0.time + 40_000 : $0.time, call: $0.call) }
        #expect(HeartRateVariabilityMonitor.after(late).rest(overLast: 300_000) == nil)
    }

    @Test("both rests are kept for the summary")
    func kept() throws {
        var monitor = HeartRateVariabilityMonitor.after(Strap.packets(HRVVectors.series("rest"), bpm: 68))
        let before = monitor.rest(overLast: 120_000)
        monitor.keepRest(.beforeRun, overLast: 120_000, atMilliseconds: monitor.now)
        for event in Strap.packets(HRVVectors.series("easy"), from: monitor.now + 1000) { monitor.apply(event) }
        monitor.keepRest(.afterRun, overLast: 60_000, atMilliseconds: monitor.now)
        let summary = try #require(monitor.summary())
        #expect(before != nil && summary.restBefore == before)
        #expect(summary.restAfter != nil && summary.restAfter != before)
        #expect(summary.valueCount > 0)
    }

    @Test("with many artefacts there are no figures")
    func artefacts() {
        let mixed = HeartRateVariabilityMonitor.after(Strap.packets(HRVVectors.series("moderate_mixed_5")))
        #expect(mixed.rest(overLast: 120_000) == nil)
    }
}
