import Foundation
import Glibc
import Testing
import UnixIO

@Suite("Files and folders for their owner alone")
struct PrivateFilesTests {
    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "steady-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func mode(_ file: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    }

    private func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test("a file is replaced whole, is private even if the old one was not, and leaves no draft")
    func replace() throws {
        try inFolder { folder in
            let file = folder.appending(path: "steady.conf")
            try Data("an old and longer text".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
            try OutputFile.replace(Array("new".utf8), path: file.path)
            #expect(try String(contentsOf: file, encoding: .utf8) == "new")
            #expect(try mode(file) == 0o600)
            try OutputFile.replace([], path: file.path)
            #expect(try Data(contentsOf: file).isEmpty)
            #expect(try names(in: folder) == ["steady.conf"])
        }
    }

    @Test("a draft that a power cut left is in nobody's way")
    func oldDraft() throws {
        try inFolder { folder in
            let file = folder.appending(path: "steady.conf")
            try Data("half".utf8).write(to: folder.appending(path: "steady.conf.new"))
            try OutputFile.replace(Array("whole".utf8), path: file.path)
            #expect(try String(contentsOf: file, encoding: .utf8) == "whole")
            #expect(try mode(file) == 0o600)
            #expect(try names(in: folder) == ["steady.conf"])
        }
    }

    @Test("settings that are a link to a file elsewhere stay a link, and that file is replaced")
    func link() throws {
        try inFolder { folder in
            let elsewhere = folder.appending(path: "dotfiles")
            try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: false)
            let target = elsewhere.appending(path: "steady.conf")
            try Data("old".utf8).write(to: target)
            let file = folder.appending(path: "steady.conf")
            try FileManager.default.createSymbolicLink(at: file, withDestinationURL: target)
            try OutputFile.replace(Array("new".utf8), path: file.path)
            #expect(try String(contentsOf: target, encoding: .utf8) == "new")
            #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: file.path)) != nil)
        }
    }

    @Test("what cannot be replaced is told, and stays as it was, without a draft")
    func replaceFails() throws {
        try inFolder { folder in
            let file = folder.appending(path: "steady.conf")
            try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
            #expect(throws: SystemFailure.self) { try OutputFile.replace([1], path: file.path) }
            #expect(try names(in: folder) == ["steady.conf"])
            #expect(throws: SystemFailure.self) {
                try OutputFile.replace([1], path: folder.appending(path: "none/steady.conf").path)
            }
        }
    }

    @Test("a folder is made with those above it, all private; those that were there stay as they were")
    func folders() throws {
        try inFolder { folder in
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
            let deep = folder.appending(path: "home/of/recordings")
            try PrivateFolder.make(deep.path)
            try PrivateFolder.make(deep.path)
            for path in ["home", "home/of", "home/of/recordings"] {
                #expect(try mode(folder.appending(path: path)) == 0o700, "\(path)")
            }
            #expect(try mode(folder) == 0o755)
            try PrivateFolder.make(folder.path + "/slash/")
            #expect(try mode(folder.appending(path: "slash")) == 0o700)
        }
    }

    @Test("a folder where a file is in the way is told")
    func folderFails() throws {
        try inFolder { folder in
            let file = folder.appending(path: "file")
            try Data().write(to: file)
            let error = #expect(throws: SystemFailure.self) { try PrivateFolder.make(file.path + "/recordings") }
            #expect(error?.code == ENOTDIR)
        }
    }

    @Test("the cost of the process grows with its work, and is counted in octets")
    func cost() {
        let before = ProcessCost.now
        let end = MonotonicClock.nowMicroseconds + 2_000_000
        var sum: UInt64 = 1
        while ProcessCost.now.processorMicroseconds < before.processorMicroseconds + 5_000,
            MonotonicClock.nowMicroseconds < end
        {
            for number in 0..<10_000 { sum = sum &* 31 &+ UInt64(number) }
        }
        let after = ProcessCost.now
        #expect(sum != 0)
        #expect(after.processorMicroseconds >= before.processorMicroseconds + 5_000)
        #expect(after.peakMemoryOctets >= before.peakMemoryOctets)
        #expect(after.peakMemoryOctets > 1_000_000)
    }
}
