import RunEngine
import SessionStore
import Testing

@Suite("What the runner notes beside a run")
struct PracticeNoteTests {
    @Test("A list tells the plan, the talk answers and the feelings of each run")
    func entry() throws {
        try withNewLog { log in
            try log.write(Run.rich("a"))
            try log.write(Run.short("b"))
            try log.setFeeling(.before, to: 2, of: "a")
            try log.setFeeling(.after, to: 4, of: "a")
            let entries = try log.sessions()
            let rich = try #require(entries.first { $0.id == "a" })
            #expect(rich.plan == "easy-40" && rich.plannedMilliseconds == 2_400_000)
            #expect(rich.talk == TalkTally(yes: 1, no: 1, last: .canTalk))
            #expect(rich.feelingBefore == 2 && rich.feelingAfter == 4)
            let short = try #require(entries.first { $0.id == "b" })
            #expect(short.plan == nil && short.talk == TalkTally() && short.feelingBefore == nil)
        }
    }

    @Test("A feeling can be changed and taken back")
    func feelings() throws {
        try withNewLog { log in
            try log.write(Run.short("a"))
            try log.setFeeling(.calm, to: 3, of: "last")
            try log.setFeeling(.calm, to: 2, of: "a")
            try log.setFeeling(.after, to: 5, of: "a")
            try log.setFeeling(.after, to: nil, of: "a")
            #expect(try log.session("a").feelings == [.calm: 2])
        }
    }

    @Test("A day keeps what was known of it when more is noted")
    func days() throws {
        try withNewLog { log in
            let (first, second) = (CivilDate(year: 2026, month: 11, day: 3), CivilDate(year: 2026, month: 11, day: 4))
            try log.note(DayNote(day: second, sleep: 4))
            try log.note(DayNote(day: first, restingBPM: 58))
            try log.note(DayNote(day: second, restingBPM: 57))
            #expect(
                try log.days() == [DayNote(day: first, restingBPM: 58), DayNote(day: second, sleep: 4, restingBPM: 57)]
            )
            try log.forgetSleep(on: second)
            try log.forgetSleep(on: first)
            #expect(try log.days().map(\.sleep) == [nil, nil])
        }
    }

    @Test("A session that is deleted takes its feelings and its quiet hour along")
    func deletion() throws {
        try withNewLog { log in
            try log.write(Run.short("a"))
            try log.setFeeling(.before, to: 3, of: "a")
            let calm = CalmWindow(fromUnixMicroseconds: 1, untilUnixMicroseconds: 2, settledBPM: 61)
            try log.setCalm(calm, of: "a")
            #expect(try log.session("a").calm == calm)
            try log.delete("a")
            try log.write(Run.short("a"))
            #expect(try log.session("a").feelings.isEmpty)
            #expect(try log.session("a").calm == nil)
        }
    }
}
