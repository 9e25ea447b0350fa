/// A part of a run that the runner set apart: from the key press before, or the start, to this one, or the end.
///
/// All times are in ms of session time.
public struct RunLap: Equatable, Sendable {
    /// 1 for the first lap of the session.
    public var number: Int
    /// When it began.
    public var beganMilliseconds: Int64
    /// When it ended.
    public var endedMilliseconds: Int64
    /// Of its time: paused.
    public var pausedMilliseconds: Int64
    /// Of its time: with a heart rate in the target band.
    public var insideMilliseconds: Int64
    /// The way in it; `nil` when nothing was heard that moves.
    public var distanceMillimetres: Int64?
    /// `nil` when no reading counted in it.
    public var heartRate: RunSummary.HeartRate?

    /// A lap by its number, its times, and what is known of it.
    public init(
        number: Int,
        beganMilliseconds: Int64,
        endedMilliseconds: Int64,
        pausedMilliseconds: Int64 = 0,
        insideMilliseconds: Int64 = 0,
        distanceMillimetres: Int64? = nil,
        heartRate: RunSummary.HeartRate? = nil
    ) {
        self.number = number
        self.beganMilliseconds = beganMilliseconds
        self.endedMilliseconds = endedMilliseconds
        self.pausedMilliseconds = pausedMilliseconds
        self.insideMilliseconds = insideMilliseconds
        self.distanceMillimetres = distanceMillimetres
        self.heartRate = heartRate
    }

    /// Its length in ms, pauses included.
    public var elapsedMilliseconds: Int64 { endedMilliseconds - beganMilliseconds }
}

/// A moment that the runner marked, with what they said of it.
public struct RunMark: Equatable, Sendable {
    /// The longest text, in characters; what is longer is cut.
    public static let longestText = 200

    /// The instant, in ms of session time.
    public var timeMilliseconds: Int64
    /// In the runner's words; empty for a bare mark.
    public var text: String

    /// A mark at a time, in ms of session time.
    public init(timeMilliseconds: Int64, text: String = "") {
        self.timeMilliseconds = timeMilliseconds
        self.text = text
    }
}
