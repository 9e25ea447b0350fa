/// A treadmill's belt: it takes commands, and follows them at its own pace. A step is one second.
///
/// Only a hand on the console starts it. The figures are typical of home treadmills; none is measured on a machine.
struct BeltModel: Sendable {
    /// What the belt can do.
    struct Limits: Equatable, Sendable {
        /// In 0.01 km/h.
        var speed = 80...1600
        /// In 0.01 km/h.
        var speedStep = 10
        /// In 0.01 km/h per second.
        var acceleration = 40
        /// In 0.01 km/h per second.
        var deceleration = 60
        /// In 0.1 %.
        var incline = 0...120
        /// In 0.1 %.
        var inclineStep = 5
        /// In 0.1 % per second.
        var inclineRate = 4
        /// From a command to when it is followed, in s.
        var delay = 1
    }

    private enum Command {
        case speed(Int)
        case incline(Int)
    }

    let limits = Limits()
    /// In 0.01 km/h.
    private(set) var speedCentiKmH = 0
    /// In 0.01 km/h: where the speed goes.
    private(set) var targetCentiKmH = 0
    /// In 0.1 %.
    private(set) var inclineDeciPercent = 0
    /// In 0.1 %: where the incline goes.
    private(set) var targetDeciPercent = 0
    /// True from a start to a stop; the belt may still slow after that.
    private(set) var isRunning = false
    private var queue: [(due: Int, command: Command)] = []
    private var seconds = 0
    /// Twice the sum of the speeds: 720 of it are a metre.
    private var way = 0

    /// The speed that was asked for last, in 0.01 km/h, followed yet or not.
    var askedCentiKmH: Int {
        for entry in queue.reversed() { if case .speed(let speed) = entry.command { return speed } }
        return targetCentiKmH
    }

    /// The incline that was asked for last, in 0.1 %, followed yet or not.
    var askedDeciPercent: Int {
        for entry in queue.reversed() { if case .incline(let incline) = entry.command { return incline } }
        return targetDeciPercent
    }

    /// The way of the belt, in whole metres.
    var metres: Int { way / 720 }

    /// A hand starts the belt: it goes at its slowest.
    mutating func start() {
        isRunning = true
        targetCentiKmH = limits.speed.lowerBound
    }

    /// A hand stops the belt: it slows down and stands.
    mutating func stop() {
        isRunning = false
        targetCentiKmH = 0
        queue = []
    }

    /// Asks for a speed in 0.01 km/h; answers the one that the belt takes it for, `nil` from a belt that does not run.
    @discardableResult
    mutating func command(speedCentiKmH: Int) -> Int? {
        guard isRunning else { return nil }
        let speed = limits.speed.nearest(speedCentiKmH / limits.speedStep * limits.speedStep)
        queue.append((seconds + limits.delay, .speed(speed)))
        return speed
    }

    /// Asks for an incline in 0.1 %; answers the one that the belt takes it for, `nil` from a belt that does not run.
    @discardableResult
    mutating func command(inclineDeciPercent: Int) -> Int? {
        guard isRunning else { return nil }
        let incline = limits.incline.nearest(inclineDeciPercent / limits.inclineStep * limits.inclineStep)
        queue.append((seconds + limits.delay, .incline(incline)))
        return incline
    }

    /// Lets a second pass; answers the way in it, in 1/720 m.
    @discardableResult
    mutating func step() -> Int {
        seconds += 1
        for entry in queue where entry.due <= seconds && isRunning {
            switch entry.command {
            case .speed(let speed): targetCentiKmH = speed
            case .incline(let incline): targetDeciPercent = incline
            }
        }
        queue.removeAll { $0.due <= seconds }
        let before = speedCentiKmH
        if speedCentiKmH < targetCentiKmH {
            speedCentiKmH = min(targetCentiKmH, speedCentiKmH + limits.acceleration)
        } else {
            speedCentiKmH = max(targetCentiKmH, speedCentiKmH - limits.deceleration)
        }
        if inclineDeciPercent < targetDeciPercent {
            inclineDeciPercent = min(targetDeciPercent, inclineDeciPercent + limits.inclineRate)
        } else {
            inclineDeciPercent = max(targetDeciPercent, inclineDeciPercent - limits.inclineRate)
        }
        way += before + speedCentiKmH
        return before + speedCentiKmH
    }
}

extension ClosedRange<Int> {
    /// The number of the range that is nearest to another.
    func nearest(_ number: Int) -> Int { Swift.min(Swift.max(number, lowerBound), upperBound) }
}
