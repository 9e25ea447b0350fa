public import RunEngine

/// Where numbers come from, in words: the same on the screen, in lines and in the log.
extension ZoneBasis {
    /// Where the band comes from, in a few words.
    public var bandWords: String {
        switch bandOrigin {
        case .given: BasisSaying.given.text()
        case .talkCheck:
            talkDay.map { BasisSaying.talkCheckOfDay.text(["day": $0.words]) } ?? BasisSaying.talkCheck.text()
        case .conversationalByReserve: BasisSaying.byReserve.text()
        case .conversationalByMaximum: BasisSaying.byMaximum.text()
        }
    }

    /// The maximum and where it comes from, in a few words.
    public var maximumWords: String {
        switch maximumOrigin {
        case .measured: BasisSaying.maximumMeasured.text(["bpm": "\(maximumBPM)"])
        case .observed: BasisSaying.maximumObserved.text(["bpm": "\(maximumBPM)"])
        case .estimated: BasisSaying.maximumEstimated.text(["bpm": "\(maximumBPM)"])
        case .ageAssumed:
            BasisSaying.maximumOfAssumedAge.text([
                "bpm": "\(maximumBPM)", "age": "\(RunnerProfile.assumedAgeYears)",
            ])
        }
    }

    /// What stands beside a band or zones of a model, the longest first, for the one that fits to be taken. A number
    /// that played no part is not named.
    public func labels(for model: ZoneModel) -> [String] {
        let words = bandWords
        let band = BasisSaying.band.text(["band": words])
        if !usesMaximum(model) { return [band] }
        return [BasisSaying.bandAndMaximum.text(["band": words, "maximum": maximumWords]), band]
    }

    /// The band's origin as a sentence.
    public var bandSentence: String {
        switch bandOrigin {
        case .given: BasisSaying.givenSentence.text()
        case .talkCheck:
            talkBPM.map { BasisSaying.talkCheckSentenceWithRate.text(["check": bandWords, "bpm": "\($0)"]) }
                ?? BasisSaying.talkCheckSentence.text(["check": bandWords])
        case .conversationalByReserve: BasisSaying.byReserveSentence.text()
        case .conversationalByMaximum: BasisSaying.byMaximumSentence.text()
        }
    }

    /// The numbers, each with where it comes from, as sentences.
    public func numberSentences(for model: ZoneModel) -> [String] {
        var sentences: [String] = []
        if usesMaximum(model) { sentences.append(maximumSentence) }
        if usesResting(model), let restingBPM {
            let saying = restingOrigin == .measured ? BasisSaying.restingMeasured : .restingGiven
            sentences.append(saying.text(["bpm": "\(restingBPM)"]))
        }
        if model.reference == .threshold, let thresholdBPM {
            sentences.append(BasisSaying.threshold.text(["bpm": "\(thresholdBPM)"]))
        }
        return sentences
    }

    /// The maximum and where it comes from as a sentence.
    public var maximumSentence: String {
        switch maximumOrigin {
        case .measured: BasisSaying.maximumMeasuredSentence.text(["bpm": "\(maximumBPM)"])
        case .observed: BasisSaying.maximumObservedSentence.text(["bpm": "\(maximumBPM)"])
        case .estimated(let years):
            BasisSaying.maximumEstimatedSentence.text(["bpm": "\(maximumBPM)", "age": "\(years)"])
        case .ageAssumed:
            BasisSaying.maximumOfAssumedAgeSentence.text([
                "bpm": "\(maximumBPM)", "age": "\(RunnerProfile.assumedAgeYears)",
            ])
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
