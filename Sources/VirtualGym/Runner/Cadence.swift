/// How many steps a runner takes.
enum Cadence {
    /// Steps of both feet in a minute at a speed in 0.01 km/h; 0 for somebody who stands.
    static func perMinute(speedCentiKmH: Int) -> Int {
        if speedCentiKmH <= 0 { return 0 }
        return speedCentiKmH < 700 ? 60 + speedCentiKmH * 11 / 100 : 146 + speedCentiKmH / 40
    }
}
