import RunEngine
import SensorCodec

/// What happens to a run besides the sensors' values, as a line of text in its recording.
extension RunInput {
    /// The words that recordings have for it; `nil` for what is in them as a packet.
    var note: String? {
        switch self {
        case .pause: "pause"
        case .resume: "resume"
        case .coolDown: "cool_down"
        case .lap: "lap"
        case .mark(let text): text.isEmpty ? "mark" : "mark \(text.printable)"
        case .aim(let plan, let planned): planned.map { "aim \(plan) \($0)" } ?? "aim \(plan)"
        case .talk(let answer): answer.rawValue
        case .clockSet(let shift): "clock_set \(shift)"
        case .stop: "stop"
        case .seeking(let sensor, let seeking): "\(seeking.rawValue) \(sensor)"
        case .value, .undecodable, .finding, .name, .disconnected: nil
        }
    }

    /// Reads a line of a recording; `nil` for one that means nothing to a run.
    init?(note: String) {
        let words = note.split(separator: " ", omittingEmptySubsequences: false)
        switch (words.first, words.count) {
        case ("pause", 1): self = .pause
        case ("resume", 1): self = .resume
        case ("cool_down", 1): self = .coolDown
        case ("lap", 1): self = .lap
        case ("mark", 1...): self = .mark(String(note.dropFirst("mark ".count)))
        case ("stop", 1): self = .stop
        case ("aim", 2...3):
            guard RunAim.isName(words[1]) else { return nil }
            let planned = words.count == 3 ? Int64(words[2]) : nil
            guard words.count == 2 || planned ?? 0 > 0 else { return nil }
            self = .aim(plan: String(words[1]), plannedMilliseconds: planned)
        case ("clock_set", 2):
            guard let shift = Int64(words[1]) else { return nil }
            self = .clockSet(byMicroseconds: shift)
        case (let word?, 1):
            guard let answer = TalkAnswer(rawValue: String(word)) else { return nil }
            self = .talk(answer)
        case (let word?, 2):
            guard let seeking = Seeking(rawValue: String(word)), let address = BluetoothAddress(String(words[1])) else {
                return nil
            }
            self = .seeking(SensorIdentity(address), seeking)
        default: return nil
        }
    }
}
