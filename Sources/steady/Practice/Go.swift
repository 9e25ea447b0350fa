import ArgumentParser
import Practice
import Settings

/// Just start: no question, no target, no zones.
struct Go: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "go",
        abstract: "Just start: no questions, no target, no zones.",
        discussion: """
            Ten minutes is plenty; then stop or go on, both are good. It is kept like any run. The key z makes it
            the run you have planned, with zones and band.
            """
    )

    @Flag(help: "JSON lines.")
    var json = false

    @OptionGroup var live: LiveOptions
    @OptionGroup var demo: DemoOptions
    @OptionGroup var common: CommonOptions
    @OptionGroup var profile: ProfileOptions

    func validate() throws { try demo.validate(with: live) }

    func run() throws {
        var show = LiveShow(settings: try profile.settings(common), options: live, demo: demo, common: common)
        show.isJSON = json
        if let file = try common.settingsFile() { show.practice = file.toldPractice() }
        show.hasJustStarted = true
        show.aim = (RunPlan.open.id, nil)
        let later = try PlanToday(practice: show.practice).plan(common)
        if !later.isOpen { show.laterAim = (later.id, later.totalMilliseconds) }
        try show.play()
    }
}
