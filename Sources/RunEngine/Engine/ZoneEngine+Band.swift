extension ZoneEngine {
    /// A band that waits for its dwell to pass.
    struct PendingBand: Equatable, Sendable {
        var band: BandState
        /// In ms.
        var deadline: Int64
    }

    /// Follows a new median: the band has hysteresis on leaving and a dwell on every change but the first.
    mutating func judge(medianBPM median: Int) {
        let candidate = candidateBand(medianBPM: median)
        if candidate == band {
            pendingBand = nil
        } else if band == .unknown {
            take(candidate)
        } else if pendingBand?.band != candidate {
            pendingBand = PendingBand(band: candidate, deadline: now + configuration.dwell(into: candidate))
        }
        if phase == .warmUp {
            warmUp.warmSince = median >= target.lowerBPM ? warmUp.warmSince ?? now : nil
        }
    }

    /// The band by the edges: to leave takes more than the hysteresis, to come back takes none.
    @inline(__always)
    private func candidateBand(medianBPM median: Int) -> BandState {
        if band == .above, median > target.upperBPM { return .above }
        if band == .below, median < target.lowerBPM { return .below }
        if median > target.upperBPM + configuration.hysteresis { return .above }
        if median < target.lowerBPM - configuration.hysteresis { return .below }
        return .inside
    }

    /// The pending band has lasted.
    mutating func settleBand() {
        if let pendingBand { take(pendingBand.band) }
    }

    /// There is no heart rate to judge by.
    mutating func loseBand() {
        pendingBand = nil
        warmUp.warmSince = nil
        if band != .unknown { take(.unknown) }
    }

    private mutating func take(_ new: BandState) {
        pendingBand = nil
        // Met without knowing what was before, a band has to last its dwell before it may speak.
        let isFresh = band == .unknown && (new == .above || new == .below)
        cues.bandSpeaksAt = isFresh ? now + configuration.dwell(into: new) : nil
        if new == .inside { cues.gap = configuration.cueGap }
        emit(.band(from: band, to: new))
        band = new
        planCue()
    }
}

extension ZoneEngine.Configuration {
    /// How long a change into a band has to last, in ms.
    func dwell(into band: BandState) -> Int64 {
        switch band {
        case .above: dwellAbove
        case .below: dwellBelow
        case .inside, .unknown: dwellInside
        }
    }
}
