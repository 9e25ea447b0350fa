import Practice
import Reporting
import RunEngine
import Settings
import UnixIO

/// The questions before the first run, on a terminal.
enum SafetyScreen {
    /// What the settings say of the practice, after the questions where they are due and somebody is there to answer.
    static func practice(_ file: SettingsFile?, isAsked: Bool) throws -> PracticeSettings {
        guard var file else { return PracticeSettings() }
        let isDue = SafetyScreening.isDue(on: .today, readOn: file.settings.practice.safetyRead)
        if isAsked, isDue, Terminal.isAvailable { try ask(&file) }
        return file.toldPractice()
    }

    /// Asks, and keeps that it was asked; any yes turns the zones off.
    static func ask(_ file: inout SettingsFile) throws {
        try print(CareReport.questions())
        let hasConcern = try answer()
        try file.change { settings in
            settings.set(.safetyRead, to: CivilDate.today.description)
            if hasConcern { settings.set(.zones, to: "off") }
        }
        try print(CareReport.reply(hasConcern: hasConcern))
        if hasConcern { _ = try key { _ in true } }
    }

    private static func answer() throws -> Bool {
        let pressed = try key { [UInt8(ascii: "y"), UInt8(ascii: "n")].contains($0) }
        return pressed == UInt8(ascii: "y")
    }

    /// Waits for a key that is wanted; q leaves the program.
    private static func key(_ isWanted: (UInt8) -> Bool) throws -> UInt8 {
        let keys = KeyInput()
        while true {
            let octets = keys.read()
            guard !octets.isEmpty, !octets.contains(UInt8(ascii: "q")) else { throw CommandFailure.interrupted }
            if let octet = octets.first(where: isWanted) { return octet }
        }
    }

    private static func print(_ lines: [String]) throws {
        try writingOutput {
            var output = StandardOutput()
            for line in lines { try output.print(line) }
            try output.flush()
        }
    }
}
