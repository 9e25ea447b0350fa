/// What is said while a resting heart rate is measured.
public enum RestSaying: String, Saying {
    case whatItIs = "A resting heart rate, seated: five minutes. Sit down, lean back, and let the belt stand."
    case howItGoes = "It begins with the first heartbeat that is heard. Control-C ends it; nothing is kept then."

    // The end.
    case kept = "Resting heart rate, seated: {bpm} bpm. It is kept."
    case byMedian = "Your zones go by the median of the last {readings} readings: {bpm} bpm."
    case byThisOne = "Your zones go by it from now on; more readings, on other days, make it surer."

    // Why there is none.
    case beltMoving = """
        the belt moves, and that is no rest: nothing is kept
        Let it stand, sit down, and begin again.
        """
    case noContact = """
        the strap had no contact with the skin for too long: nothing is kept
        Wet it a little, and begin again.
        """
    case heartRateMissing = """
        the heart rate was missing for more than a fifth of the time: nothing is kept
        Begin again, strap and adapter close together.
        """
    case endedEarly = "it ended before the five minutes were over: nothing is kept"
    case implausible = "what was heard is no resting heart rate: nothing is kept"
}
