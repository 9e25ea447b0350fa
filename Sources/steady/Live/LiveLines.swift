import BlueZ
import Dashboard
import RunEngine
import UnixIO

/// Shows a live run as lines on standard output; what happens to the link goes to standard error.
final class LiveLines: LiveWatcher {
    private var writer: LineWriter
    private let isVerbose: Bool
    private let words: HostWords
    private var toldOfHost: String?
    /// Called once when nobody reads the lines any more.
    var onClosed: (() -> Void)?
    private var isClosed = false

    init(isJSON: Bool, isVerbose: Bool, words: HostWords, showsZones: Bool = true) {
        self.words = words
        writer = LineWriter(isJSON: isJSON, showsZones: showsZones)
        self.isVerbose = isVerbose
    }

    func show(_ event: RunEvent) {
        writing { writer throws(SystemFailure) in try writer.write(event) }
    }

    func show(_ event: LinkEvent) {
        if case .host(let state) = event {
            let sentence = words.sentence(for: state)
            if let sentence, sentence != toldOfHost { tell(sentence) }
            toldOfHost = sentence
            return
        }
        if let words = LinkWords.line(for: event, isVerbose: isVerbose) { StandardError.print("steady: \(words)") }
    }

    func tell(_ notice: String) { StandardError.print("steady: \(notice)") }

    /// Lets readers see what was written.
    func flush() {
        writing { writer throws(SystemFailure) in try writer.flush() }
    }

    private func writing(_ body: (inout LineWriter) throws(SystemFailure) -> Void) {
        if isClosed { return }
        do throws(SystemFailure) {
            try body(&writer)
        } catch {
            isClosed = true
            if !error.isClosedPipe { tell(CommandFailure(error).message) }
            onClosed?()
        }
    }
}
