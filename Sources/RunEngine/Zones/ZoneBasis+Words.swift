/// Where numbers come from, in words: the same on the screen, in lines and in the log.
extension ZoneBasis {
    /// Where the band comes from, in a few words.
    public var bandWords: String {
        switch bandOrigin {
        case .given: "your own"
        case .talkCheck: talkDay.map { "talk check of \($0.words)" } ?? "talk check"
        case .conversationalByReserve: "40 to 60 % of the reserve"
        case .conversationalByMaximum: "64 to 77 % of the maximum"
        }
    }

    /// The maximum and where it comes from, in a few words.
    public var maximumWords: String {
        switch maximumOrigin {
        case .measured: "maximum \(maximumBPM) measured"
        case .observed: "maximum \(maximumBPM) observed"
        case .estimated: "maximum \(maximumBPM) estimated, give or take 10"
        case .ageAssumed:
            "maximum \(maximumBPM) for an assumed age of \(RunnerProfile.assumedAgeYears), give or take 10"
        }
    }

    /// What stands beside a band or zones of a model, the longest first, for the one that fits to be taken. A number
    /// that played no part is not named.
    public func labels(for model: ZoneModel) -> [String] {
        let band = "band: \(bandWords)"
        return usesMaximum(model) ? ["\(band); \(maximumWords)", band] : [band]
    }

    /// The band's origin as a sentence.
    public var bandSentence: String {
        switch bandOrigin {
        case .given: "The band is your own."
        case .talkCheck:
            "The band goes up to where you talk in comfort, by your \(bandWords)"
                + (talkBPM.map { ": \($0) bpm." } ?? ".")
        case .conversationalByReserve: "The band is ACSM's moderate effort: 40 up to 60 % of the heart-rate reserve."
        case .conversationalByMaximum: "The band is ACSM's moderate effort: 64 up to 77 % of the maximum heart rate."
        }
    }

    /// The numbers, each with where it comes from, as sentences.
    public func numberSentences(for model: ZoneModel) -> [String] {
        var sentences: [String] = []
        if usesMaximum(model) { sentences.append(maximumSentence) }
        if usesResting(model), let restingBPM {
            let origin = restingOrigin == .measured ? "measured seated by `steady rest`" : "as you gave it"
            sentences.append("Resting \(restingBPM) bpm: \(origin).")
        }
        if model.reference == .threshold, let thresholdBPM {
            sentences.append("Lactate threshold \(thresholdBPM) bpm: as you gave it.")
        }
        return sentences
    }

    /// The maximum and where it comes from as a sentence.
    public var maximumSentence: String {
        switch maximumOrigin {
        case .measured: "Maximum \(maximumBPM) bpm: measured, as you gave it."
        case .observed: "Maximum \(maximumBPM) bpm: observed in a run, and accepted by you."
        case .estimated(let years):
            "Maximum \(maximumBPM) bpm: estimated by Tanaka's formula from your age of \(years), give or take 10."
        case .ageAssumed:
            "Maximum \(maximumBPM) bpm: estimated by Tanaka's formula for an assumed age of "
                + "\(RunnerProfile.assumedAgeYears), give or take 10."
        }
    }

    /// Whether the zones or the band would be others with another maximum.
    private func usesMaximum(_ model: ZoneModel) -> Bool {
        bandOrigin != .given || model.reference == .maximum || model.reference == .reserve
    }

    private func usesResting(_ model: ZoneModel) -> Bool {
        bandOrigin == .conversationalByReserve || bandOrigin == .talkCheck || model.reference == .reserve
    }
}
