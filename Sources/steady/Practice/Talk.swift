import ArgumentParser
import Practice
import Reporting
import RunEngine
import Settings
import UnixIO

/// The guided talk check: finds the upper edge of the band by the runner's own voice.
struct Talk: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "talk",
        abstract: "The talk check: find the heart rate up to which you talk in comfort.",
        discussion: """
            Stages of two minutes on a flat belt, each a little faster; at the end of each you read a text aloud and say
            how that went: c comfortable, n not sure, x no, q ends. Where nobody types, the answers come as lines:
            comfortable, not_sure, no. You set the belt; Steady listens.
            """
    )

    @Argument(
        help: ArgumentHelp(
            "A recording of a check instead, with --answers: btsnoop, pcap or pcapng.",
            valueName: "file"
        ),
        completion: .file()
    )
    var file: String?

    @Option(
        help: ArgumentHelp(
            "With a recording: what was answered in each stage, e.g. comfortable,not_sure,no.",
            valueName: "answer,answer"
        )
    )
    var answers: AnswersArgument?

    @Flag(help: "JSON lines.")
    var json = false

    @OptionGroup var live: LiveOptions
    @OptionGroup var common: CommonOptions
    @OptionGroup var profile: ProfileOptions

    func validate() throws {
        if (file == nil) != (answers == nil) { throw ValidationError("a recording and --answers go together") }
    }

    func run() throws {
        let home = try common.directory()
        let settings = try profile.settings(common)
        let enough = TalkReading.highestUpperBPM(maximumBPM: settings.plan.maximumBPM)
        let conversation = TalkConversation(TalkCheck(enoughBPM: enough), isJSON: json)
        let time: Int64
        if let file, let answers {
            time = try play(file, answers.answers, settings, conversation)
        } else {
            try converse(settings, home, conversation)
            time = WallClock.nowUnixMicroseconds
        }
        conversation.finish()
        try conclude(conversation, settings, CivilDate(unixMicroseconds: time), in: home)
    }

    /// Plays a recording; answers when it began, in microseconds since 1970-01-01 UTC.
    private func play(
        _ file: String,
        _ answers: [TalkCheck.Answer],
        _ settings: RunSettings,
        _ conversation: TalkConversation
    ) throws -> Int64 {
        conversation.answers = answers
        var run = try ReplayRun(path: file, settings: settings, endMilliseconds: nil, isQuiet: true)
        while !conversation.isOver, try run.step({ conversation.hear($0) }) {}
        try run.finish { conversation.hear($0) }
        return run.session.header?.startedAtUnixMicroseconds ?? 0
    }

    private func converse(_ settings: RunSettings, _ home: String, _ conversation: TalkConversation) throws {
        let program = try LiveProgram(
            .init(
                settings: settings,
                options: live,
                home: home,
                idleEnd: nil,
                endsWithoutHost: true,
                isKept: false
            )
        )
        let watcher = TalkWatcher(program, conversation, isJSON: json)
        program.run.watcher = watcher
        program.onTick = { [unowned program] in LiveChoice.explain(program) }
        watcher.begin()
        _ = try program.play(watchesSignals: true)
    }

    /// Keeps what was found, and says it.
    private func conclude(
        _ conversation: TalkConversation,
        _ settings: RunSettings,
        _ day: CivilDate,
        in home: String
    ) throws {
        guard let outcome = conversation.outcome else { return }
        var plan = settings.plan
        var talk: TalkReading?
        var reason: TalkCheck.Reason?
        switch outcome {
        case .found(let stage):
            let found = TalkReading(
                bpm: stage.heartRateBPM ?? 0,
                day: day,
                speedCentiKmH: stage.speedCentiKmH,
                sensor: conversation.sensorName
            )
            talk = found
            var file = try SettingsFile(home: home)
            try file.change { $0.keep(found) }
            var profile = settings.profile
            profile.talk = found
            plan = (try? profile.plan(on: day)) ?? plan
        case .nothing(let why): reason = why
        }
        if json {
            conversation.writeResult(talk, because: reason, plan: plan)
        } else if talk != nil {
            conversation.say(TalkReport.lines(for: plan))
        }
        try conversation.flush()
        if reason == .heartRateMissing {
            throw CommandFailure(status: .badData, message: "no talk check without a heart rate")
        }
    }
}

extension SettingsText {
    /// Keeps what a talk check found; of an earlier one nothing stays.
    fileprivate mutating func keep(_ talk: TalkReading) {
        for key in RunnerKey.talk.withDependents { forget(key) }
        set(.talk, to: "\(talk.bpm)")
        if let day = talk.day { set(.talkDay, to: day.description) }
        if let speed = talk.speedCentiKmH { set(.talkSpeed, to: RunnerText.text(speed, places: 2)) }
        if let sensor = talk.sensor { set(.talkSensor, to: sensor) }
    }
}

/// `comfortable,not_sure,no`
struct AnswersArgument: ExpressibleByArgument {
    var answers: [TalkCheck.Answer]

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
        answers = parts.compactMap { TalkCheck.Answer(rawValue: String($0)) }
        if answers.count != parts.count { return nil }
    }
}
