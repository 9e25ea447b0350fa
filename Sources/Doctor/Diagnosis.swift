/// What the doctor says of a machine: findings, the most important first.
public struct Diagnosis: Equatable, Sendable {
    /// What was found; the worst first, and among equals what comes first on the way from the radio to the log.
    public let findings: [Finding]

    /// Looks at facts. Equal facts give equal findings.
    public init(_ facts: HostFacts) {
        let found = facts.adapterFindings + facts.serviceFindings + facts.linkFindings + facts.placeFindings
        findings = found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element)
    }

    /// Whether a run can begin, and what forbids it.
    public enum Outcome: Sendable {
        /// Nothing stops it.
        case clear
        /// An adapter or a service is missing (exit status 69).
        case unavailable
        /// All is there, and the user may not use it (exit status 77).
        case notPermitted
    }

    /// Whether a run can begin. What is missing counts before what is forbidden.
    public var outcome: Outcome {
        let stopping = findings.filter { $0.severity == .stops }
        if stopping.isEmpty { return .clear }
        return stopping.allSatisfy { $0.cause.isPermission } ? .notPermitted : .unavailable
    }
}

extension Finding {
    /// The place in the report: by severity, then by cause.
    fileprivate var rank: Int {
        severity.rawValue * Cause.allCases.count + (Cause.allCases.firstIndex(of: cause) ?? 0)
    }

    init(_ cause: Cause, _ severity: Severity, _ what: String, _ mend: Mend? = nil, why: String) {
        self.init(cause: cause, severity: severity, what: what, mend: mend, why: why)
    }
}

extension Finding.Cause {
    /// The thing is there, and the user may not use it.
    fileprivate var isPermission: Bool { self == .accessDenied || self == .homeNotWritable }
}
