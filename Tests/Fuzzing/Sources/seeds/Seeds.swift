import Foundation
import TestSupport

/// Writes the seeds of each fuzzer into a folder: `seeds FOLDER`.
@main
struct Seeds {
    static func main() throws {
        guard CommandLine.arguments.count == 2 else {
            print("usage: seeds FOLDER")
            exit(64)
        }
        let place = URL(filePath: CommandLine.arguments[1])
        for (name, seeds) in try FuzzSeeds.all() {
            let folder = place.appending(path: name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (index, seed) in seeds.enumerated() {
                try Data(seed).write(to: folder.appending(path: "seed-\(index)"))
            }
        }
    }
}
