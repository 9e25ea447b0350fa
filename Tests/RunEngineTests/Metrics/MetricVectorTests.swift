import RunEngine
import Testing

/// `Vectors/metrics.json`, made by the reference of the metrics: every number in it, to 12 places.
@Suite("Metric vectors")
struct MetricVectorTests {
    private struct File: Decodable {
        var load: [Load]
        var energy: [Energy]
        var keytel: [Keytel]
        var grade: [Grade]
        var week: [Week]
        var ewma: Averages
        var decoupling: Decoupling
        var pace: [PaceRow]
        var distance: Distance
        var hrRecovery: [Recovery]
    }

    private struct Load: Decodable {
        var name: String
        var samplesSBpm: [[Int]]
        var hrRest: Int
        var hrMax: Int
        var lthr: Int
        var vt1: Int
        var vt2: Int
        var banisterMen: Double
        var banisterWomen: Double
        var edwards: Double
        var lucia: Double
        var hrLoad100Men: Double
        var hrLoad100Women: Double
        var hrTssSquare: Double
    }

    private struct Energy: Decodable {
        var kmh: Double
        var gradePct: Double
        var vo2: Double
        var mets: Double
        var kcalMinGross70Kg: Double
        var kcalMinNet70Kg: Double
    }

    private struct Keytel: Decodable {
        var hr: Int
        var kg: Int
        var age: Int
        var sex: String
        var kjMin: Double
        var kcalMin: Double
        var valid: Bool
    }

    private struct Grade: Decodable {
        var gradePct: Int
        var minettiRunJKgM: Double
        var runFactor: Double
        var minettiWalkJKgM: Double
        var walkFactor: Double
        var acsmRunFactorMovingPart: Double
        var climbMPerKm: Double
    }

    private struct Week: Decodable {
        var name: String
        var daily: [Double]
        var week: Double
        var mean: Double
        var sdPopulation: Double
        var monotony: Double?
        var strain: Double?
    }

    private struct Averages: Decodable {
        var daily: [Double]
        var ewma7: Double
        var ewma42: Double
        var sum7: Double
        var sum28: Double
    }

    private struct Decoupling: Decodable {
        var samplesSBpmKmh: [[Double]]
        var ef1: Double
        var ef2: Double
        var ef: Double
        var decouplingPct: Double
    }

    private struct PaceRow: Decodable {
        var kmh: Double
        var sPerKm: Int?
    }

    private struct Recovery: Decodable {
        var endEffortMedian10S: Int
        var median5565S: Int
        var hrr60: Int
    }

    private struct Distance: Decodable {
        var samplesTV: [[Int64]]
        var mm: Int64
    }

    private let file: File

    init() throws {
        file = try Vectors.load("metrics", as: File.self)
    }

    private func isNear(_ found: Double?, _ expected: Double?) -> Bool {
        guard let found, let expected else { return found == nil && expected == nil }
        return (found - expected).magnitude <= expected.magnitude * 1e-12
    }

    @Test("every load is the reference's")
    func loads() {
        #expect(file.load.count == 5)
        for row in file.load {
            var histogram = HeartRateHistogram()
            for sample in row.samplesSBpm { histogram.add(Int64(sample[0]) * 1000, atBPM: sample[1]) }
            for (sex, trimp, load) in [
                (Sex.male, row.banisterMen, row.hrLoad100Men), (.female, row.banisterWomen, row.hrLoad100Women),
            ] {
                let found = histogram.banisterTRIMP(restingBPM: row.hrRest, maximumBPM: row.hrMax, sex: sex)
                #expect(isNear(found, trimp), "\(row.name), \(sex)")
                let share = histogram.heartRateLoad(
                    restingBPM: row.hrRest,
                    thresholdBPM: row.lthr,
                    maximumBPM: row.hrMax,
                    sex: sex
                )
                #expect(isNear(share, load), "\(row.name), \(sex)")
            }
            #expect(isNear(histogram.edwardsLoad(maximumBPM: row.hrMax), row.edwards), "\(row.name)")
            let lucia = histogram.luciaLoad(firstThresholdBPM: row.vt1, secondThresholdBPM: row.vt2)
            #expect(isNear(lucia, row.lucia), "\(row.name)")
            #expect(isNear(histogram.loadBySquares(thresholdBPM: row.lthr), row.hrTssSquare), "\(row.name)")
        }
    }

    @Test("every energy by speed and grade is the reference's")
    func energy() {
        #expect(file.energy.count == 28)
        for row in file.energy {
            let uptake = OxygenUptake.atSpeed(
                centiKmH: Int(row.kmh * 100),
                inclinationDeciPercent: Int(row.gradePct * 10)
            )
            #expect(isNear(uptake, row.vo2), "\(row.kmh) km/h")
            #expect(isNear(OxygenUptake.metabolicEquivalents(uptake), row.mets))
            let gross = OxygenUptake.kilocaloriesPerMinute(uptake, weightHectograms: 700)
            #expect(isNear(gross, row.kcalMinGross70Kg))
            let net = OxygenUptake.netKilocaloriesPerMinute(uptake, weightHectograms: 700)
            #expect(isNear(net, row.kcalMinNet70Kg))
        }
    }

    @Test("every energy by heart rate is the reference's")
    func keytel() {
        #expect(file.keytel.count == 5)
        for row in file.keytel {
            let sex = row.sex == "m" ? Sex.male : .female
            let kilojoules = HeartRateEnergy.kilojoulesPerMinute(
                bpm: row.hr,
                weightHectograms: row.kg * 10,
                ageYears: row.age,
                sex: sex
            )
            let kilocalories = HeartRateEnergy.kilocaloriesPerMinute(
                bpm: row.hr,
                weightHectograms: row.kg * 10,
                ageYears: row.age,
                sex: sex
            )
            #expect(isNear(kilojoules, row.kjMin), "\(row.hr) bpm")
            #expect(isNear(kilocalories, row.kcalMin), "\(row.hr) bpm")
            #expect(HeartRateEnergy.usableBPM.contains(row.hr) == row.valid)
        }
    }

    @Test("every cost of a slope is the reference's")
    func grades() {
        #expect(file.grade.count == 11)
        for row in file.grade {
            let incline = row.gradePct * 10
            #expect(isNear(GradeCost.running(inclinationDeciPercent: incline), row.minettiRunJKgM), "\(incline)")
            #expect(isNear(GradeCost.runningFactor(inclinationDeciPercent: incline), row.runFactor), "\(incline)")
            #expect(isNear(GradeCost.walking(inclinationDeciPercent: incline), row.minettiWalkJKgM), "\(incline)")
            #expect(isNear(GradeCost.walkingFactor(inclinationDeciPercent: incline), row.walkFactor), "\(incline)")
            #expect(isNear(GradeCost.rise(inclinationDeciPercent: incline) * 1000, row.climbMPerKm), "\(incline)")
            let moving = { (incline: Int) in
                OxygenUptake.running(centiKmH: 1000, inclinationDeciPercent: incline) - OxygenUptake.atRest
            }
            #expect(isNear(moving(incline) / moving(0), row.acsmRunFactorMovingPart), "\(incline)")
        }
    }

    @Test("every week and average of loads is the reference's")
    func weeks() throws {
        #expect(file.week.count == 4)
        for row in file.week {
            let week = try #require(WeekLoad(dailyLoads: row.daily))
            #expect(isNear(week.sum, row.week), "\(row.name)")
            #expect(isNear(week.mean, row.mean), "\(row.name)")
            #expect(isNear(week.standardDeviation, row.sdPopulation), "\(row.name)")
            #expect(isNear(week.monotony, row.monotony), "\(row.name)")
            #expect(isNear(week.strain, row.strain), "\(row.name)")
        }
        #expect(WeekLoad(dailyLoads: []) == nil)
        // The file's acwr_coupled has no counterpart: see WeekLoad.
        for (days, average) in [(7, file.ewma.ewma7), (42, file.ewma.ewma42)] {
            var found = LoadAverage(days: days)
            for load in file.ewma.daily { found.add(dailyLoad: load) }
            #expect(isNear(found.perDay, average), "\(days) days")
        }
        #expect(LoadAverage.sum(ofLast: 7, of: file.ewma.daily) == file.ewma.sum7)
        #expect(LoadAverage.sum(ofLast: 28, of: file.ewma.daily) == file.ewma.sum28)
        #expect(LoadAverage.sum(ofLast: 99, of: [1, 2]) == 3)
    }

    @Test("the efficiency of two halves is the reference's")
    func efficiency() {
        let samples = file.decoupling.samplesSBpmKmh
        func factor(_ part: ArraySlice<[Double]>) -> Double {
            let (bpm, speed) = part.reduce(into: (0.0, 0.0)) { $0 = ($0.0 + $1[1], $0.1 + $1[2]) }
            return EfficiencyFactor.metresPerBeat(
                meanKmH: speed / Double(part.count),
                meanBPM: bpm / Double(part.count)
            )
        }
        let (first, second) = (factor(samples[..<20]), factor(samples[20...]))
        #expect(isNear(first, file.decoupling.ef1))
        #expect(isNear(second, file.decoupling.ef2))
        #expect(isNear(factor(samples[...]), file.decoupling.ef))
        let percent = EfficiencyFactor.decouplingPercent(firstHalf: first, secondHalf: second)
        #expect(isNear(percent, file.decoupling.decouplingPct))
    }

    @Test("every pace is the reference's; below half a km/h there is none")
    func paces() {
        #expect(file.pace.count == 7)
        for row in file.pace {
            #expect(Pace.secondsPerKilometre(centiKmH: Int((row.kmh * 100).rounded())) == row.sPerKm)
        }
        #expect(Pace.secondsPerKilometre(centiKmH: 49) == nil)
        #expect(Pace.secondsPerKilometre(centiKmH: 50) == 7200)
    }

    @Test("the zone engine's distance is the reference's")
    func distance() {
        var engine = ZoneEngine.standard()
        engine.start(at: 0)
        for sample in file.distance.samplesTV { engine.beltSample(UInt16(sample[1]), at: sample[0]) }
        #expect(engine.distanceMillimetres == file.distance.mm)
    }

    @Test("every recovery is the reference's")
    func recoveries() {
        #expect(file.hrRecovery.count == 2)
        for row in file.hrRecovery {
            let recovery = HeartRateRecovery(
                effortBPM: row.endEffortMedian10S,
                recoveredBPM: row.median5565S,
                manner: .standing,
                atMilliseconds: 0
            )
            #expect(recovery.fallBPM == row.hrr60)
        }
    }

    @Test("a rating of 5 over 40 min is a load of 200")
    func rating() {
        #expect(SessionRating.load(rating: 5, milliseconds: 2_400_000) == 200)
    }
}
