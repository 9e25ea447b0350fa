import Settings
import UnixIO

/// The settings on disk: `steady.conf` in the home.
struct SettingsFile {
    static let name = "steady.conf"
    /// A text for people; more than this is none.
    private static let largestOctets = 1_048_576

    let path: String
    private(set) var settings: SettingsText

    /// The settings of a home; none where there is no file.
    init(home: String) throws(CommandFailure) {
        path = home + "/" + Self.name
        do throws(SystemFailure) {
            settings = SettingsText(try Self.read(path))
        } catch {
            guard error.isNoSuchFile else { throw CommandFailure(error) }
            settings = SettingsText()
        }
    }

    private static func read(_ path: String) throws(SystemFailure) -> String {
        let file = try InputFile(path: path)
        var octets = [UInt8](repeating: 0, count: largestOctets)
        var count = 0
        while count < octets.count {
            let read = try file.read(into: &octets, from: count, limit: octets.count)
            if read == 0 { break }
            count += read
        }
        return String(decoding: octets[0..<count], as: UTF8.self)
    }

    /// Changes the settings, and writes them unless nothing changed.
    mutating func change(_ body: (inout SettingsText) -> Void) throws(CommandFailure) {
        var changed = settings
        body(&changed)
        if changed == settings { return }
        settings = changed
        do throws(SystemFailure) {
            if let slash = path.lastIndex(of: "/") { try PrivateFolder.make(String(path[..<slash])) }
            try OutputFile.replace(Array(settings.text.utf8), path: path)
        } catch {
            throw CommandFailure(error)
        }
    }
}

extension SettingsFile {
    /// What the settings say of the practice. A line of it that is not understood is told of and passed over: it keeps
    /// nobody from running.
    func toldPractice() -> PracticeSettings {
        for fault in settings.practice.faults {
            StandardError.print(
                "steady: \(path.printable), line \(fault.line), is passed over: \(fault.key.rawValue) takes "
                    + "\(fault.key.expectation), not \(fault.value.printable)"
            )
        }
        return settings.practice
    }
}
