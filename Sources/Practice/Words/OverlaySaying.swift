/// What lies over the screen until a key takes it away.
public enum OverlaySaying: String, Saying {
    // Before a run is ended.
    case endQuestion = "End this run?"
    case isKept = "Everything so far is kept."
    case isNotKept = "Nothing of it is being kept."
    case endKeys = "q ends, any other key goes on."
    case sitKey = "s ends it, and you sit a while."

    // The help.
    case back = "any key goes back"
}
