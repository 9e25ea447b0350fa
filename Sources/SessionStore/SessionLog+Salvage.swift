internal import GRDB

/// What becomes of a log that the disk has damaged.
extension SessionLog {
    /// True when the log of a directory can be seen to be damaged: all of it is read.
    public static func isDamaged(directory: String) -> Bool {
        do {
            let log = try SessionLog(directory: directory)
            let verdict = try log.database.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
            return verdict != "ok"
        } catch let error as SessionLogError {
            return error.isDamage
        } catch let error as DatabaseError {
            return error.resultCode == .SQLITE_CORRUPT || error.resultCode == .SQLITE_NOTADB
        } catch {
            return false
        }
    }

    /// Moves the log of a directory out of the way, so that a new one can take its place. Nothing of it is changed.
    ///
    /// - Returns: Where it is now: `steady.sqlite.damaged-1`, or the next number that is free.
    public static func setAside(directory: String) throws(SessionLogError) -> String {
        let path = directory.hasSuffix("/") ? directory + fileName : directory + "/" + fileName
        var number = 1
        while PrivateFiles.exists("\(path).damaged-\(number)") { number += 1 }
        let aside = "\(path).damaged-\(number)"
        do {
            // What was committed last stands in the file beside it, and belongs to it under either name.
            for suffix in ["-wal", "-shm", ""] where PrivateFiles.exists(path + suffix) {
                try PrivateFiles.move(path + suffix, aside + suffix)
            }
        } catch {
            throw .cannotCreate(path: aside, reason: "the damaged log cannot be moved there")
        }
        return aside
    }

    /// Copies all sessions that can still be read whole from a damaged log.
    ///
    /// - Returns: Their IDs; none where nothing can be read.
    public func salvage(from path: String) -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        guard let damaged = try? DatabaseQueue(path: path, configuration: configuration) else { return [] }
        let source = SessionLog(path: path, database: damaged)
        for note in (try? source.days()) ?? [] { try? self.note(note) }
        let ids = (try? damaged.read { try String.fetchAll($0, sql: "SELECT id FROM session") }) ?? []
        return ids.filter { id in
            do {
                let origin = try damaged.read { try SessionRow.session($0, id: id).origin }
                _ = try write(from: origin) { writer in
                    try source.replay(id) { try writer.apply($0) }
                }
                copyNotes(of: id, from: source)
                return true
            } catch {
                return false
            }
        }
    }

    /// What can still be read of what the runner noted beside a run; the run is worth keeping without it.
    private func copyNotes(of id: String, from source: SessionLog) {
        guard let session = try? source.session(id) else { return }
        for (moment, value) in session.feelings { _ = try? setFeeling(moment, to: value, of: id) }
        if let calm = session.calm { try? setCalm(calm, of: id) }
    }
}
