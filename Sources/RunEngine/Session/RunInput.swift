public import SensorCodec

/// Something that happened to a run: what sources feed into a ``RunSession``.
public enum RunInput: Equatable, Sendable {
    /// A sensor sent a value.
    case value(CharacteristicValue, from: SensorIdentity)
    /// A sensor sent a heart-rate or treadmill value that holds nothing: no sign of life, but not dropped in silence.
    case undecodable(DecodingFailure, from: SensorIdentity)
    /// Whoever feeds the session noticed something about a sensor: that its values are changed on the way.
    case finding(RunNotice.Finding, about: SensorIdentity)
    /// A sensor's name became known.
    case name(String, of: SensorIdentity)
    /// The link to a sensor is gone.
    case disconnected(SensorIdentity)
    /// A sensor that is not heard is being looked for, or connected.
    case seeking(SensorIdentity, Seeking)
    /// The runner pauses.
    case pause
    /// The runner ends their own pause.
    case resume
    /// The runner begins to cool down.
    case coolDown
    /// The runner ends a lap.
    case lap
    /// The runner marks this moment, with words or without.
    case mark(String)
    /// The runner set out to follow a plan: its name, and its length in ms of moving time where it has an end.
    case aim(plan: String, plannedMilliseconds: Int64?)
    /// The runner says whether they can talk.
    case talk(TalkAnswer)
    /// The wall clock was set: this is to be added to all wall times of the session, in microseconds.
    case clockSet(byMicroseconds: Int64)
    /// The runner ends the session.
    case stop
}

extension RunInput {
    /// How far the way to a lost sensor is gone, by the name that recordings have for it.
    public enum Seeking: String, Sendable {
        case searching, connecting
    }
}
