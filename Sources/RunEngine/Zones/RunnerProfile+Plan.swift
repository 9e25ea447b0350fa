extension RunnerProfile {
    /// The range of resting heart rates in bpm: some reserve must fit above.
    public static let restingRangeBPM = plausibleBPM.lowerBound...(plausibleBPM.upperBound - smallestReserveBPM)
    /// The range of maximum heart rates in bpm: the smallest reserve must fit below.
    static let maximumRangeBPM = (plausibleBPM.lowerBound + smallestReserveBPM)...plausibleBPM.upperBound

    /// Checks the profile and makes zones and band of it.
    ///
    /// The model, unless chosen: the runner's own bounds when there are any, else ACSM's classes by heart-rate reserve
    /// when a resting rate is known, else ACSM's by maximum. The band, unless given, is the conversational one whatever
    /// the model; its upper edge is that of the talk check when there was one. All that is given is checked, used or not.
    ///
    /// `day`: that of the session, from which and the birth the age follows; without it, a birth tells nothing.
    public func plan(on day: CivilDate? = nil) throws(ProfileError) -> ZonePlan {
        var profile = self
        if ageYears == nil, let birth, let day { profile.ageYears = birth.ageYears(on: day) }
        if restingBPM == nil { profile.restingBPM = RestingReading.profileBPM(of: restingReadings) }
        return try profile.plan(restingOrigin: restingBPM == nil ? .measured : .given)
    }

    /// The plan of a profile whose age and resting rate are settled.
    private func plan(restingOrigin: ZonePlan.RestingOrigin) throws(ProfileError) -> ZonePlan {
        let (maximum, origin) = try maximumHeartRate()
        try check(maximum: maximum, origin)
        let model = zoneModel ?? defaultModel
        let (band, bandOrigin) = targetBand(maximum: maximum)
        let nudge = bandOrigin == .given ? 0 : talkNudgeBPM
        return ZonePlan(
            zones: ZoneSet(model: model, lowerBoundsBPM: try bounds(of: model, maximum: maximum)),
            isModelChosen: zoneModel != nil || customBoundsBPM != nil,
            band: band.nudged(byBPM: nudge, maximumBPM: maximum),
            bandOrigin: bandOrigin,
            maximumBPM: maximum,
            maximumOrigin: origin,
            maximumObservedOn: origin == .observed ? maximumObservedOn : nil,
            restingBPM: restingBPM,
            restingOrigin: restingBPM == nil ? nil : restingOrigin,
            thresholdBPM: thresholdBPM,
            talk: talk,
            talkNudgeBPM: nudge,
            body: RunnerBody(ageYears: ageYears, sex: sex, weightHectograms: weightHectograms),
            optionalFigures: optionalFigures
        )
    }

    private var defaultModel: ZoneModel {
        if customBoundsBPM != nil { return .custom }
        return restingBPM != nil ? .acsmHRR : .acsmMax
    }

    private func maximumHeartRate() throws(ProfileError) -> (Int, ZonePlan.MaximumOrigin) {
        if let ageYears, !MaximumHeartRateFormula.ages.contains(ageYears) { throw .ageOutOfRange(ageYears) }
        if let maximumBPM {
            guard Self.maximumRangeBPM.contains(maximumBPM) else { throw .maximumOutOfRange(maximumBPM) }
            return (maximumBPM, maximumObservedOn == nil ? .measured : .observed)
        }
        let estimate = MaximumHeartRateFormula.tanaka.bpm(atAge: ageYears ?? Self.assumedAgeYears)
        return (estimate, ageYears.map { .estimated(ageYears: $0) } ?? .ageAssumed)
    }

    private func check(maximum: Int, _ origin: ZonePlan.MaximumOrigin) throws(ProfileError) {
        if let restingBPM {
            guard Self.restingRangeBPM.contains(restingBPM) else { throw .restingOutOfRange(restingBPM) }
            guard maximum - restingBPM >= Self.smallestReserveBPM else {
                throw .reserveTooSmall(restingBPM: restingBPM, maximumBPM: maximum, origin)
            }
        }
        if let thresholdBPM {
            guard (restingBPM ?? Self.plausibleBPM.lowerBound) < thresholdBPM, thresholdBPM < maximum else {
                throw .thresholdOutOfRange(thresholdBPM, restingBPM: restingBPM, maximumBPM: maximum, origin)
            }
        }
        if let customBoundsBPM {
            let rises = zip(customBoundsBPM, customBoundsBPM.dropFirst()).allSatisfy { $0 < $1 }
            let fits = customBoundsBPM.allSatisfy { (0...Self.plausibleBPM.upperBound).contains($0) }
            guard (1...9).contains(customBoundsBPM.count), rises, fits else { throw .boundsInvalid(customBoundsBPM) }
        }
        if let band {
            let fits = Self.plausibleBPM.contains(band.lowerBPM) && Self.plausibleBPM.contains(band.upperBPM)
            guard fits, band.lowerBPM <= band.upperBPM else { throw .bandInvalid(band) }
        }
        if let talk {
            guard Self.plausibleBPM.contains(talk.bpm) else { throw .talkOutOfRange(talk.bpm) }
        }
        if let weightHectograms {
            guard Self.weightsHectograms.contains(weightHectograms) else { throw .weightOutOfRange(weightHectograms) }
        }
    }

    private func bounds(of model: ZoneModel, maximum: Int) throws(ProfileError) -> [Int] {
        switch model.reference {
        case .maximum:
            return model.lowerBoundsPerMille.map { HeartRateShare.bound(perMille: $0, of: maximum) }
        case .reserve:
            guard let restingBPM else { throw .restingMissing(model) }
            return model.lowerBoundsPerMille.map {
                HeartRateShare.bound(perMille: $0, ofReserveFrom: restingBPM, to: maximum)
            }
        case .threshold:
            guard let thresholdBPM else { throw .thresholdMissing(model) }
            return model.lowerBoundsPerMille.map { HeartRateShare.bound(perMille: $0, of: thresholdBPM) }
        case .none:
            guard let customBoundsBPM else { throw .boundsMissing(model) }
            guard model != .three || customBoundsBPM.count == 2 else {
                throw .twoBoundsNeeded(given: customBoundsBPM.count)
            }
            return customBoundsBPM
        }
    }

    /// The given band, or that of the talk check, or ACSM moderate: from its lower bound to the last whole bpm below the
    /// next one.
    private func targetBand(maximum: Int) -> (TargetBand, ZonePlan.BandOrigin) {
        if let band { return (band, .given) }
        let (moderate, origin) = moderateBand(maximum: maximum)
        guard let talk else { return (moderate, origin) }
        return (talk.band(maximumBPM: maximum, floorBPM: moderate.lowerBPM), .talkCheck)
    }

    private func moderateBand(maximum: Int) -> (TargetBand, ZonePlan.BandOrigin) {
        if let restingBPM {
            let lower = HeartRateShare.bound(perMille: 400, ofReserveFrom: restingBPM, to: maximum)
            let next = HeartRateShare.bound(perMille: 600, ofReserveFrom: restingBPM, to: maximum)
            return (TargetBand(lowerBPM: lower, upperBPM: next - 1), .conversationalByReserve)
        }
        let lower = HeartRateShare.bound(perMille: 640, of: maximum)
        let next = HeartRateShare.bound(perMille: 770, of: maximum)
        return (TargetBand(lowerBPM: lower, upperBPM: next - 1), .conversationalByMaximum)
    }
}

extension ZonePlan {
    /// Where moderate effort begins: at 40 % of the heart-rate reserve, or at 64 % of the maximum where no resting rate
    /// is known (ACSM), in bpm.
    public var moderateFloorBPM: Int {
        restingBPM.map { HeartRateShare.bound(perMille: 400, ofReserveFrom: $0, to: maximumBPM) }
            ?? HeartRateShare.bound(perMille: 640, of: maximumBPM)
    }

    /// Where vigorous effort begins: at 60 % of the reserve, or at 77 % of the maximum (ACSM), in bpm.
    public var vigorousFloorBPM: Int {
        restingBPM.map { HeartRateShare.bound(perMille: 600, ofReserveFrom: $0, to: maximumBPM) }
            ?? HeartRateShare.bound(perMille: 770, of: maximumBPM)
    }
}
