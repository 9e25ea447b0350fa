import ArgumentParser
import Practice
import Reporting
import RunEngine
import Settings
import UnixIO

/// What Steady has to say about safety and care.
struct Care: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "care",
        abstract: "Safety and care: when to stop, where help is, and whether heart-rate zones are right for you."
    )

    @Flag(help: "The questions of the first run once more.")
    var ask = false

    @Option(
        help: ArgumentHelp("Heart-rate zones; off where drugs or a pacemaker hold the heart rate.", valueName: "on|off")
    )
    var zones: SwitchArgument?

    @Option(
        name: .customLong("crisis-line"),
        help: ArgumentHelp(
            "Whom to call: kept in your settings, shown here; none takes it out.",
            valueName: "name number"
        )
    )
    var crisisLine: String?

    @OptionGroup var common: CommonOptions

    @Flag(help: "One JSON object.")
    var json = false

    func validate() throws {
        if ask, json { throw ValidationError("--ask and --json do not go together") }
    }

    func run() throws {
        var file = try SettingsFile(home: try common.directory())
        try file.change { settings in
            if let zones { settings.set(.zones, to: zones.isOn ? "on" : "off") }
            switch crisisLine {
            case nil: break
            case "none": settings.forget(PracticeKey.crisisLine)
            case let line?: settings.set(.crisisLine, to: line)
            }
        }
        if ask { return try SafetyScreen.ask(&file) }
        let practice = file.toldPractice()
        let hasZones = practice.hasZones ?? true
        try writingOutput {
            var output = StandardOutput()
            if json {
                var text = JSONWriter()
                text.care(
                    crisisLine: practice.crisisLine,
                    hasZones: hasZones,
                    safetyRead: practice.safetyRead?.description
                )
                try output.write(text.text)
            } else {
                for line in CareReport.page(crisisLine: practice.crisisLine?.printable, hasZones: hasZones) {
                    try output.print(line)
                }
            }
            try output.flush()
        }
    }
}
