/// What is said about the week and the weeks before.
public enum WeekSaying: String, Saying {
    // This week.
    case week = "Week {week} of {year}, {days}"
    case room = "Room for {runs}"
    case startsAndRoom = "{starts}, and room for {runs}"
    case ofGoal = "{runs} of {goal}"
    case runsAndStarts = "{runs}, and {starts}"
    case moving = "{minutes} moving"

    // The next easy step.
    case goalMet = "That is your {goal}. Rest counts too."
    case begin = "Begin when you like. Ten easy minutes are a run, and walking counts."
    case afterBreak = "A small one is a good way back: 15 easy minutes, walking included."
    case begun = "You have begun this week. 20 easy minutes is plenty for the next one."
    case opening = "{runs}, on whichever days. 20 minutes is plenty, and walking counts."
    case more = "{runs} your {goal}. 20 minutes is plenty."
    case enoughToday = "You have had your run today, and that is plenty for a day. {runs} your week."
    case weekIsShort = "Each easy run counts, whenever it comes. On Monday a new week begins."

    // The weeks before.
    case chart = "The last {weeks} weeks: a dot a run, a bar the minutes in the band"
    case dots = "How it went, in your own dots"
    case talked = "{yes} of {count}"
    case goalOfLate = "{weeks} of the last {span} weeks had your goal."
    case backOfLate = "You came back in {weeks} of the last {span} weeks."
    case goalWeeks = "Weeks with your goal: {weeks}."
    case backWeeks = "Weeks you came back: {weeks}."
    case lastStart = "Your last start in the log was on {day}."
    case noneYet = "No run yet. Ten minutes of moving make one, a minute is a start."

    // What is enough.
    case inBand = "{minutes} in the conversational band (a guide is 105 to 225)"
    case guide = "Three to five easy runs of 35 to 45 minutes make 105 to 225 in the band. Less counts too."
    case guideByWHO = "The WHO's guide for moderate activity of any kind is 150 to 300 minutes a week."

    public var evidence: Evidence? { self == .guideByWHO ? .guideForAdults : nil }
}
