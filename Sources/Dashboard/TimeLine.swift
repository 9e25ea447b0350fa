/// Where in a recording the screen is: a line for all of it, brighter up to there.
struct TimeLine {
    let playback: Playback

    func draw(into frame: inout Frame, area: Area) {
        guard area.rows > 0, area.columns > 1, let total = playback.totalMilliseconds, total > 0,
            let position = playback.positionMilliseconds
        else { return }
        let last = Int64(area.columns - 1)
        // In a double: any recording is short enough for its column to be right.
        let place = Int64(Double(min(max(0, position), total)) / Double(total) * Double(last))
        for column in 0..<area.columns {
            let isMark = Int64(column) == place
            let style: Style = isMark ? .bold : Int64(column) < place ? .plain : .dim
            frame[area.row, area.column + column] = Cell(scalar: isMark ? "│" : "─", style: style)
        }
    }
}
