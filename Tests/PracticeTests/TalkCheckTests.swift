import Practice
import RunEngine
import Testing

@Suite("The talk check")
struct TalkCheckTests {
    /// A runner: a second goes by, an answer is given; what is said is kept as text.
    private struct Runner {
        var check: TalkCheck
        var second = 0
        var said: [String] = []
        var speed: Int?
        var bpm: Int? = 100

        init(enoughBPM: Int? = nil, speed: Int? = 400) {
            check = TalkCheck(enoughBPM: enoughBPM)
            self.speed = speed
        }

        mutating func go(_ seconds: Int) {
            for _ in 0..<seconds {
                note(check.take(Samples.sample(second, bpm: bpm, speed: speed)))
                second += 1
            }
        }

        mutating func answer(_ answer: TalkCheck.Answer) {
            note(check.answer(answer, atMilliseconds: Int64(second - 1) * 1000))
        }

        /// A whole stage, of which the heart rate is known, answered when asked.
        mutating func stage(_ bpm: Int?, _ answer: TalkCheck.Answer, speed: Int?) {
            self.bpm = bpm
            self.speed = speed
            go(second == 0 ? 121 : 120)
            self.answer(answer)
        }

        mutating func finish() { note(check.finish()) }

        private mutating func note(_ prompts: [TalkCheck.Prompt]) {
            for prompt in prompts { said.append("\(second): \(Self.text(prompt))") }
        }

        static func text(_ prompt: TalkCheck.Prompt) -> String {
            switch prompt {
            case .begin(let speed): "begin at \(speed)"
            case .faster(let stage, let step, let target):
                "stage \(stage), +\(step)" + (target.map { " = \($0)" } ?? "")
            case .read(let stage): "read \(stage)"
            case .ask(let stage): "ask \(stage)"
            case .readFirst: "read first"
            case .answered(let stage): text(stage)
            case .again(let stage): "again \(stage)"
            case .beltStopped: "belt stopped"
            case .inclined(let incline): "inclined \(incline)"
            case .finished(.found(let stage)): "found \(text(stage))"
            case .finished(.nothing(let reason)): "nothing: \(reason.rawValue)"
            }
        }

        private static func text(_ stage: TalkCheck.Stage) -> String {
            let rate = stage.heartRateBPM.map { " \($0) bpm" } ?? ""
            let speed = stage.speedCentiKmH.map { " at \($0)" } ?? ""
            return "\(stage.number) \(stage.answer.rawValue)\(rate)\(speed)"
        }
    }

    @Test("a walk gets faster by 0.5 km/h a stage, a run by 0.8, until the first no; the last comfortable stage counts")
    func wholeCheck() {
        var runner = Runner()
        runner.stage(100, .comfortable, speed: 400)
        runner.stage(112, .comfortable, speed: 640)
        runner.stage(124, .comfortable, speed: 690)
        runner.stage(137, .notSure, speed: 770)
        runner.stage(146, .no, speed: 850)
        #expect(
            runner.said == [
                "0: begin at 400", "90: read 1", "120: ask 1", "121: 1 comfortable 100 bpm at 400",
                "121: stage 2, +50 = 450", "210: read 2", "240: ask 2", "241: 2 comfortable 112 bpm at 640",
                "241: stage 3, +50 = 690", "330: read 3", "360: ask 3", "361: 3 comfortable 124 bpm at 690",
                "361: stage 4, +80 = 770", "450: read 4", "480: ask 4", "481: 4 not_sure 137 bpm at 770",
                "481: stage 5, +80 = 850", "570: read 5", "600: ask 5", "601: 5 no 146 bpm at 850",
                "601: found 3 comfortable 124 bpm at 690",
            ]
        )
        #expect(runner.check.isOver)
    }

    @Test("not sure twice in a row is an end; once, and then comfortable, is not")
    func notSure() {
        var runner = Runner()
        runner.stage(100, .comfortable, speed: 400)
        runner.stage(110, .notSure, speed: 450)
        runner.stage(115, .comfortable, speed: 500)
        runner.stage(120, .notSure, speed: 550)
        #expect(!runner.check.isOver)
        runner.stage(125, .notSure, speed: 600)
        #expect(runner.said.last?.hasSuffix("found 3 comfortable 115 bpm at 500") ?? false, "\(runner.said)")
    }

    @Test("where talking never was comfortable, nothing is found")
    func neverComfortable() {
        for answers in [[.no], [.notSure, .no], [.notSure, .notSure]] as [[TalkCheck.Answer]] {
            var runner = Runner()
            for answer in answers { runner.stage(110, answer, speed: 400) }
            #expect(runner.said.last?.hasSuffix("nothing: never_comfortable") ?? false, "\(runner.said)")
        }
    }

    @Test("a check that ends while talking is comfortable finds nothing: its last stage is no edge")
    func endedEarly() {
        var runner = Runner()
        runner.finish()
        #expect(runner.said == ["0: nothing: ended_early"])
        runner = Runner()
        runner.stage(100, .comfortable, speed: 400)
        runner.go(100)
        runner.finish()
        #expect(runner.said.last == "221: nothing: ended_early")
        runner.finish()
        runner.answer(.no)
        runner.go(200)
        #expect(runner.said.last == "221: nothing: ended_early")
        // Behind a stage that was not comfortable, there is an edge.
        runner = Runner()
        runner.stage(100, .comfortable, speed: 400)
        runner.stage(110, .notSure, speed: 450)
        runner.finish()
        #expect(runner.said.last == "241: found 1 comfortable 100 bpm at 400")
    }

    @Test("beyond the heart rate that the edge is kept under, nothing is to be learned")
    func enough() {
        var runner = Runner(enoughBPM: 162)
        runner.stage(161, .comfortable, speed: 900)
        #expect(!runner.check.isOver)
        runner.stage(162, .comfortable, speed: 980)
        #expect(runner.said.last == "241: found 2 comfortable 162 bpm at 980")
        runner = Runner(enoughBPM: 162)
        runner.stage(140, .comfortable, speed: 900)
        runner.stage(170, .notSure, speed: 980)
        #expect(runner.said.last == "241: found 1 comfortable 140 bpm at 900")
    }

    @Test("the heart rate is the median of the last half minute, the speed the last one told in it")
    func lastHalfMinute() {
        var runner = Runner()
        runner.bpm = 150
        runner.go(91)
        runner.bpm = 120
        runner.speed = 460
        runner.go(14)
        runner.bpm = 122
        runner.speed = nil
        runner.go(16)
        runner.answer(.comfortable)
        #expect(runner.check.stages.first?.heartRateBPM == 122)
        #expect(runner.check.stages.first?.speedCentiKmH == 460)
    }

    @Test("an answer while reading counts at the end of the stage, the last one of several; no counts at once")
    func whileReading() {
        var runner = Runner()
        runner.go(80)
        runner.answer(.comfortable)
        #expect(runner.said.last == "80: read first")
        runner.go(20)
        runner.answer(.notSure)
        runner.answer(.comfortable)
        #expect(runner.check.stages.isEmpty)
        runner.go(21)
        #expect(runner.said.suffix(2) == ["120: 1 comfortable 100 bpm at 400", "120: stage 2, +50 = 450"])
        runner.go(5)
        runner.answer(.no)
        #expect(runner.said.suffix(2) == ["126: 2 no", "126: found 1 comfortable 100 bpm at 400"])
    }

    @Test("a question that is not answered is asked again each half minute, and changes nothing meanwhile")
    func unanswered() {
        var runner = Runner()
        runner.go(121)
        runner.bpm = 140
        runner.go(70)
        #expect(runner.said.suffix(3) == ["120: ask 1", "150: ask 1", "180: ask 1"])
        runner.answer(.comfortable)
        #expect(runner.check.stages.first?.heartRateBPM == 100)
    }

    @Test("a comfortable stage without a heart rate is done once more, and a second time is the end")
    func missing() {
        var runner = Runner()
        runner.stage(nil, .comfortable, speed: 400)
        // It has not even begun: nobody can say what stage this is.
        #expect(runner.said.isEmpty)
        runner.bpm = 100
        runner.go(1)
        runner.bpm = nil
        runner.go(120)
        runner.answer(.comfortable)
        #expect(runner.said.last?.hasSuffix("again 1") ?? false, "\(runner.said)")
        runner.stage(104, .comfortable, speed: 400)
        #expect(runner.check.stages.map(\.heartRateBPM) == [104])
        runner.stage(nil, .comfortable, speed: 450)
        runner.stage(nil, .comfortable, speed: 450)
        #expect(runner.said.last?.hasSuffix("nothing: heart_rate_missing") ?? false, "\(runner.said)")
    }

    @Test("six of thirty seconds may be missing")
    func fewMissing() {
        for (count, isKnown) in [(6, true), (7, false)] {
            var runner = Runner()
            runner.go(95)
            runner.bpm = nil
            runner.go(count)
            runner.bpm = 100
            runner.go(121 - 95 - count)
            runner.answer(.notSure)
            #expect((runner.check.stages.first?.heartRateBPM != nil) == isKnown, "\(count) missing")
        }
    }

    @Test(
        "a belt that stands interrupts a stage, which begins anew when it moves; nothing begins on a belt that stands"
    )
    func beltStops() {
        var runner = Runner(speed: 0)
        runner.go(30)
        #expect(runner.said.isEmpty)
        runner.speed = 400
        runner.go(100)
        runner.speed = 0
        runner.go(10)
        runner.speed = 400
        runner.go(121)
        #expect(
            runner.said == ["30: begin at 400", "120: read 1", "130: belt stopped", "230: read 1", "260: ask 1"]
        )
    }

    @Test("without a treadmill the runner is led by steps alone, and no speed is made up")
    func noTreadmill() {
        var runner = Runner(speed: nil)
        var steps: [String] = []
        for _ in 0..<7 {
            runner.stage(110, .comfortable, speed: nil)
            steps.append(runner.said.last.map { String($0.split(separator: " ", maxSplits: 1)[1]) } ?? "")
        }
        #expect(
            steps == [
                "stage 2, +50", "stage 3, +50", "stage 4, +50", "stage 5, +50", "stage 6, +50", "stage 7, +80",
                "stage 8, +80",
            ]
        )
        #expect(runner.check.stages.allSatisfy { $0.speedCentiKmH == nil })
    }

    @Test("a belt that is inclined is told of once")
    func inclined() {
        var check = TalkCheck()
        var told: [TalkCheck.Prompt] = []
        for second in 0..<50 { told += check.take(Samples.sample(second, bpm: 100, speed: 400, incline: 20)) }
        #expect(told == [.inclined(deciPercent: 20), .begin(centiKmH: 400)])
    }

    @Test("answers that come between whole seconds cost no second of the stage behind them", arguments: [1, 250, 999])
    func betweenSeconds(_ shift: Int64) {
        var check = TalkCheck()
        for second in 0...120 { _ = check.take(Samples.sample(second, bpm: 100, speed: 400)) }
        _ = check.answer(.comfortable, atMilliseconds: 120_000 + shift)
        var asked: Int?
        for second in 121...260 where asked == nil {
            let prompts = check.take(Samples.sample(second, bpm: 110, speed: 450))
            if prompts.contains(.ask(stage: 2)) { asked = second }
        }
        #expect(asked == 241)
        _ = check.answer(.notSure, atMilliseconds: 241_500)
        #expect(check.stages.last?.heartRateBPM == 110)
    }

    @Test("whatever comes, a check that found something found a comfortable stage with a heart rate, and says so once")
    func anything() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            var check = TalkCheck(enoughBPM: Bool.random(using: &generator) ? 150 : nil)
            var ends: [TalkCheck.Outcome] = []
            var second = 0
            func note(_ prompts: [TalkCheck.Prompt]) {
                for case .finished(let outcome) in prompts { ends.append(outcome) }
            }
            for _ in 0..<400 {
                second += [0, 1, 1, 1, 5, 20, 60].randomElement(using: &generator) ?? 1
                let bpm = [nil, 90, 120, 155].randomElement(using: &generator) ?? nil
                let speed = [nil, 0, 400, 700].randomElement(using: &generator) ?? nil
                note(check.take(Samples.sample(second, bpm: bpm, speed: speed == 0 && second % 9 > 0 ? 400 : speed)))
                if second % 7 == 0, let answer = TalkCheck.Answer.allCases.randomElement(using: &generator) {
                    note(check.answer(answer, atMilliseconds: Int64(second) * 1000))
                }
            }
            note(check.finish())
            #expect(ends.count == 1)
            if case .found(let stage) = ends.first {
                #expect(stage.answer == .comfortable && stage.heartRateBPM != nil && check.stages.contains(stage))
            }
            #expect(check.stages.map(\.number) == Array(1..<(1 + check.stages.count)))
        }
    }
}
