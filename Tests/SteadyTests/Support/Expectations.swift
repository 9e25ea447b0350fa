import Foundation
import Testing

/// That a run failed as the contract says: this status, one or two lines on standard error, nothing on standard output.
func expectFailure(
    _ outcome: Program.Outcome,
    _ status: Int32,
    says words: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(outcome.status == status, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(!outcome.wasKilled, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, "\(outcome.text)", sourceLocation: sourceLocation)
    #expect((1...2).contains(outcome.errorLines.count), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.errors.hasPrefix("steady: "), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(words.isEmpty || outcome.errors.contains(words), "\(outcome.errors)", sourceLocation: sourceLocation)
}

/// That a run did what it should and had nothing to say beside it.
func expectSuccess(_ outcome: Program.Outcome, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(outcome.status == 0 && !outcome.wasKilled, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.errors.isEmpty, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(!outcome.output.contains(0x1B), "an escape code on a pipe", sourceLocation: sourceLocation)
}

extension [String: Any] {
    /// A whole number at keys, one inside the other.
    func whole(_ keys: String...) -> Int? {
        var value: Any? = self
        for key in keys { value = (value as? [String: Any])?[key] }
        return value as? Int
    }

    /// A list of objects.
    func list(_ key: String) -> [[String: Any]] { self[key] as? [[String: Any]] ?? [] }

    /// Text.
    func text(_ key: String) -> String? { self[key] as? String }
}

/// That the totals of a summary are partitions of the time.
func expectPartitions(of summary: [String: Any], _ label: String, sourceLocation: SourceLocation = #_sourceLocation)
    throws
{
    let elapsed = try #require(summary.whole("elapsed_ms"), sourceLocation: sourceLocation)
    let paused = try #require(summary.whole("paused_ms"), sourceLocation: sourceLocation)
    let unknown = try #require(summary.whole("unknown_ms"), sourceLocation: sourceLocation)
    let zones = summary.list("zones").compactMap { $0.whole("time_ms") }
    #expect(zones.count >= 2, "\(label)", sourceLocation: sourceLocation)
    #expect(zones.reduce(0, +) + unknown + paused == elapsed, "zones of \(label)", sourceLocation: sourceLocation)
    let bands = try ["below_ms", "in_ms", "above_ms"].map { try #require(summary.whole("bands", $0)) }
    #expect(bands.reduce(0, +) + unknown + paused == elapsed, "bands of \(label)", sourceLocation: sourceLocation)
    let phases = try ["warm_up_ms", "main_ms", "cool_down_ms"].map { try #require(summary.whole("phases", $0)) }
    #expect(phases.reduce(0, +) + paused == elapsed, "phases of \(label)", sourceLocation: sourceLocation)
    #expect(
        (zones + bands + phases + [paused, unknown]).allSatisfy { $0 >= 0 },
        "\(label)",
        sourceLocation: sourceLocation
    )
}
