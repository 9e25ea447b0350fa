import ArgumentParser
import Dashboard
import Practice
import Reporting
import RunEngine
import UnixIO

/// Plays a recording or capture through the live screen.
struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Play a recording or capture through the live screen.",
        discussion: """
            Keys: space pauses, left and right go 30 s back and on, Page Up and Page Down 5 minutes, Home and End to the
            beginning and the end, up and down change the speed, v is the quiet view, q ends.
            """
    )

    @Argument(help: "A btsnoop, pcap or pcapng file; - is standard input.", completion: .file())
    var file: String

    @Option(help: "Seconds of the recording in a second: 1, 8, 0.5; or max.")
    var speed = SpeedArgument(rate: 1)

    @Flag(help: "JSON lines.")
    var json = false

    @Option(
        name: [.customLong("until"), .customLong("snapshot")],
        help: ArgumentHelp("Stop at this second of the session.", valueName: "seconds")
    )
    var until: Int?

    @Option(
        name: [.customLong("picture"), .customLong("svg")],
        help: ArgumentHelp("Instead of playing, write the screen at the end as a picture.", valueName: "file.svg"),
        completion: .file(extensions: ["svg"])
    )
    var picture: String?

    @OptionGroup var look: PictureOptions
    @OptionGroup var common: CommonOptions
    @OptionGroup var profile: ProfileOptions

    /// Longer than any session, and short enough to reckon with.
    private static let latestEnd = 1_000_000_000

    func validate() throws {
        if let until, !(0...Self.latestEnd).contains(until) {
            throw ValidationError("--until takes seconds from 0 to \(Self.latestEnd)")
        }
        if json, picture != nil { throw ValidationError("--json and --picture do not go together") }
    }

    func run() throws {
        let settings = try profile.settings(common)
        common.remark(ProfileWords.plan(settings.plan))
        let end = until.map { Int64($0) * 1000 }
        if let picture {
            try ReplayPicture(path: file, settings: settings, endMilliseconds: end, look: look).write(to: picture)
        } else if json || !canShowScreen {
            try writingOutput {
                try ReplayLines(path: file, settings: settings, isJSON: json, endMilliseconds: end).play(speed.rate)
            }
        } else {
            try playOnScreen(settings, end)
        }
    }

    /// A screen needs a terminal that can be drawn on, and a file that can be read again.
    private var canShowScreen: Bool {
        Terminal.isAvailable && file != "-" && Environment.value(of: "TERM") ?? "dumb" != "dumb"
    }

    private func playOnScreen(_ settings: RunSettings, _ end: Int64?) throws {
        let player = try ReplayPlayer.reading(file, settings: settings, endMilliseconds: end)
        let header: SessionHeader?
        let plan: PlanFollower?
        let summary: RunSummary
        do {
            guard
                var screen = ReplayScreen(player, title: file.lastPathComponent, rate: speed.rate)
            else {
                throw CommandFailure(status: .usage, message: "the terminal cannot be drawn on; add --json, or | cat")
            }
            summary = try screen.play()
            header = screen.header
            plan = screen.plan
        }
        // The terminal is as it was before: the end of the run stays on it.
        try writingOutput {
            var output = StandardOutput()
            var lines = PlainLines()
            if let header { _ = lines.lines(for: .session(header)) }
            lines.end(plan)
            for line in lines.lines(for: .summary(summary)) { try output.print(line) }
            try output.flush()
        }
    }
}

/// `1`, `8`, `0.5`, `max`
struct SpeedArgument: ExpressibleByArgument {
    /// `nil` is as fast as it goes.
    var rate: Double?

    init(rate: Double?) { self.rate = rate }

    init?(argument: String) {
        if argument == "max" {
            rate = nil
            return
        }
        let number = argument.hasSuffix("x") ? String(argument.dropLast()) : argument
        guard let rate = Double(number), rate.isFinite, (0.01...100_000).contains(rate) else { return nil }
        self.rate = rate
    }

    var defaultValueDescription: String { rate.map { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" } ?? "max" }
}
