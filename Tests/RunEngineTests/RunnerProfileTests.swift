import RunEngine
import Testing

struct RunnerProfileTests {
    @Test("with nothing known an age of 40 is assumed, and said")
    func nothingKnown() throws {
        let plan = try RunnerProfile().plan()
        #expect(plan.maximumBPM == 180)
        #expect(plan.maximumOrigin == .ageAssumed)
        #expect(plan.zones == ZoneSet(model: .acsmMax, lowerBoundsBPM: [103, 116, 139, 173]))
        #expect(plan.band == TargetBand(lowerBPM: 116, upperBPM: 138))
        #expect(plan.bandOrigin == .conversationalByMaximum)
        #expect(!plan.isModelChosen)
    }

    @Test("with a resting rate the reserve is cut, and the band is 40 up to 60 % of it")
    func reserve() throws {
        let plan = try RunnerProfile(maximumBPM: 180, restingBPM: 60).plan()
        #expect(plan.maximumOrigin == .measured)
        #expect(plan.zones == ZoneSet(model: .acsmHRR, lowerBoundsBPM: [96, 108, 132, 168]))
        #expect(plan.band == TargetBand(lowerBPM: 108, upperBPM: 131))
        #expect(plan.bandOrigin == .conversationalByReserve)
    }

    @Test("the band is the conversational one whatever the model", arguments: ZoneModel.allCases)
    func bandOfEveryModel(_ model: ZoneModel) throws {
        let plan = try RunnerProfile(
            ageYears: 40,
            restingBPM: 60,
            thresholdBPM: 164,
            zoneModel: model,
            customBoundsBPM: [120, 150]
        ).plan()
        #expect(plan.zones.model == model)
        #expect(plan.isModelChosen)
        #expect(plan.band == TargetBand(lowerBPM: 108, upperBPM: 131))
        #expect(plan.maximumOrigin == .estimated(ageYears: 40))
    }

    @Test("bounds of the runner's own, and a band of their own, are taken as they are")
    func ownNumbers() throws {
        let bounds = [114, 133, 152]
        let band = TargetBand(lowerBPM: 118, upperBPM: 118)
        let plan = try RunnerProfile(customBoundsBPM: bounds, band: band).plan()
        #expect(plan.zones == ZoneSet(model: .custom, lowerBoundsBPM: bounds))
        #expect(plan.band == band)
        #expect(plan.bandOrigin == .given)
        let three = try RunnerProfile(zoneModel: .three, customBoundsBPM: [130, 160]).plan()
        #expect(three.zones.count == 3)
    }

    @Test(
        "the edges of what a heart can do are still taken",
        arguments: [
            RunnerProfile(maximumBPM: 240, restingBPM: 200), RunnerProfile(maximumBPM: 70, restingBPM: 30),
            RunnerProfile(ageYears: 5), RunnerProfile(ageYears: 120),
            RunnerProfile(maximumBPM: 180, restingBPM: 60, thresholdBPM: 61),
            RunnerProfile(maximumBPM: 180, restingBPM: 60, thresholdBPM: 179),
            RunnerProfile(band: TargetBand(lowerBPM: 30, upperBPM: 240)),
            RunnerProfile(zoneModel: .custom, customBoundsBPM: [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        ]
    )
    func edgesTaken(_ profile: RunnerProfile) throws {
        let plan = try profile.plan()
        #expect(plan.band.lowerBPM <= plan.band.upperBPM)
    }

    static let refusals: [(RunnerProfile, ProfileError)] = [
        (RunnerProfile(ageYears: 4), .ageOutOfRange(4)),
        (RunnerProfile(ageYears: .max, maximumBPM: 180), .ageOutOfRange(.max)),
        (RunnerProfile(maximumBPM: 241), .maximumOutOfRange(241)),
        (RunnerProfile(maximumBPM: 69), .maximumOutOfRange(69)),
        (RunnerProfile(maximumBPM: 180, restingBPM: 29), .restingOutOfRange(29)),
        (
            RunnerProfile(maximumBPM: 180, restingBPM: 141),
            .reserveTooSmall(restingBPM: 141, maximumBPM: 180, .measured)
        ),
        (
            RunnerProfile(ageYears: 40, restingBPM: 150),
            .reserveTooSmall(restingBPM: 150, maximumBPM: 180, .estimated(ageYears: 40))
        ),
        (
            RunnerProfile(thresholdBPM: 180),
            .thresholdOutOfRange(180, restingBPM: nil, maximumBPM: 180, .ageAssumed)
        ),
        (
            RunnerProfile(maximumBPM: 180, restingBPM: 60, thresholdBPM: 60),
            .thresholdOutOfRange(60, restingBPM: 60, maximumBPM: 180, .measured)
        ),
        (RunnerProfile(customBoundsBPM: []), .boundsInvalid([])),
        (RunnerProfile(customBoundsBPM: Array(101...110)), .boundsInvalid(Array(101...110))),
        (RunnerProfile(customBoundsBPM: [100, 100]), .boundsInvalid([100, 100])),
        (RunnerProfile(customBoundsBPM: [100, 241]), .boundsInvalid([100, 241])),
        (
            RunnerProfile(band: TargetBand(lowerBPM: 120, upperBPM: 119)),
            .bandInvalid(TargetBand(lowerBPM: 120, upperBPM: 119))
        ),
        (
            RunnerProfile(band: TargetBand(lowerBPM: 29, upperBPM: 119)),
            .bandInvalid(TargetBand(lowerBPM: 29, upperBPM: 119))
        ),
        (
            RunnerProfile(band: TargetBand(lowerBPM: 100, upperBPM: 241)),
            .bandInvalid(TargetBand(lowerBPM: 100, upperBPM: 241))
        ),
        (RunnerProfile(zoneModel: .acsmHRR), .restingMissing(.acsmHRR)),
        (RunnerProfile(zoneModel: .fiveHRR), .restingMissing(.fiveHRR)),
        (RunnerProfile(zoneModel: .frielRun), .thresholdMissing(.frielRun)),
        (RunnerProfile(zoneModel: .cogganHR), .thresholdMissing(.cogganHR)),
        (RunnerProfile(zoneModel: .three), .boundsMissing(.three)),
        (RunnerProfile(zoneModel: .custom), .boundsMissing(.custom)),
        (RunnerProfile(zoneModel: .three, customBoundsBPM: [120]), .twoBoundsNeeded(given: 1)),
    ]

    @Test("a profile that cannot be is refused with a sentence", arguments: refusals)
    func refused(_ profile: RunnerProfile, _ error: ProfileError) {
        #expect(throws: error) { try profile.plan() }
        #expect(error.description.hasSuffix("."))
    }

    @Test("a refusal says where the number came from that it does not go with")
    func sentence() {
        let error = ProfileError.thresholdOutOfRange(
            185,
            restingBPM: nil,
            maximumBPM: 180,
            .estimated(ageYears: 40)
        )
        #expect(
            error.description == "A threshold heart rate of 185 bpm does not lie between 30 bpm and the maximum of "
                + "180 bpm estimated from an age of 40; give your own maximum."
        )
    }
}
