import SensorCodec

/// Counts what came in. A value without an oddity costs no allocation.
struct PacketTally: Sendable {
    private(set) var packets = 0
    var rrIntervals = 0
    /// By name, in alphabetical order; the names are few and fixed.
    private(set) var issues: [RunSummary.IssueCount] = []

    /// Counts a value with what was odd about it.
    mutating func count(_ found: DecodingIssues) {
        packets += 1
        if found.isEmpty { return }
        for description in found.descriptions { add(description) }
    }

    /// Counts a value that could not be decoded.
    mutating func count(_ failure: DecodingFailure) {
        packets += 1
        add(failure.description)
    }

    /// Counts a record of a machine of which a part was lost.
    mutating func countIncompleteRecord() { add("incomplete_record") }

    /// An issue counts by its name, without its parameter.
    private mutating func add(_ description: String) {
        let name = String(description.prefix { $0 != ":" })
        let place = issues.firstIndex { $0.name >= name } ?? issues.endIndex
        if place < issues.endIndex, issues[place].name == name {
            issues[place].count += 1
        } else {
            issues.insert(RunSummary.IssueCount(name: name, count: 1), at: place)
        }
    }
}
