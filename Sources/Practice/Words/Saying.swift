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
        var text = ""
        var rest = rawValue[...]
        var left = values.map(\.key)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            guard let value = values.first(where: { $0.key == name })?.value else {
                preconditionFailure("'\(rawValue)' wants \(name).")
            }
            left.removeAll { $0 == name }
            text += value
            rest = rest[rest.index(after: close)...]
        }
        precondition(left.isEmpty, "'\(rawValue)' has no place for \(left).")
        return text + rest
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
    public static var all: [Entry] {
        entries(RunSaying.self) + entries(PlanSaying.self) + entries(WeekSaying.self) + entries(EnoughSaying.self)
            + entries(EveningSaying.self) + entries(CareSaying.self) + entries(LogSaying.self)
    }

    private static func entries<Topic: Saying>(_ topic: Topic.Type) -> [Entry] {
        topic.allCases.map { Entry(name: "\(topic).\($0)", template: $0.rawValue, evidence: $0.evidence) }
    }
}
