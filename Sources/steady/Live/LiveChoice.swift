import BlueZ
import Practice
import SensorCodec
import UnixIO

/// What somebody without a screen is told when there are several sensors of a kind.
enum LiveChoice {
    /// Says once that a choice has to be made, and how.
    static func explain(_ program: LiveProgram) {
        guard program.chooser.needsChoice, !program.hasExplainedChoice else { return }
        program.hasExplainedChoice = true
        StandardError.print("steady: \(SearchSaying.several.text())")
        for candidate in program.chooser.candidates {
            let name = candidate.device.name ?? "no name"
            StandardError.print("steady:   \(candidate.kind.rawValue)  \(candidate.device.address)  \(name.printable)")
        }
    }
}
