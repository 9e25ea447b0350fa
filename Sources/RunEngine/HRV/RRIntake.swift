import SensorCodec

/// Takes RR-Intervals as a sensor sends them and cuts them where beats are missing, so that nothing is computed across
/// a gap.
///
/// A segment ends
/// - when the owner says so: the link was lost, or the data paused;
/// - at an interval longer than four local medians: more beats are missing than can be put back;
/// - at an interval outside ``plausible`` where the local median, not known yet or itself outside, does not tell what it
///   is. Beside plausible neighbours it is a missed or an extra beat, which ``MedianRepair`` mends;
/// - before a block of packets whose beats lag behind or run ahead of the clock by more than one and a half intervals,
///   as against the block before: a notification was lost, or came twice.
///
/// Of each block the least lag counts, so notifications that the radio delays by less than a block are no gap.
struct RRIntake: Equatable, Sendable {
    /// 250 to 2000 ms (240 to 30 bpm), in 1/1024 s.
    static let plausible: ClosedRange<UInt16> = 256...2048
    /// What is shorter than 200 ms is no interval: the Elite CorSense sends codes in this place. In 1/1024 s.
    static let shortest: UInt16 = 205
    /// An interval of more local medians is a gap.
    private static let longestInMedians = 4
    /// Intervals that the local median is taken of at least, and at most.
    private static let medianOf = 5...11

    private(set) var ring = IntervalRing()
    /// How many segments ended with something in them.
    private(set) var gapCount = 0
    /// The place in the ring where the segment begins.
    private var segmentStart = 0
    /// The place in the ring where the block begins.
    private var blockStart = 0
    /// The intervals of the segment, summed up, in 1/1024 s.
    private var total: Int64 = 0
    /// How far the beats lag behind the packets' times at least: in this block, in the one before. In ms/1024, from a
    /// zero of the segment's own.
    private var lag: Int64?
    private var lagBefore: Int64?

    /// The intervals of a packet, oldest first, and when it came.
    mutating func take(_ intervals: RRIntervals, atMilliseconds time: Int64) {
        let before = ring.end
        for index in 0..<intervals.count { take(intervals[index], at: time) }
        guard ring.end > before, ring.end > segmentStart else { return }
        let here = time * 1024 - total * 1000
        lag = min(lag ?? here, here)
    }

    /// Ends the segment.
    mutating func breakOff() {
        if ring.end > segmentStart { gapCount += 1 }
        segmentStart = ring.end
        blockStart = ring.end
        (total, lag, lagBefore) = (0, nil, nil)
    }

    /// Ends a block of packets, and the segment before it if beats were lost.
    mutating func closeBlock() {
        defer { blockStart = ring.end }
        guard let lag else { return }
        if let lagBefore, let median = localMedian, 2 * abs(lag - lagBefore) > 3000 * Int64(median) {
            gapCount += 1
            segmentStart = max(segmentStart, blockStart)
            ring.startSegment(at: segmentStart)
        }
        (self.lag, lagBefore) = (nil, lag)
    }

    private mutating func take(_ raw: UInt16, at time: Int64) {
        guard raw >= Self.shortest else { return }
        let median = localMedian
        let isTold = median.map(Self.plausible.contains) ?? false
        let isGap = median.map { Int(raw) > Self.longestInMedians * Int($0) } ?? false
        guard !isGap, isTold || Self.plausible.contains(raw) else { return breakOff() }
        ring.append(.init(time: time, raw: raw, startsSegment: ring.end == segmentStart))
        total += Int64(raw)
    }

    /// The median of the segment's last intervals in 1/1024 s, of an even number the lower of the middle two; `nil` of
    /// fewer than five.
    private var localMedian: UInt16? {
        let count = min(ring.end - segmentStart, Self.medianOf.upperBound)
        guard count >= Self.medianOf.lowerBound else { return nil }
        var sorted = InlineArray<11, UInt16>(repeating: 0)
        for index in 0..<count {
            let raw = ring[ring.end - count + index].raw
            var hole = index
            while hole > 0, sorted[hole - 1] > raw {
                sorted[hole] = sorted[hole - 1]
                hole -= 1
            }
            sorted[hole] = raw
        }
        return sorted[(count - 1) / 2]
    }

    /// The last intervals of the segment that fill at most this time, oldest first, into `window` in ms; tells how much
    /// of the time they fill, in ms.
    func fill(_ window: inout [Double], last milliseconds: Int64) -> Double {
        window.removeAll(keepingCapacity: true)
        var (first, sum) = (ring.end, 0)
        let longest = Int(milliseconds) * 1024
        while first > max(segmentStart, ring.start), (sum + Int(ring[first - 1].raw)) * 1000 <= longest {
            first -= 1
            sum += Int(ring[first].raw)
        }
        for place in first..<ring.end { window.append(ring[place].milliseconds) }
        return Double(sum) * 1000 / 1024
    }
}
