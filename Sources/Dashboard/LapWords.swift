import Practice
import RunEngine

/// What is said of laps and marks.
enum LapWords {
    static func sentence(for lap: RunLap) -> String {
        var figures = [NumberText.longClock(lap.elapsedMilliseconds)]
        if let distance = lap.distanceMillimetres {
            figures.append("\(NumberText.kilometres(millimetres: distance)) km")
        }
        if let rate = lap.heartRate { figures.append("\(rate.averageBPM) bpm") }
        return LapSaying.lap.text(["number": "\(lap.number)", "figures": figures.joined(separator: ", ")])
    }

    static func sentence(for mark: RunMark) -> String {
        if mark.text.isEmpty { return LapSaying.mark.text() }
        return LapSaying.markWithText.text(["text": PrintableGlyph.cleaned(mark.text, limit: RunMark.longestText)])
    }
}
