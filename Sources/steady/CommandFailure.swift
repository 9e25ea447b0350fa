import ArgumentParser
import Capture
import SessionStore
import UnixIO

/// Why a command ended without its result, in one or two lines for a person, and the exit status for programs.
struct CommandFailure: Error {
    var status: Status
    var message: String

    /// Exit status after sysexits.h.
    enum Status: Int32 {
        case usage = 64
        case badData = 65
        case noInput = 66
        case unavailable = 69
        case internalError = 70
        case cannotCreate = 73
        case inputOutput = 74
        case notPermitted = 77
        case interrupted = 130
    }
}

extension CommandFailure {
    /// Ended by the runner before there was anything to keep.
    static let interrupted = CommandFailure(status: .interrupted, message: "ended before a run began: nothing is kept")

    /// A command line that was not understood: what is wrong with it, and where help is.
    ///
    /// The parser's own message has a line for each choice, the usage, and the help in its last line.
    init(usage error: any Error) {
        let wrong = Steady.message(for: error).split(separator: "\n")
        let choices = wrong.dropFirst().map { $0.replacing("  - ", with: "") }
        let help = Steady.fullMessage(for: error).split(separator: "\n").last ?? ""
        status = .usage
        message = "\(wrong.first ?? "")\(choices.isEmpty ? "" : " ")\(choices.joined(separator: ", "))"
        message += "\n" + help.drop { $0 == " " }
    }

    /// Whatever went wrong with a file.
    init(_ error: any Error, about path: String) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let error as SessionLogError: self.init(error)
        case let failure as SystemFailure: self.init(failure)
        default: self.init(status: .internalError, message: "\(path.printable): \(error)")
        }
    }

    /// A file or stream that could not be read or written.
    init(_ failure: SystemFailure) {
        let subject = failure.subject.printable
        message = "cannot \(failure.action) \(subject): \(failure.reason)"
        if failure.isDirectory && failure.action == "read" {
            status = .noInput
            message = "\(subject) is a directory; name a file in it"
        } else if failure.isNotPermitted {
            status = .notPermitted
        } else if failure.action == "create" {
            status = .cannotCreate
        } else {
            status = failure.isNoSuchFile ? .noInput : .inputOutput
        }
    }

    /// A file that is no capture Steady can read.
    init(_ failure: CaptureFailure, path: String) {
        let path = path.printable
        status = .badData
        switch failure {
        case .empty:
            message = "\(path) is empty"
        case .notACapture:
            message =
                "\(path) is not a capture\nSteady reads btsnoop, pcap and pcapng files, and imports FIT and TCX files."
        case .truncatedHeader(let format):
            message = "\(path) is cut off inside its \(format.rawValue) header: it holds no packet"
        case .unsupportedVersion(let format, let version):
            message = "\(path) is \(format.rawValue) version \(version), which Steady does not know"
        case .unsupportedDatalink(let format, let number):
            message = """
                \(path) is a \(format.rawValue) file of link type \(number), which holds no Bluetooth traffic to follow
                Steady reads btsnoop 1001, 1002, 2001 and pcap 187, 201, 251, 254, 256, 272.
                """
        }
    }
}

/// Runs what writes to standard output, from the log or from a capture; that its reader went away early is a proper
/// end.
func writingOutput(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch let failure as SessionLogError {
        throw CommandFailure(failure)
    } catch let failure as SystemFailure {
        if failure.isClosedPipe { throw ExitCode.success }
        throw CommandFailure(failure)
    }
}
