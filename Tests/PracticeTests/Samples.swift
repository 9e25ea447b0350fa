import RunEngine

/// Samples made up for measurements by hand.
enum Samples {
    static func sample(
        _ second: Int,
        bpm: Int?,
        link: LinkState = .good,
        speed: Int? = nil,
        incline: Int? = nil
    ) -> RunSample {
        RunSample(
            timeMilliseconds: Int64(second) * 1000,
            heartRateBPM: bpm,
            link: bpm == nil && link == .good ? .lost : link,
            session: .running,
            speedCentiKmH: speed,
            inclinationDeciPercent: incline
        )
    }
}
