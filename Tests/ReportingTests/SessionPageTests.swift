import RunEngine
import SensorCodec
import TestSupport
import Testing

@testable import Reporting
@testable import SessionStore

/// The page of a session, as its text; `BrowserTests` has it as a browser shows it.
@Suite("The page of a session")
struct SessionPageTests {
    static let nasty = "<script>alert('1')</script>\u{202E}\u{1B}[2J\"&"

    /// A session in which every text from outside tries to be more than text.
    static func session(elapsedMilliseconds: Int64 = 2_700_000) -> StoredSession {
        var header = Made.header
        header.zones = ZoneSet(model: .acsmMax, lowerBoundsBPM: [103, 116, 139, 173])
        var summary = Made.summary
        summary.elapsedMilliseconds = elapsedMilliseconds
        summary.zoneMilliseconds = [122_000, 144_000, 1_826_000, 498_000, 0]
        summary.metrics = Metric.Name.allCases.map { Metric($0, units: 123) }
        let pause = [
            RunTransition(timeMilliseconds: 600_000, change: .session(from: .running, to: .pausedUser)),
            RunTransition(timeMilliseconds: 660_000, change: .session(from: .pausedUser, to: .running)),
        ]
        let status = SensorStatus(
            timeMilliseconds: 0,
            sensor: Made.strap,
            name: nasty,
            kind: .heartRate,
            state: .live,
            batteryPercent: 80
        )
        let notice = RunNotice(timeMilliseconds: 61_500, sensor: Made.strap, finding: .beltUnattended)
        return StoredSession(
            header: header,
            importedFrom: nasty,
            utcOffsetSeconds: 3600,
            summary: summary,
            events: [.sensor(status)] + pause.map(RunEvent.transition) + [.notice(notice)] + laps.map(RunEvent.lap)
                + [.mark(RunMark(timeMilliseconds: 700_000, text: nasty)), .mark(RunMark(timeMilliseconds: 900_000))]
        )
    }

    private static let laps = [
        RunLap(
            number: 1,
            beganMilliseconds: 0,
            endedMilliseconds: 900_000,
            pausedMilliseconds: 60_000,
            insideMilliseconds: 500_000,
            distanceMillimetres: 2_034_560,
            heartRate: .init(averageBPM: 128, minimumBPM: 72, maximumBPM: 141)
        ),
        RunLap(number: 2, beganMilliseconds: 900_000, endedMilliseconds: 2_700_000),
    ]

    /// A page with a sample each second, and a minute of each ten in which nothing is heard.
    static func page(of session: StoredSession, incline: Int? = 10) -> SessionPage {
        var page = SessionPage(session, words: { _ in nasty })
        for second in 0..<Int(session.summary.elapsedMilliseconds / 1000) {
            page.record(
                RunSample(
                    timeMilliseconds: Int64(second) * 1000,
                    heartRateBPM: second % 600 < 540 ? 120 + second * 7 % 23 : nil,
                    speedCentiKmH: 550 + second / 60 % 5 * 100,
                    inclinationDeciPercent: incline.map { $0 + second / 120 % 4 * 5 }
                )
            )
        }
        return page
    }

    private static let void: Set = ["meta"]

    /// The tags of a page in their order: name, attributes, and whether it is closed in itself.
    private func tags(_ html: String) -> [(name: String, attributes: String, isEmpty: Bool)] {
        html.matches(of: /<(\/?[a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"<>]*")?)*)\s*(\/?)>/)
            .map { (String($0.1), String($0.2), !$0.3.isEmpty || Self.void.contains(String($0.1))) }
    }

    @Test("every tag that is opened is closed, and what looks like one is one of the page's own")
    func tags() {
        let html = Self.page(of: Self.session()).html
        var open: [String] = []
        for tag in tags(html) where !tag.isEmpty {
            if tag.name.hasPrefix("/") {
                #expect(open.popLast() == String(tag.name.dropFirst()))
            } else {
                open.append(tag.name)
            }
        }
        #expect(open.isEmpty)
        // Beside the document type, every angle that opens is a tag's.
        #expect(html.count { $0 == "<" } == tags(html).count + 1)
    }

    @Test("what comes from outside stays text: no script, no attribute of its own, no turned line")
    func escaping() {
        let html = Self.page(of: Self.session()).html
        #expect(html.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;??[2J&quot;&amp;"))
        #expect(!html.contains("\u{1B}") && !html.contains("\u{202E}"))
        let names = Set(tags(html).map(\.name))
        #expect(names.isDisjoint(with: ["script", "link", "img", "iframe", "object", "embed", "a", "form", "base"]))
        for tag in tags(html) { #expect(!tag.attributes.contains(/\s(?:on\w+|src|href|xlink:href)=/), "\(tag)") }
        for word in ["http:", "https:", "url(", "@import", "javascript:"] { #expect(!html.contains(word), "\(word)") }
    }

    @Test("the numbers are those of the JSON form")
    func numbers() throws {
        let session = Self.session()
        let html = Self.page(of: session).html
        let json = try Parsed.object(
            written { json in
                json.beginSession(session)
                json.endSession()
            }.utf8
        )
        let numbers = html.matches(of: /<data data-key="([^"]+)" value="([^"]+)">([^<]+)<\/data>/)
        #expect(numbers.count >= 20)
        for number in numbers {
            var value: Any? = json
            for key in number.1.split(separator: ".") {
                value = Int(key).map { index in (value as? [Any])?[index] } ?? (value as? [String: Any])?[String(key)]
            }
            #expect((value as? Double) == Double(number.2), "\(number.0)")
        }
    }

    @Test("a run of ten hours makes a small page, and so does one of twenty days")
    func size() {
        for hours in [1, 10, 480] as [Int64] {
            let html = Self.page(of: Self.session(elapsedMilliseconds: hours * 3_600_000)).html
            #expect(html.utf8.count < 100_000, "\(hours) h: \(html.utf8.count)")
        }
    }

    @Test("equal sessions make equal pages")
    func equal() {
        #expect(Self.page(of: Self.session()).html == Self.page(of: Self.session()).html)
    }

    @Test("what was not there has no plot and no table")
    func parts() {
        let all = Self.page(of: Self.session()).html
        #expect(
            all.matches(of: /<figure class="plot ([a-z-]+)">/).map { String($0.1) } == [
                "heart-rate", "speed", "incline",
            ]
        )
        // Five minutes of each ten that are not heard: the line begins anew behind each.
        let line = all.firstMatch(of: /<path class="line" d="([^"]+)"/)?.1 ?? ""
        #expect(line.count { $0 == "M" } == 5)
        let flat = Self.page(of: Self.session(), incline: nil).html
        #expect(!flat.contains("Incline"))
        var silent = Self.session(elapsedMilliseconds: 0)
        silent.summary = RunSummary()
        silent.summary.zoneMilliseconds = [0, 0, 0, 0, 0]
        silent.events = []
        silent.importedFrom = nil
        let html = SessionPage(silent, words: { _ in "" }).html
        #expect(!html.contains("<figure") && !html.contains("<table"))
        #expect(html.contains("No heart rate was heard in this run.") && html.contains("Steady is no medical device."))
    }

    @Test("a single reading is a dot")
    func single() {
        var page = SessionPage(Self.session(elapsedMilliseconds: 0), words: { _ in "" })
        page.record(RunSample(timeMilliseconds: 0, heartRateBPM: 127))
        #expect(page.html.contains(/<path class="line" d="M\d+ \d+h0"\/>/))
    }

    @Test("labels of values lie on the plot and apart from each other, whatever was measured")
    func valueLabels() {
        for least in stride(from: 30, through: 200, by: 7) {
            for most in stride(from: least, through: 230, by: 9) {
                let scale = PlotScale(
                    readings: least...most,
                    band: TargetBand(lowerBPM: 118, upperBPM: 118 + most % 40)
                )
                #expect(scale.lowest <= least && scale.highest >= most)
                #expect(scale.place(of: scale.highest) == 0 && scale.place(of: scale.lowest) == PlotScale.height)
                expectApart(scale.labels.map { scale.place(of: $0.value) })
            }
        }
        for least in stride(from: -300, through: 400, by: 37) {
            for most in stride(from: least, through: 4000, by: 113) {
                let scale = PlotScale(readings: least...most, steps: [10, 20, 50, 100])
                #expect(scale.lowest <= min(0, least) && scale.highest >= most && scale.lowest < scale.highest)
                expectApart(scale.labels.map { scale.place(of: $0.value) })
                #expect(scale.labels.contains { $0.value == 0 })
            }
        }
    }

    private func expectApart(_ places: [Int]) {
        let sorted = places.sorted()
        #expect(sorted.count >= 2)
        for (one, next) in zip(sorted, sorted.dropFirst()) { #expect(next - one >= 100, "\(sorted)") }
    }

    @Test("labels of times are round, few, and the last one has the unit")
    func timeLabels() {
        func labels(_ seconds: Int64) -> [String] { PlotTime(elapsedMilliseconds: seconds * 1000).labels.map(\.text) }
        #expect(labels(0) == ["0"])
        #expect(labels(154) == ["0", "1", "2 min"])
        #expect(labels(75) == ["0", "15", "30", "45", "60", "75 s"])
        #expect(labels(2712) == ["0", "10", "20", "30", "40 min"])
        #expect(labels(36_000) == ["0", "2", "4", "6", "8", "10 h"])
        for seconds in stride(from: 1, through: 1_000_000, by: 997) as StrideThrough<Int64> {
            #expect((1...7).contains(labels(seconds).count), "\(seconds)")
        }
    }
}
