import GRDB
import RunEngine
import SessionStore
import Testing

@Suite("Writing the session log")
struct WritingTests {
    private struct Interrupted: Error {}

    @Test("A session whose ID is there already is not written again, and the caller is told early")
    func alreadyThere() throws {
        try withNewLog { log in
            #expect(try log.write(Run.rich("a"), importedFrom: "run.btsnoop") == .stored(id: "a"))
            let outcome = try log.write(from: SessionOrigin(importedFrom: "other.btsnoop")) { writer in
                let before = writer.isNeeded
                try writer.apply(.session(Run.header("a", startedAt: 5, source: .demo)))
                let after = writer.isNeeded
                #expect(before && !after)
                try writer.apply(.sample(RunSample(timeMilliseconds: 77_000)))
            }
            #expect(outcome == .alreadyThere(id: "a"))
            #expect(try log.session("a").importedFrom == "run.btsnoop")
            #expect(try log.stream(of: "a") == Run.rich("a"))
        }
    }

    @Test("An import that is interrupted leaves no trace, and its error passes through")
    func interrupted() throws {
        try withNewLog { log in
            #expect(throws: Interrupted.self) {
                try log.write(from: SessionOrigin()) { writer in
                    for event in Run.rich("a").dropLast() { try writer.apply(event) }
                    throw Interrupted()
                }
            }
            try expectNothing(in: log)
            #expect(try log.write(Run.rich("a")) == .stored(id: "a"))
        }
    }

    @Test("An import that is interrupted after its summary leaves no trace either")
    func interruptedLate() throws {
        try withNewLog { log in
            #expect(throws: Interrupted.self) {
                try log.write(from: SessionOrigin()) { writer in
                    for event in Run.rich("a") { try writer.apply(event) }
                    throw Interrupted()
                }
            }
            try expectNothing(in: log)
        }
    }

    @Test("Without a summary nothing is kept", arguments: [0, 1, 5])
    func incomplete(eventCount: Int) throws {
        try withNewLog { log in
            #expect(throws: SessionLogError.incompleteSession) {
                try log.write(Array(Run.rich("a").prefix(eventCount)))
            }
            try expectNothing(in: log)
        }
    }

    @Test("When the database fails in the middle, nothing is kept even if the caller overlooks the error")
    func databaseFails() throws {
        try withNewLog { log in
            try otherProgram(log.path).write { database in
                try database.execute(
                    sql: """
                        CREATE TRIGGER fail BEFORE INSERT ON second WHEN NEW.t_ms = 2000
                        BEGIN SELECT RAISE(ABORT, 'the disk is on fire'); END
                        """
                )
            }
            let failure = SessionLogError.inputOutput(path: log.path, detail: "the disk is on fire")
            #expect(throws: failure) {
                try log.write(from: SessionOrigin()) { writer in
                    for event in Run.rich("a") { try? writer.apply(event) }
                }
            }
            try expectNothing(in: log)
        }
    }

    @Test("Another program reads the log while a session is being written, and sees only whole sessions")
    func readableMeanwhile() throws {
        try withNewLog { log in
            try log.write(Run.short("before"))
            let outcome = try log.write(from: SessionOrigin()) { writer in
                for event in Run.rich("during").dropLast() { try writer.apply(event) }
                #expect(try rowCounts(log.path)["session"] == 1)
                #expect(try SessionLog(directory: directory(of: log)).sessions().map(\.id) == ["before"])
                try writer.apply(.summary(Run.full))
            }
            #expect(outcome == .stored(id: "during"))
            #expect(try rowCounts(log.path)["session"] == 2)
        }
    }

    @Test("Deleting a session takes all its rows and no others")
    func delete() throws {
        try withNewLog { log in
            try log.write(Run.short("a"))
            let before = try rowCounts(log.path)
            try log.write(Run.rich("b"))
            #expect(try rowCounts(log.path) != before)
            #expect(try log.delete("b") == "b")
            #expect(try rowCounts(log.path) == before)
            #expect(try log.stream(of: "a") == Run.short("a"))
            #expect(throws: SessionLogError.noSuchSession(id: "b")) { try log.delete("b") }
        }
    }

    private func expectNothing(in log: SessionLog) throws {
        let counts = try rowCounts(log.path)
        #expect(counts.count == 6 && counts.values.allSatisfy { $0 == 0 })
    }

    private func directory(of log: SessionLog) -> String {
        String(log.path.dropLast(SessionLog.fileName.count + 1))
    }
}
