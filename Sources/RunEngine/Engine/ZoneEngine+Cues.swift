extension ZoneEngine {
    /// When to speak, and when last spoken; times in ms.
    struct CueState: Sendable {
        /// The cue that is planned; one at most.
        var next: (cue: Cue, time: Int64)?
        /// When the last cue was spoken.
        var lastTime: Int64?
        /// The least distance to the next one; doubles while the band stays the same.
        var gap: Int64
        /// Until when the present band has to last before it may speak.
        var bandSpeaksAt: Int64?

        init(gap: Int64) {
            self.gap = gap
        }
    }

    /// Plans the next cue by the present band, phase and belt: none while paused, unknown or inside the band.
    mutating func planCue() {
        cues.next = wantedCue.map { ($0, earliestTime(for: $0)) }
    }

    /// Easing off is advised in every phase, picking up in the main part only.
    private var wantedCue: Cue? {
        guard session == .running else { return nil }
        return switch band {
        case .above: .easeOff
        case .below where phase == .main: .pickUp
        case .below, .inside, .unknown: nil
        }
    }

    /// Not before the last cue is far enough behind, the band has lasted, and a helpful change of the belt has settled.
    private func earliestTime(for cue: Cue) -> Int64 {
        var time = now
        if let lastTime = cues.lastTime { time = max(time, lastTime + cues.gap) }
        if let bandSpeaksAt = cues.bandSpeaksAt { time = max(time, bandSpeaksAt) }
        if let beltChange, beltChange.isFaster == (cue == .pickUp) {
            time = max(time, beltChange.time + configuration.settle)
        }
        return time
    }

    /// Speaks the planned cue, and plans the one after it with the present gap before that grows.
    mutating func speakCue() {
        guard let cue = cues.next?.cue else { return }
        outputs.append(.cue(cue, atMilliseconds: now))
        cues.lastTime = now
        planCue()
        cues.gap = min(cues.gap * 2, configuration.cueGapLongest)
    }
}
