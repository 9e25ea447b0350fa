import ArgumentParser
import Settings

/// Connects to the runner's sensors, shows the run, and keeps it.
struct Live: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "live",
        abstract: "Follow a run live: connect to strap and treadmill, show the run, keep it.",
        discussion: """
            The first time, sensors in reach are shown and chosen; later the same ones are used without a question.
            Keys: space pauses, l begins a lap, m marks a moment, b shows the largest digits, q ends and keeps the run;
            ? shows all of them.
            Nothing at hand? `steady --demo` follows a virtual runner; the arrow keys are those of the treadmill, < and >
            change how fast time passes, Page Up and Page Down go back and on.
            """
    )

    @Flag(help: "JSON lines.")
    var json = false

    @OptionGroup var live: LiveOptions
    @OptionGroup var demo: DemoOptions
    @OptionGroup var plan: PlanOptions
    @OptionGroup var alert: AlertOptions
    @OptionGroup var common: CommonOptions
    @OptionGroup var profile: ProfileOptions

    func validate() throws { try demo.validate(with: live) }

    func run() throws {
        let file = try common.settingsFile()
        let practice = try SafetyScreen.practice(file, isAsked: !json && !demo.demo)
        var show = LiveShow(settings: try profile.settings(common), options: live, demo: demo, common: common)
        show.isJSON = json
        show.practice = practice
        show.aim = try plan.aim(common, demo: demo)
        show.alerts = alert.plan(file?.settings.alerts)
        try show.play()
    }
}
