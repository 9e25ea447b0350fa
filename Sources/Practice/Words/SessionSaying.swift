/// What is said of a session of the log.
public enum SessionSaying: String, Saying {
    case none = "No session yet. A run with `steady` makes one; `steady import FILE` takes one from elsewhere."

    // Where it came from.
    case live
    case listeningAlong = "live, listening along"
    case replay
    case demo = "demo: a virtual runner"
    case demoInALine = "demo with a virtual runner"

    // What the runner noted of it.
    case couldTalk = "could talk"
    case couldNotTalk = "could not talk"
    case worse
    case same = "the same"
    case better

    // The figures.
    case share = "{figure}  (data for {percent} % of the time)"
    case bothDistances = "{speed} by the speed, {counter} counted"
    case inDoubt = "{seconds} s of the heart rate"
    case roughFigure = "{figure} on average, a rough figure"
    case heartRate = "{average} bpm on average, {lowest} to {highest}"
    case odd = "Odd in {packets} packets: {issues}"
}

/// What the page of a session says, where words stand for what is seen.
public enum PageSaying: String, Saying {
    case asTold = "Session {id}. Heart rates and figures are as the sensors told them."
    case whatItIsFor = """
        Steady is no medical device. It is there for easy, regular running; if something does not feel right, a doctor \
        is the one to ask.
        """
    case noHeartRate = "No heart rate was heard in this run."
    case rate = "Heart rate over {time}: from {lowest} to {highest} bpm. The band goes from {lower} to {upper} bpm."
    case gaps = "For {time} it was not known: there the line has gaps."
    case speed = "Speed over {time}: from {lowest} to {highest} km/h."
    case incline = "Incline over {time}: from {lowest} to {highest} %."
    case table = "The plots as a table"

    // Where the time went.
    case outside = "Below the band {below}, above it {above}."
    case outsideAndUnknown = "Below the band {below}, above it {above}, not known {unknown}."
}
