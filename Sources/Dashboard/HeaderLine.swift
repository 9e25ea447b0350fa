import Practice
import RunEngine

/// What this is: the program and what is shown at the left, the playback at the right.
struct HeaderLine {
    let screen: RunScreen

    private static let leastTitleColumns = 10

    func draw(into frame: inout Frame, area: Area) {
        guard area.rows > 0 else { return }
        let end = area.column + area.columns
        let room = area.columns - 8
        let whole = playbackText(isShort: false)
        let right = TextColumns.count(whole) <= room ? whole : TextColumns.cut(playbackText(isShort: true), to: room)
        frame.write("Steady", row: area.row, column: area.column, style: .bold)
        frame.write(right, row: area.row, endingBefore: end, style: .plain)
        if let title = screen.playback?.title {
            let room = area.columns - 8 - (right.isEmpty ? 0 : TextColumns.count(right) + 2)
            // A few letters of a name say nothing.
            let text =
                room < min(TextColumns.count(title), Self.leastTitleColumns) ? "" : TextColumns.cut(title, to: room)
            frame.write(text, row: area.row, column: area.column + 8, style: .dim)
        }
    }

    private func playbackText(isShort: Bool) -> String {
        var parts: [String] = []
        if let source = screen.run.header?.source {
            let word = source.words
            parts.append(isShort ? String(word.prefix { $0.isLetter }) : word)
        }
        if let playback = screen.playback {
            if let speed = playback.speed { parts.append(speed) }
            if playback.isPaused { parts.append("paused") }
            switch (playback.positionMilliseconds, playback.totalMilliseconds) {
            case (let position?, let total?):
                parts.append("\(NumberText.clock(position)) of \(NumberText.clock(total))")
            case (let position?, nil): parts.append(NumberText.clock(position))
            case (nil, _): break
            }
        }
        return parts.joined(separator: " · ")
    }
}
