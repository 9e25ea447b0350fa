/// The variability of a heart at rest: of the minutes before a run, or after it.
public struct RestFigures: Equatable, Sendable {
    /// The figures, artefacts mended.
    public let timeDomain: TimeDomainFigures
    /// The share of mended intervals in percent: at most 5.
    public let artefactPercent: Double
    /// The time that the intervals fill, in ms.
    public let milliseconds: Double
}

extension HeartRateVariabilityMonitor {
    /// The spans that figures at rest may be asked of, in ms.
    public static let restSpan: ClosedRange<Int64> = 60_000...300_000
    /// A shorter piece between two gaps does not tell which of its intervals are artefacts.
    private static let leastPiece = 11
    /// The share of the span that intervals have to fill.
    private static let leastFilled = 0.9

    /// Which rest figures are of.
    public enum Rest: Sendable {
        case beforeRun, afterRun
    }

    /// The variability over the last `milliseconds`, brought into ``restSpan``, by one sensor. Whether the runner rested only the owner
    /// knows: in running the figures say nothing.
    ///
    /// `nil` where intervals without gaps fill less than nine tenths of the span, where more than 5 % of them are
    /// artefacts, and where the sensor is none for such figures (``Absence``).
    public func rest(overLast milliseconds: Int64) -> RestFigures? {
        guard fault == nil else { return nil }
        let span = min(max(milliseconds, Self.restSpan.lowerBound), Self.restSpan.upperBound)
        var repair = MedianRepair()
        var segments: [[Double]] = []
        var (filled, mended, length) = (0.0, 0, 0)
        intake.ring.forEachSegment(after: max(now - span, sensorSince - 1)) { piece in
            guard piece.count >= Self.leastPiece else { return }
            var intervals = piece
            let counts = repair.repair(&intervals)
            filled += piece.reduce(0, +)
            mended += counts.missed + counts.extra + counts.replaced
            length += counts.length
            segments.append(intervals)
        }
        guard filled >= Self.leastFilled * Double(span), let figures = TimeDomainFigures(of: segments) else {
            return nil
        }
        let artefacts = 100 * Double(mended) / Double(length)
        guard artefacts <= Self.hiddenAbove else { return nil }
        return RestFigures(timeDomain: figures, artefactPercent: artefacts, milliseconds: filled)
    }

    /// Keeps the figures of a rest of the last `milliseconds`, as ``rest(overLast:)``, for the summary.
    public mutating func keepRest(_ rest: Rest, overLast milliseconds: Int64, atMilliseconds time: Int64) {
        advance(to: time)
        let figures = self.rest(overLast: milliseconds)
        switch rest {
        case .beforeRun: tally.restBefore = figures
        case .afterRun: tally.restAfter = figures
        }
    }
}
