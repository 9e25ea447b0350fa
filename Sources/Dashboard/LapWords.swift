import RunEngine

/// What is said of laps and marks.
enum LapWords {
    static func sentence(for lap: RunLap) -> String {
        var parts = ["lap \(lap.number): \(NumberText.longClock(lap.elapsedMilliseconds))"]
        if let distance = lap.distanceMillimetres { parts.append("\(NumberText.kilometres(millimetres: distance)) km") }
        if let rate = lap.heartRate { parts.append("\(rate.averageBPM) bpm") }
        return parts.joined(separator: ", ")
    }

    static func sentence(for mark: RunMark) -> String {
        mark.text.isEmpty ? "mark" : "mark: \(PrintableGlyph.cleaned(mark.text, limit: RunMark.longestText))"
    }
}
