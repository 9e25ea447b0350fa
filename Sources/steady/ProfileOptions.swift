import ArgumentParser
import Hardware
import RunEngine
import Settings
import UnixIO

/// What the runner tells of their heart and of their treadmill, for one call; the settings say the rest.
struct ProfileOptions: ParsableArguments {
    @OptionGroup var runner: RunnerOptions

    @Option(
        name: .customLong("speed-unit"),
        help: ArgumentHelp(
            "The unit of the treadmill's speed: mph for one that sends miles per hour in the field for km/h.",
            valueName: "unit"
        )
    )
    var speedUnit: SpeedUnitArgument?

    /// All that a run goes by, checked.
    func settings(_ common: CommonOptions) throws -> RunSettings {
        let file = try common.settingsFile()
        try file?.checkRunner()
        let known = file?.settings.runner.profile ?? RunnerProfile()
        let today = CivilDate(unixMicroseconds: WallClock.nowUnixMicroseconds)
        do throws(ProfileError) {
            return try RunSettings(profile: runner.applied(to: known), on: today, speedUnit: speedUnit?.unit)
        } catch {
            try file?.checkPlan(on: today)
            throw ValidationError(error.description)
        }
    }
}

extension CommonOptions {
    /// The settings; `nil` when nobody says where they are.
    func settingsFile() throws -> SettingsFile? {
        guard let directory = try? directory() else { return nil }
        return try SettingsFile(home: directory)
    }
}

extension SettingsFile {
    /// Fails when a line of the runner's section is not understood: zones of half a profile would be others.
    func checkRunner() throws(CommandFailure) {
        guard let fault = settings.runner.faults.first else { return }
        throw CommandFailure(
            status: .badData,
            message: "\(path.printable), line \(fault.line): \(fault.key.rawValue) takes \(fault.key.expectation), "
                + "not \(fault.value.printable)\nMend the line, or take it out: "
                + "steady zones --forget \(fault.key.rawValue)"
        )
    }

    /// Fails when the runner's section makes no zones on a day.
    func checkPlan(on day: CivilDate) throws(CommandFailure) {
        do throws(ProfileError) {
            _ = try settings.runner.profile.plan(on: day)
        } catch {
            let line = RunnerKey.keys(of: error).compactMap { key in settings.runner.lines[key] }.first
            throw CommandFailure(
                status: .badData,
                message: "\(path.printable)\(line.map { ", line \($0)" } ?? ""): \(error.description)\n"
                    + "Change the line, or give another number: steady help zones"
            )
        }
    }
}

/// `mph`
struct SpeedUnitArgument: ExpressibleByArgument {
    var unit: ConsoleUnit
    static let allValueStrings = ["km_h", "mph"]

    init?(argument: String) {
        switch argument {
        case "km_h": unit = .kilometresPerHour
        case "mph": unit = .milesPerHour
        default: return nil
        }
    }
}
