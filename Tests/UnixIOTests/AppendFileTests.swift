import Foundation
import Testing
import UnixIO

@Suite("Files that only grow")
struct AppendFileTests {
    /// A folder of its own, which is gone when the test is.
    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "steady-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test("what is appended stands in the file at once, in order, for its owner alone to read")
    func appends() throws {
        try inFolder { folder in
            let place = folder.appending(path: "run.btsnoop")
            var file = try AppendFile(path: place.path)
            #expect(file.path == place.path)
            try file.append([1, 2, 3])
            #expect(try Data(contentsOf: place) == Data([1, 2, 3]))
            let large = [UInt8](repeating: 7, count: 300_000)
            try file.append(large.span)
            try file.append([])
            try file.sync()
            #expect(try Data(contentsOf: place) == Data([1, 2, 3] + large))
            let mode = try FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test("a file that is there is left as it is, and so is what a dangling link points to")
    func exclusive() throws {
        try inFolder { folder in
            let place = folder.appending(path: "there")
            try Data([9]).write(to: place)
            let link = folder.appending(path: "link")
            let target = folder.appending(path: "nowhere")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
            for path in [place.path, link.path] {
                var failure: SystemFailure?
                do throws(SystemFailure) { _ = try AppendFile(path: path) } catch { failure = error }
                #expect(failure?.action == "create")
                #expect(failure?.subject == path)
                #expect(failure?.code == EEXIST)
            }
            #expect(try Data(contentsOf: place) == Data([9]))
            #expect(!FileManager.default.fileExists(atPath: target.path))
        }
    }
}
