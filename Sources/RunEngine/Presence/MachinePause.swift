import SensorCodec

/// A pause that the machine itself tells (Fitness Machine Status), while its belt still slows.
///
/// Held until the machine says that it goes on, or its belt runs faster again; a belt that moves without getting slower
/// for ``steadyTime`` was not paused: some machines repeat their last status to whoever begins to listen.
struct MachinePause: Sendable {
    /// In ms. A belt takes 5 to 17 s to come to rest, and slows all the while.
    static let steadyTime: Int64 = 10_000
    /// What is faster, in 0.01 km/h.
    static let felt = 20

    /// When it began or the belt last became slower, in ms, and the lowest speed since, in 0.01 km/h.
    private var pause: (slowedAt: Int64, lowestCentiKmH: Int?)?

    /// True while the machine pauses.
    var isPaused: Bool { pause != nil }

    /// Something happened at the machine, at a time in ms.
    mutating func take(_ event: FitnessMachineStatus.Event, at time: Int64) {
        switch event {
        case .stoppedOrPausedByUser, .stoppedBySafetyKey: pause = pause ?? (time, nil)
        case .startedOrResumedByUser, .reset: pause = nil
        default: break
        }
    }

    /// The belt's speed, in 0.01 km/h, at a time in ms.
    mutating func tell(speedCentiKmH: Int, at time: Int64) {
        guard let pause else { return }
        let lowest = pause.lowestCentiKmH ?? speedCentiKmH
        if speedCentiKmH < lowest { return self.pause = (time, speedCentiKmH) }
        let isFaster = speedCentiKmH - lowest >= Self.felt
        let isSteady = speedCentiKmH > 0 && time - pause.slowedAt > Self.steadyTime
        self.pause = isFaster || isSteady ? nil : (pause.slowedAt, lowest)
    }
}
