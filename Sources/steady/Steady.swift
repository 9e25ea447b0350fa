import ArgumentParser
import Practice
import UnixIO

/// The command line: one file a command, nothing but wiring.
@main
struct Steady: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "steady",
        abstract: "Follow an easy run: heart-rate strap and treadmill, live, logged, replayed.",
        discussion: """
            Without a sensor at hand, `steady --demo` follows a virtual runner.

            \(CareSaying.stopAndGetHelp.text())
            \(CareSaying.noMedicalDevice.text()) `steady care` says more.
            """,
        version: "0.1.0",
        subcommands: [
            Live.self, Go.self, Record.self, Replay.self, Inspect.self, Decode.self, Import.self, List.self, Show.self,
            Export.self, Delete.self, Note.self, Week.self, Plan.self, Zones.self, Rest.self, Talk.self, Care.self,
            Scan.self,
            Devices.self, DoctorCommand.self, MonitorCommand.self,
            ControlPoint.self, LinkProbe.self,
        ],
        defaultSubcommand: Live.self
    )

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as CommandFailure {
            exit(failure)
        } catch  where exitCode(for: error) == .validationFailure {
            exit(CommandFailure(usage: error))
        } catch {
            exit(withError: error)
        }
    }

    private static func exit(_ failure: CommandFailure) -> Never {
        StandardError.print("steady: \(failure.message)")
        exit(withError: ExitCode(failure.status.rawValue))
    }
}
