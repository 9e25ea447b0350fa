import Foundation
import TestSupport
import Testing

/// The house is as its page says.
@Suite("The house")
struct HouseTests {
    /// A target of Package.swift and what it depends on.
    private struct Room: Equatable {
        var name: String
        var uses: Set<String>
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Places.root.appending(path: path), encoding: .utf8)
    }

    /// The targets of Package.swift, read as text: the manifest is as plain as this needs.
    private func targets() throws -> [Room] {
        let manifest = try text("Package.swift")
        let start = try #require(manifest.range(of: "targets: ["))
        return manifest[start.upperBound...].components(separatedBy: "arget(").dropFirst().compactMap { part in
            declared(part, isSystem: false)
        } + manifest.components(separatedBy: ".systemLibrary(").dropFirst().compactMap { declared($0, isSystem: true) }
    }

    private func declared(_ part: String, isSystem: Bool) -> Room? {
        let part = part.components(separatedBy: ".systemLibrary(")[0]
        guard let name = part.firstMatch(of: /name: "([\w-]+)"/)?.1 else { return nil }
        if isSystem { return Room(name: String(name), uses: []) }
        let list = part.firstMatch(of: /dependencies: \[(.*?)\](?:,|\s*\))/.dotMatchesNewlines())?.1 ?? ""
        let products = list.matches(of: /\.product\(name: "(\w+)"/).map { String($0.1) }
        let rooms = list.replacing(/\.product\([^)]*\)/, with: "").matches(of: /"([\w-]+)"/).map { String($0.1) }
        return Room(name: String(name), uses: Set(products + rooms))
    }

    @Test("the page names every room and what it may use, as Package.swift has it")
    func page() throws {
        let rows = try text("Sources/ARCHITECTURE.md").split(separator: "\n").filter { $0.hasPrefix("| `") }
        let rooms = rows.map { row in
            let columns = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let uses = columns[2].matches(of: /[\w-]{2,}/).map { String($0.0) }
            return Room(name: columns[0].trimmingCharacters(in: ["`"]), uses: Set(uses))
        }
        let targets = try targets().filter { target in
            !target.name.hasSuffix("Tests") && !["TestSupport", "FakeBlueZ"].contains(target.name)
        }
        #expect(rooms.count == targets.count)
        for target in targets {
            #expect(rooms.contains(target), "\(target.name) uses \(target.uses.sorted())")
        }
    }

    /// All Swift files below a folder.
    private func sources(_ folder: String) throws -> [(path: String, text: String)] {
        let place = Places.root.appending(path: folder)
        let files = FileManager.default.enumerator(at: place, includingPropertiesForKeys: nil)
        return try (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
            .map { file in
                let path = file.path.replacingOccurrences(of: Places.root.path + "/", with: "")
                return (path, try String(contentsOf: file, encoding: .utf8))
            }
    }

    @Test(
        "pure rooms import no Foundation and no C",
        arguments: [
            "Sources/SensorCodec", "Hardware", "Sources/Capture", "Sources/RunEngine", "Sources/Dashboard",
            "Sources/Practice", "Sources/Doctor", "Sources/Settings", "Sources/WorkoutFiles",
            "Sources/Reporting/HTML", "Sources/BlueZ/Objects",
            "Sources/BlueZ/Supervision",
            "Sources/BlueZ/Choice", "Sources/VirtualGym",
        ]
    )
    func pureRooms(_ room: String) throws {
        let files = try sources(room)
        #expect(!files.isEmpty)
        for file in files {
            let imports = file.text.matches(of: /(?m)^(?:\w+ )?import (\w+)/).map { String($0.1) }
            // Of the bus, BlueZ's pure parts know the values and errors; of the store, the page knows a session. What is
            // said stands in Practice.
            let more = ["BlueZ": ["SystemBus"], "HTML": ["SessionStore", "Practice"], "Dashboard": ["Practice"]]
            let allowed = ["SensorCodec", "RunEngine"] + (more.first { room.contains($0.key) }?.value ?? [])
            #expect(Set(imports).isSubset(of: allowed), "\(file.path)")
        }
    }

    @Test("unsafe code stands in the wrappers of C only")
    func unsafeCode() throws {
        let wrappers = ["UnixIO", "EventLoop", "SystemBus", "Adapters", "HCIMonitor"].map { "Sources/\($0)/" }
        for folder in ["Sources", "Hardware"] {
            for file in try sources(folder) where file.text.contains(/\bunsafe\b/) {
                #expect(wrappers.contains { file.path.hasPrefix($0) }, "\(file.path)")
            }
        }
    }

    @Test("every room is compiled by the rules of the house")
    func settings() throws {
        let manifest = try text("Package.swift")
        for rule in [".swiftLanguageMode(.v6)", ".strictMemorySafety()", ".treatAllWarnings(as: .error)"] {
            #expect(manifest.contains(rule))
        }
        let declarations = manifest.matches(of: /\.(?:target|executableTarget|testTarget)\(/).count
        let cTargets = manifest.matches(of: /\.target\(name: "C(Benchmarks|Unix)"\)/).count
        #expect(manifest.matches(of: /swiftSettings: house/).count == declarations - cTargets)
    }

    @Test("the top level holds what it should and nothing else")
    func topLevel() throws {
        let allowed: Set = [
            "Package.swift", "Package.resolved", "Sources", "Tests", "Hardware", "udev-rules", "README.md", "LICENSE",
        ]
        let found = try FileManager.default.contentsOfDirectory(atPath: Places.root.path).filter { !$0.hasPrefix(".") }
        #expect(Set(found).isSubset(of: allowed))
    }

    @Test("the README names files and commands that there are")
    func readme() throws {
        let readme = try text("README.md")
        let paths = readme.matches(of: /(?:Hardware|Sources|Tests|\.ci)\/[\w.\/-]+/).map { String($0.0) }
        #expect(paths.count > 4)
        for path in paths {
            #expect(FileManager.default.fileExists(atPath: Places.root.appending(path: path).path), "\(path)")
        }
    }
}
