import Practice

/// Where the runner is in their plan: what is done now and what comes, a slow bar for all of it, and the time left.
struct PlanLine {
    let words: PlanWords
    let plan: PlanFollower

    private static let leastBar = 8
    private static let gap = 2

    /// `nil` for a run without a plan.
    init?(screen: RunScreen) {
        guard let words = screen.planWords else { return nil }
        self.words = words
        plan = words.plan
    }

    func draw(into frame: inout Frame, area: Area) {
        guard area.rows > 0 else { return }
        let end = area.column + area.columns
        let left = words.totalLeft
        let isRoomForLeft = left.map { area.columns >= $0.count + Self.gap + words.shortest.count } ?? false
        let taken = isRoomForLeft ? max(left?.count ?? 0, PlanWords.widestLeft) + Self.gap : 0
        // Of a fixed place: it does not move when the words change.
        let bar = area.columns * 3 / 10
        let hasBar = bar >= Self.leastBar && area.columns - taken - bar - Self.gap >= words.most.count
        let room = area.columns - taken - (hasBar ? bar + Self.gap : 0)
        frame.write(words.text(columns: room), row: area.row, column: area.column)
        if isRoomForLeft, let left { frame.write(left, row: area.row, endingBefore: end, style: .bold) }
        if hasBar { drawBar(into: &frame, row: area.row, column: end - taken - bar, columns: bar) }
    }

    private func drawBar(into frame: inout Frame, row: Int, column: Int, columns: Int) {
        guard let total = plan.plan.totalMilliseconds, total > 0 else { return }
        let filled = Int(min(plan.movedMilliseconds, total) * Int64(columns) / total)
        for place in 0..<columns {
            let isFilled = place < filled
            frame[row, column + place] = Cell(isFilled ? "█" : "─", style: isFilled ? .plain : .dim)
        }
    }
}
