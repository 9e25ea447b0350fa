internal import FoundationEssentials
internal import GRDB

/// A text in the log that Steady would not have written there.
struct UnreadableValue: Error {
    var column: String
    var text: String
}

extension SessionLogError {
    /// What an error of GRDB, SQLite or a row's decoding means for the log at `path`.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as SessionLogError:
            self = error
        case let error as DatabaseError:
            self.init(error, path: path)
        case let error as UnreadableValue:
            self = .unreadable(path: path, detail: "\(error.column) holds \(error.text.debugDescription)")
        default:
            self = .inputOutput(path: path, detail: String(describing: error))
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let message = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH: self = .notPermitted(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_NOTADB: self = .notADatabase(path: path)
        case .SQLITE_CORRUPT: self = .damaged(path: path, detail: message)
        case .SQLITE_CANTOPEN: self.init(failedOpening: path, message: message)
        default: self = .inputOutput(path: path, detail: message)
        }
    }

    /// SQLite says "unable to open" for whatever the file system answered; this looks for the reason.
    private init(failedOpening path: String, message: String) {
        let files = FileManager.default
        let directory = String(path.dropLast(SessionLog.fileName.count))
        let type = try? files.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        if type == .typeDirectory {
            self = .cannotCreate(path: path, reason: "a directory has its name")
        } else if !files.isWritableFile(atPath: directory) || (type != nil && !files.isReadableFile(atPath: path)) {
            self = .notPermitted(path: path)
        } else {
            self = .cannotCreate(path: path, reason: message)
        }
    }

    /// What it means that the directory of the log at `path` could not be made.
    init(creatingDirectory error: any Error, path: String) {
        switch (error as? CocoaError)?.code {
        case .fileWriteNoPermission, .fileWriteVolumeReadOnly: self = .notPermitted(path: path)
        case .fileWriteOutOfSpace: self = .diskFull(path: path)
        case .fileWriteFileExists: self = .cannotCreate(path: path, reason: "a file stands where its directory should")
        default: self = .cannotCreate(path: path, reason: "its directory cannot be made")
        }
    }
}
