/// What Steady says to the runner: a sentence, with places for what is known only when it is said, such as `{runs}`.
///
/// All of it stands in this folder, a topic a file, so that somebody can read it in one sitting; ``Sayings`` lists the
/// topics, and the tests hold every sentence to the rules: short, in the second person, no exclamation marks, no praise,
/// no blame, no body or weight, no comparison with others, and nothing claimed that has no source.
public protocol Saying: CaseIterable, RawRepresentable, Sendable where RawValue == String {
    /// Where that comes from which it claims; `nil` for a sentence that claims nothing.
    var evidence: Evidence? { get }
}

extension Saying {
    /// Most sentences tell what was done, or what can be done, and claim nothing.
    public var evidence: Evidence? { nil }

    /// The sentence with its places filled: `text(["runs": "3 runs"])`.
    ///
    /// Each place has to be given, and nothing else.
    public func text(_ values: KeyValuePairs<String, String> = [:]) -> String {
        let template = rawValue
        if values.isEmpty {
            // The screen says most of its words ten times a second.
            precondition(!template.utf8.contains(UInt8(ascii: "{")), "'\(template)' has places.")
            return template
        }
        var text = ""
        var rest = template.utf8[...]
        var filled: UInt64 = 0
        while let open = rest.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            let name = template[template.utf8.index(after: open)..<close]
            guard let place = values.firstIndex(where: { $0.key == name }) else {
                preconditionFailure("'\(template)' wants \(name).")
            }
            text += template[rest.startIndex..<open]
            text += values[place].value
            filled |= 1 << UInt64(place)
            rest = rest[template.utf8.index(after: close)...]
        }
        precondition(filled.nonzeroBitCount == values.count, "'\(template)' has no place for all of \(values).")
        return text + template[rest.startIndex...]
    }
}

/// Everything that is said, for whoever checks it.
public enum Sayings {
    /// A sentence as it stands in its topic.
    public struct Entry: Equatable, Sendable {
        /// The topic and the name in it, such as `WeekSaying.goalMet`.
        public var name: String
        /// With its places still open.
        public var template: String
        /// Where that comes from which it claims.
        public var evidence: Evidence?
    }

    /// All sentences of all topics.
    public static var all: [Entry] { topics.flatMap { entries($0) } }

    private static let topics: [any Saying.Type] = [
        // Before a run.
        SearchSaying.self, EveningSaying.self, CareSaying.self,
        // On the way.
        ScreenSaying.self, ShortScreenSaying.self, ReasonSaying.self, BandSaying.self, SensorSaying.self,
        SourceSaying.self, NoticeSaying.self, ShortNoticeSaying.self, HeartRateSaying.self, ShortHeartRateSaying.self,
        OverlaySaying.self, RunSaying.self, PlanSaying.self, LineSaying.self, LapSaying.self, KeepingSaying.self,
        DemoSaying.self,
        // At its end, and later.
        SummarySaying.self, LogSaying.self, SessionSaying.self, PageSaying.self, WeekSaying.self, EnoughSaying.self,
        // What is measured by hand, and the zones.
        RestSaying.self, TalkCheckSaying.self, ReadAloud.self, BasisSaying.self, ZoneSaying.self, ZoneModelSaying.self,
    ]

    private static func entries<Topic: Saying>(_ topic: Topic.Type) -> [Entry] {
        topic.allCases.map { Entry(name: "\(topic).\($0)", template: $0.rawValue, evidence: $0.evidence) }
    }
}
