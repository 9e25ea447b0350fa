/// What is said about the keeping of a run: that it is kept, where, and when something is in the way.
public enum KeepingSaying: String, Saying {
    case kept = "Kept as {id}."
    case keptInALine = "kept as {id}"
    case keptAndWaiting = "kept as {id}; waiting for the next run"
    case recovered = "recovered the run {id}, which had not been ended properly"
    case recoveredRuns = "recovered {count} runs that had not been ended properly: {ids}"
    case madeAnew = """
        the log was damaged and is made anew: {salvaged} runs could still be read from it, {replayed} came from their \
        recordings. The damaged one is kept as {path}
        """
    case notKept = "nothing of this run is kept: {reason}"
    case goesOn = "the recording goes on, and nothing is missing"
    case notRecorded = "the run goes on, but is not being recorded: {reason}"
    case talkNotKept = "what you said of talking is in the log, but does not move your band: {reason}"
    case sensorNotRemembered = "the sensor is not remembered: {reason}"
}

/// What is said of a demo.
public enum DemoSaying: String, Saying {
    case kept = "This was a demo with a virtual runner; the log has it as one."
    case notKept = "This was a demo with a virtual runner: nothing of it is kept."
    case cannotGoBack = "This demo is being kept: its recording cannot go back."
}
