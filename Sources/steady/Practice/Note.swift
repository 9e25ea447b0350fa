import ArgumentParser
import Practice
import Reporting
import RunEngine
import SessionStore
import UnixIO

/// Notes how the runner feels and slept: only where they want to, and for nobody but themselves.
struct Note: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "Note how you felt before and after a run, or how you slept; all of it is optional.",
        discussion: """
            Feelings go with a run, from 1 (low) to 5 (good); sleep goes with a day, from 1 (badly) to 5 (well).
            `none` takes a note back. `steady week` shows them over the weeks, without a verdict.
            """
    )

    @Argument(help: "The session's ID, or how it begins; last is the newest.")
    var id = SessionLog.lastID

    @Option(help: ArgumentHelp("How you felt before.", valueName: "1-5|none"))
    var before: DotArgument?

    @Option(help: ArgumentHelp("How you felt after.", valueName: "1-5|none"))
    var after: DotArgument?

    @Option(help: ArgumentHelp("How it was some three quarters of an hour later.", valueName: "worse|same|better|none"))
    var calm: CalmArgument?

    @Option(help: ArgumentHelp("How you slept.", valueName: "1-5|none"))
    var sleep: DotArgument?

    @Option(help: ArgumentHelp("The morning after that night. Default: today.", valueName: "2026-11-24"))
    var day: DayArgument?

    @OptionGroup var common: CommonOptions

    @Flag(help: "One JSON object.")
    var json = false

    func validate() throws {
        if before == nil, after == nil, calm == nil, sleep == nil {
            throw ValidationError("nothing to note: give --before, --after, --calm or --sleep")
        }
        if day != nil, sleep == nil { throw ValidationError("--day goes with --sleep") }
    }

    func run() throws {
        let morning = day?.day ?? CivilDate.today
        let feelings: [(FeelingMoment, Int??)] = [
            (.before, before.map(\.value)), (.after, after.map(\.value)), (.calm, calm.map(\.value)),
        ]
        let given = feelings.compactMap { moment, value in value.map { (moment, $0) } }
        var noted: String?
        try common.withLog { log in
            for (moment, value) in given { noted = try log.setFeeling(moment, to: value, of: id) }
            guard let sleep else { return }
            if let value = sleep.value {
                try log.note(DayNote(day: morning, sleep: value))
            } else {
                try log.forgetSleep(on: morning)
            }
        }
        let isTakenBack = given.allSatisfy { $0.1 == nil } && (sleep.map { $0.value == nil } ?? true)
        try writingOutput {
            var output = StandardOutput()
            if json {
                var text = JSONWriter()
                text.noted(
                    noted,
                    feelings: given.map { ($0.0.rawValue, $0.1) },
                    sleep: sleep.map { (morning, $0.value) }
                )
                try output.write(text.text)
            } else {
                try output.print(isTakenBack ? LogSaying.takenBack.text() : LogSaying.noted.text())
            }
            try output.flush()
        }
    }
}

/// `4`, `none`
struct DotArgument: ExpressibleByArgument {
    /// `nil` takes the note back.
    var value: Int?

    init?(argument: String) {
        if argument == "none" { return }
        guard let value = Int(argument), (1...5).contains(value) else { return nil }
        self.value = value
    }
}

/// `worse`, `same`, `better`, `none`
struct CalmArgument: ExpressibleByArgument {
    static let words = ["worse", "same", "better"]
    /// 1 to 3 in the order of ``words``; `nil` takes the note back.
    var value: Int?

    init?(argument: String) {
        if argument == "none" { return }
        guard let place = Self.words.firstIndex(of: argument) else { return nil }
        value = place + 1
    }
}

/// `2026-11-24`
struct DayArgument: ExpressibleByArgument {
    var day: CivilDate

    init?(argument: String) {
        guard let day = CivilDate(argument) else { return nil }
        self.day = day
    }
}
