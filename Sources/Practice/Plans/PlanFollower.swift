public import RunEngine

/// Where a runner is in their plan: fed with the samples of a run, once a second.
///
/// Plan time is moving time. It goes on whatever the runner does, and the end stays where it was before the start: the
/// ``HeartRateGuard`` may turn the rest of a run part into a walk, and even the next one, but moves nothing. Nothing is
/// judged, and nothing is marked.
public struct PlanFollower: Equatable, Sendable {
    /// What is going on, and what comes.
    public struct Present: Equatable, Sendable {
        /// Which of the plan's parts it is, from 0 on.
        public var index: Int
        /// The part, as it was planned.
        public var segment: PlanSegment
        /// True where a run part is walked, until the heart has come down.
        public var isEased: Bool
        /// How much of the part is left, in ms of moving time; never 0.
        public var leftMilliseconds: Int64
        /// What comes after it; `nil` for the last part.
        public var next: PlanSegment?
        /// How much of the plan is left, in ms of moving time; never 0.
        public var totalLeftMilliseconds: Int64

        /// What is to be done now.
        public var kind: PlanSegment.Kind { isEased ? .walk : segment.kind }
    }

    /// What is followed.
    public private(set) var plan: RunPlan
    /// How much moving time has passed, in ms; it goes on behind the end of the plan.
    public private(set) var movedMilliseconds: Int64
    /// How much of it was run, in a plan that alternates walking and running, in ms.
    public private(set) var ranMilliseconds: Int64 = 0
    private var last: RunSample?
    private var heart = HeartRateGuard()

    /// The heart takes about this long to follow a run that begins, in ms: until then it tells nothing of the effort.
    private static let settleMilliseconds: Int64 = 75_000
    /// Longer than any run, in ms, and short enough to reckon with.
    private static let latest: Int64 = 1_000_000_000_000
    /// In a run part, slower than this is walked; in a walk, faster than this is run. In 0.01 km/h: where people change
    /// from one to the other differs, and in doubt it is what was planned.
    private static let slowestRunCentiKmH = 550
    private static let fastestWalkCentiKmH = 700

    /// At the beginning of a plan, or in it: `movedMilliseconds` have passed already, in ms of moving time.
    public init(_ plan: RunPlan, movedMilliseconds: Int64 = 0) {
        self.plan = plan
        self.movedMilliseconds = min(max(0, movedMilliseconds), Self.latest)
    }

    /// Follows another plan: what has passed counts in it as well.
    public mutating func follow(_ plan: RunPlan) { self.plan = plan }

    /// Takes in the next sample. `band`: where the heart rate is to stay.
    public mutating func take(_ sample: RunSample, band: TargetBand) {
        var sample = sample
        sample.timeMilliseconds = min(max(0, sample.timeMilliseconds), Self.latest)
        if let last {
            guard sample.timeMilliseconds >= last.timeMilliseconds else { return }
            // A sample holds until the next one.
            if last.session == .running { pass(sample.timeMilliseconds - last.timeMilliseconds, of: last) }
        }
        last = sample
        heart.take(
            sample.heartRateBPM,
            at: sample.timeMilliseconds,
            band: band,
            mayEase: sample.session == .running && present?.segment.kind == .run
        )
    }

    /// How much moving time was walked, in a plan that alternates walking and running, in ms.
    public var walkedMilliseconds: Int64 { movedMilliseconds - ranMilliseconds }

    /// True from the end of the plan on.
    public var isOver: Bool { plan.totalMilliseconds.map { movedMilliseconds >= $0 } ?? false }

    /// True from the beginning of the last, easy part on.
    public var isCoolingDown: Bool { plan.coolDownMilliseconds.map { movedMilliseconds >= $0 } ?? false }

    /// What is going on; `nil` when the plan is over, and for one without an end.
    public var present: Present? {
        guard let place = place(at: movedMilliseconds), let total = plan.totalMilliseconds else { return nil }
        let segment = plan.segments[place.index]
        return Present(
            index: place.index,
            segment: segment,
            isEased: segment.kind == .run && heart.isWalking,
            leftMilliseconds: place.end - movedMilliseconds,
            next: place.index + 1 < plan.segments.count ? plan.segments[place.index + 1] : nil,
            totalLeftMilliseconds: total - movedMilliseconds
        )
    }

    /// Is a heart rate below the band worth a word? Not in a walk or an easy part, not behind the end, and not while the
    /// heart still follows a run that has begun.
    public var asksForMore: Bool {
        if plan.isOpen { return true }
        guard let present else { return false }
        switch present.kind {
        case .band: return true
        case .run: return present.segment.lengthMilliseconds - present.leftMilliseconds >= Self.settleMilliseconds
        case .briskWalk, .walk, .easyWalk, .easy: return false
        }
    }

    /// The part that goes on at a time, and when it ends, in ms of moving time; `nil` behind the last.
    private func place(at time: Int64) -> (index: Int, end: Int64)? {
        var end: Int64 = 0
        for (index, segment) in plan.segments.enumerated() {
            end += segment.lengthMilliseconds
            if time < end { return (index, end) }
        }
        return nil
    }

    /// Moving time passes, part by part, at what a sample knew.
    private mutating func pass(_ milliseconds: Int64, of sample: RunSample) {
        let end = min(movedMilliseconds + milliseconds, Self.latest)
        while movedMilliseconds < end {
            let place = place(at: movedMilliseconds)
            let stop = min(end, place?.end ?? end)
            let kind = place.map { plan.segments[$0.index].kind }
            let isRun = kind == .run && !heart.isWalking
            let speed = sample.speedCentiKmH
            if plan.isWalkRun,
                speed.map({ $0 > (isRun ? Self.slowestRunCentiKmH - 1 : Self.fastestWalkCentiKmH) }) ?? isRun
            {
                ranMilliseconds += stop - movedMilliseconds
            }
            movedMilliseconds = stop
        }
    }
}
