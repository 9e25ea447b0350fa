/// What is said before the run has begun: while sensors are looked for.
public enum SearchSaying: String, Saying {
    case demo = "A demo: a virtual runner and treadmill, no hardware."
    case listeningAlong = "Listening to what another program is connected to."
    case several = "there are several sensors of a kind; say which with --strap or --treadmill:"
    case choose = "Which are yours? Press a number."
    case ready = "Ready. The run begins with the first heartbeat or step."
    case looking = "Looking for your sensors."
    case hint = "Put the strap on, a little wet, and switch the treadmill on."

    // Where sensors are listed.
    case noneHeard = "No sensor was heard. Wear the strap, and wake the treadmill; then try again."
    case noneRemembered = "No sensor is remembered yet. `steady` looks for them."
}
