import Adapters
import ArgumentParser
import Doctor
import EventLoop
import Reporting
import Settings
import UnixIO

/// Tells what would stop a run on this machine, and the command that mends each thing. (`Doctor` alone is the
/// room that knows it.)
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "What would stop Steady from working here, and what mends it."
    )

    @Flag(help: "One JSON object; with --watch one each time.")
    var json = false

    @Flag(help: "Go on, and tell again when an adapter comes, goes, is blocked or let free; Ctrl-C ends it.")
    var watch = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        if watch { return try DoctorWatch(command: self).run() }
        let diagnosis = try tell(adapters())
        switch diagnosis.outcome {
        case .clear: break
        case .unavailable: throw ExitCode(CommandFailure.Status.unavailable.rawValue)
        case .notPermitted: throw ExitCode(CommandFailure.Status.notPermitted.rawValue)
        }
    }

    /// Looks at the machine with these adapters, and writes the report.
    @discardableResult
    func tell(_ adapters: HostAdapters) throws -> Diagnosis {
        var visit = BlueZVisit()
        var facts = HostProbe().facts(home: try? common.directory(), adapters: adapters, bluez: visit.facts())
        facts.sensors = visit.sensors(remembered(), looking: !watch)
        let diagnosis = Diagnosis(facts)
        try writingOutput {
            var output = StandardOutput()
            if json {
                var text = JSONWriter()
                text.doctorReport(diagnosis, of: facts)
                try output.write(text.text)
            } else {
                for line in DoctorReport.lines(diagnosis, of: facts) { try output.print(line.printable) }
            }
            try output.flush()
        }
        return diagnosis
    }

    private func adapters() -> HostAdapters {
        do throws(SystemFailure) {
            return try HostAdapters.now()
        } catch {
            common.remark("cannot \(error.action) \(error.subject): \(error.reason)")
            return HostAdapters()
        }
    }

    /// The remembered sensors; none where the settings cannot be read, which other findings tell of.
    private func remembered() -> [RememberedSensor] {
        (try? SettingsFile(home: common.directory()))?.settings.sensors ?? []
    }
}
