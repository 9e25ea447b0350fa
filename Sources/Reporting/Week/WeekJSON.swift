internal import Practice

extension JSONWriter {
    /// The practice as one object: this week, the weeks up to it, the oldest first, and the line of the week.
    public mutating func week(_ report: WeekReport) {
        let calendar = report.calendar
        beginObject()
        word("week", calendar.thisWeek.week.description)
        number("goal_runs", calendar.goalRuns)
        sums(of: calendar.thisWeek)
        key("weeks")
        beginArray()
        for week in report.weeks { entry(week, goal: calendar.goalRuns) }
        endArray()
        key("notices")
        beginArray()
        if let notice = calendar.notice {
            beginObject()
            word(.name, notice.name.rawValue)
            key("text")
            string(notice.text)
            endObject()
        }
        endArray()
        endObject()
        endLine()
    }

    private mutating func entry(_ week: PracticeWeek, goal: Int) {
        beginObject()
        word("week", week.week.description)
        sums(of: week)
        flag("goal_reached", week.hasGoal(of: goal))
        if week.talk.count > 0 {
            number("talk_yes", week.talk.yes)
            number("talk_no", week.talk.no)
        }
        number("feeling_before", week.feelingBefore.tenths, places: 1)
        number("feeling_after", week.feelingAfter.tenths, places: 1)
        number("sleep", week.sleep.tenths, places: 1)
        endObject()
    }

    private mutating func sums(of week: PracticeWeek) {
        number("runs", week.runs)
        number("starts", week.starts)
        number(.insideBand, week.insideMilliseconds)
        number("moving_ms", week.movingMilliseconds)
    }
}
