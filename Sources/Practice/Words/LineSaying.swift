/// What is said in plain lines, where there is no screen.
public enum LineSaying: String, Saying {
    // The first line.
    case begun = "Steady, {origin}"
    case begunWithBand = "Steady, {origin}: easy, conversational band {band} bpm; zones: {model}"
    case basis = "The {basis}."

    // What changes on the way.
    case goingOn = "going on"
    case beltStands = "paused, until the belt carries you again"
    case warmedUp = "warmed up"
    case heartRateThere = "heart rate is there"
    case noHeartRate = "no heart rate"
    case treadmillQuiet = "nothing heard from the treadmill"
    case treadmillBack = "the treadmill is back"
    case clockSet = "the clock was set; the run keeps its times"
    case plan = "plan: {plan}"
}

/// What is said of laps and marks.
public enum LapSaying: String, Saying {
    case lap = "lap {number}: {figures}"
    case mark
    case markWithText = "mark: {text}"
}
