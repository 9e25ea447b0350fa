import Practice
import Reporting
import RunEngine
import SensorCodec
import UnixIO

/// A talk check with what is said and answered: events of a run in, lines out.
final class TalkConversation {
    /// Answers that were given beforehand, each for the next question.
    var answers: [TalkCheck.Answer] = []
    /// True where the answers are keys.
    var hasKeys = false
    /// What came of the check; `nil` while it goes on.
    private(set) var outcome: TalkCheck.Outcome?
    /// A question is open that nobody has answered.
    private(set) var isAsking = false
    private var check: TalkCheck
    private let isJSON: Bool
    private var output = StandardOutput()
    private var failure: SystemFailure?
    private var time: Int64 = 0
    private var names: [SensorKind: String] = [:]
    private var source: SensorKind?
    private var lastSaidAt: Int64 = 0

    init(_ check: TalkCheck, isJSON: Bool) {
        self.check = check
        self.isJSON = isJSON
    }

    var isOver: Bool { outcome != nil }

    /// The name of the sensor that told the heart rate.
    var sensorName: String? { source.flatMap { names[$0] } }

    /// Something became known about the run.
    func hear(_ event: RunEvent) {
        switch event {
        case .sensor(let status): if let name = status.name { names[status.kind] = name }
        case .sample(let sample):
            if isOver { return }
            time = sample.timeMilliseconds
            source = sample.heartRateSource ?? source
            tell(check.take(sample))
            if !isJSON, hasKeys, time - lastSaidAt >= 10_000, !isAsking {
                say([TalkReport.progress(sample)])
            }
        default: break
        }
    }

    /// The runner says how talking went.
    func answer(_ answer: TalkCheck.Answer) {
        tell(check.answer(answer, atMilliseconds: time))
    }

    /// Nothing more comes.
    func finish() { tell(check.finish()) }

    private func tell(_ prompts: [TalkCheck.Prompt]) {
        for prompt in prompts {
            if isJSON {
                var text = JSONWriter()
                text.prompt(prompt, at: time)
                write(&text)
            } else {
                say(TalkReport.lines(for: prompt, keys: hasKeys))
            }
            switch prompt {
            case .ask: isAsking = true
            case .answered, .again: isAsking = false
            case .finished(let outcome): self.outcome = outcome
            case .begin, .faster, .read, .readFirst, .beltStopped, .inclined: break
            }
        }
        if isAsking, !isOver, !answers.isEmpty {
            isAsking = false
            answer(answers.removeFirst())
        }
    }

    /// Lines for the runner.
    func say(_ lines: [String]) {
        if isJSON { return }
        lastSaidAt = time
        for line in lines { attempt { output throws(SystemFailure) in try output.print(line) } }
    }

    /// The last line for programs.
    func writeResult(_ talk: TalkReading?, because reason: TalkCheck.Reason?, plan: ZonePlan) {
        var text = JSONWriter()
        text.talkResult(talk, because: reason, plan: plan, at: time)
        write(&text)
    }

    /// Lets readers see what was said; fails when it cannot be written. A reader that went away is no failure.
    func flush() throws(CommandFailure) {
        attempt { output throws(SystemFailure) in try output.flush() }
        if let failure, !failure.isClosedPipe { throw CommandFailure(failure) }
    }

    private func write(_ text: inout JSONWriter) {
        if text.length == 0 { return }
        do throws(SystemFailure) { try output.write(text.text) } catch { failure = error }
    }

    private func attempt(_ body: (inout StandardOutput) throws(SystemFailure) -> Void) {
        do throws(SystemFailure) { try body(&output) } catch { failure = error }
    }
}
