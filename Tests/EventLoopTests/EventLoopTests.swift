import EventLoop
import Foundation
import Testing
import UnixIO

@Suite("The event loop")
struct EventLoopTests {
    private let loop: EventLoop
    private var now: Int64 { MonotonicClock.nowMicroseconds }

    init() throws { loop = try EventLoop() }

    /// Runs for at most two seconds.
    private func run(until condition: () -> Bool) throws -> Bool {
        try loop.run(untilMicroseconds: now + 2_000_000, or: condition)
    }

    @Test("timers come in the order of their moments, and of one moment in the order they were set")
    func timersInOrder() throws {
        let start = now
        var seen: [Int] = []
        loop.schedule(atMicroseconds: start + 9000) { seen.append(4) }
        loop.schedule(atMicroseconds: start + 3000) { seen.append(2) }
        loop.schedule(atMicroseconds: start + 3000) { seen.append(3) }
        loop.schedule(atMicroseconds: .min) { seen.append(1) }
        #expect(try run { seen.count == 4 })
        #expect(seen == [1, 2, 3, 4])
        #expect(now - start >= 9000)
    }

    @Test("no timer comes before its moment")
    func notBefore() throws {
        var isEarly = false
        var count = 0
        for step in 0..<20 {
            let moment = now + Int64(step) * 777
            loop.schedule(atMicroseconds: moment) {
                count += 1
                if MonotonicClock.nowMicroseconds < moment { isEarly = true }
            }
        }
        #expect(try run { count == 20 })
        #expect(!isEarly)
    }

    @Test("a timer that is taken back does not come, even by one of the same moment")
    func cancel() throws {
        var seen: [Int] = []
        let moment = now + 1000
        var second: TimerID?
        loop.schedule(atMicroseconds: moment) {
            seen.append(1)
            if let second { loop.cancel(second) }
        }
        second = loop.schedule(atMicroseconds: moment) { seen.append(2) }
        loop.schedule(atMicroseconds: moment + 2000) { seen.append(3) }
        #expect(try run { seen.contains(3) })
        #expect(seen == [1, 3])
    }

    @Test("timers that set themselves again at once leave descriptors their turn")
    func timersAndDescriptors() throws {
        let pipe = Pipe()
        var isReadable = false
        try loop.watch(pipe.fileHandleForReading.fileDescriptor) { _ in isReadable = true }
        var rounds = 0
        func again() {
            rounds += 1
            if rounds == 10 { try? pipe.fileHandleForWriting.write(contentsOf: Data([1])) }
            if rounds < 100_000 { loop.schedule(atMicroseconds: 0, again) }
        }
        again()
        #expect(try run { isReadable })
        #expect(rounds < 100)
    }

    @Test("running stops at its moment when nothing happens")
    func deadline() throws {
        let start = now
        #expect(try !loop.run(untilMicroseconds: start + 5000, or: { false }))
        #expect(now - start >= 5000)
        #expect(now - start < 1_000_000)
    }

    @Test("stop ends a run after the closure that asks for it")
    func stop() throws {
        var seen: [Int] = []
        loop.schedule(atMicroseconds: 0) {
            loop.stop()
            seen.append(1)
        }
        loop.schedule(atMicroseconds: 0) { seen.append(2) }
        try loop.run()
        #expect(seen == [1])
        #expect(try run { seen.count == 2 })
    }

    @Test("handlers may watch and forget descriptors, their own and others")
    func watchInside() throws {
        let pipes = [Pipe(), Pipe(), Pipe()]
        let numbers = pipes.map(\.fileHandleForReading.fileDescriptor)
        var seen: [Int] = []
        for pipe in pipes { try pipe.fileHandleForWriting.write(contentsOf: Data([1])) }
        // All are ready at once; the first forgets the second, and itself, and begins to watch the third.
        try loop.watch(numbers[0]) { _ in
            seen.append(0)
            loop.unwatch(numbers[0])
            loop.unwatch(numbers[1])
            try? loop.watch(numbers[2]) { _ in
                seen.append(2)
                loop.unwatch(numbers[2])
            }
        }
        try loop.watch(numbers[1]) { _ in seen.append(1) }
        #expect(try run { seen.contains(2) })
        #expect(seen == [0, 2])
        #expect(try !loop.run(untilMicroseconds: now + 3000, or: { seen.count > 2 }))
    }

    @Test("what is ready of a descriptor that was closed does not reach whoever got its number next")
    func reusedNumber() throws {
        var first: Pipe? = Pipe()
        let victim = Pipe()
        var next: Pipe?
        var isToldFalsely = false
        let number = try #require(first?.fileHandleForReading.fileDescriptor)
        try victim.fileHandleForWriting.write(contentsOf: Data([1]))
        try first?.fileHandleForWriting.write(contentsOf: Data([1]))
        var rounds = 0
        // The victim's handler closes the other descriptor, whose event has been fetched, and reuses its number.
        try loop.watch(victim.fileHandleForReading.fileDescriptor) { _ in
            rounds += 1
            guard first != nil else { return }
            loop.unwatch(number)
            first = nil
            let pipe = Pipe()
            next = pipe
            for end in [pipe.fileHandleForReading, pipe.fileHandleForWriting] where end.fileDescriptor == number {
                try? loop.watch(number) { readiness in if readiness.contains(.readable) { isToldFalsely = true } }
            }
        }
        try loop.watch(number) { _ in }
        #expect(try run { rounds > 3 })
        #expect(next != nil)
        #expect(!isToldFalsely)
    }

    @Test("the end of the other side is told")
    func closed() throws {
        let pipe = Pipe()
        var readiness: EventLoop.Readiness = []
        let number = pipe.fileHandleForReading.fileDescriptor
        try loop.watch(number) {
            readiness.formUnion($0)
            loop.unwatch(number)
        }
        try pipe.fileHandleForWriting.close()
        #expect(try run { !readiness.isEmpty })
        #expect(!readiness.isDisjoint(with: .closed))
    }

    @Test("a descriptor that nobody watches is an error, and so is one watched twice")
    func mistakes() throws {
        #expect(throws: SystemFailure.self) { try loop.watch(-1) { _ in } }
        let pipe = Pipe()
        try loop.watch(pipe.fileHandleForReading.fileDescriptor) { _ in }
        #expect(throws: SystemFailure.self) { try loop.watch(pipe.fileHandleForReading.fileDescriptor) { _ in } }
        loop.unwatch(4_000)
    }

    @Test("letters of other threads come on the loop's thread, in their order")
    func mailbox() throws {
        let mailbox = loop.mailbox
        let seen = Seen()
        let here = pthread_self()
        Thread.detachNewThread {
            for number in 0..<1000 {
                mailbox.post { seen.add(number, isHome: pthread_equal(pthread_self(), seen.home) != 0) }
            }
        }
        seen.home = here
        #expect(try run { seen.numbers.count == 1000 })
        #expect(seen.numbers == Array(0..<1000))
        #expect(seen.isHome)
    }

    @Test("preparations are made before each wait, until they are taken back")
    func preparations() throws {
        var count = 0
        let id = loop.beforeWaiting { count += 1 }
        var rounds = 0
        func again() {
            rounds += 1
            loop.schedule(atMicroseconds: 0, again)
        }
        again()
        #expect(try run { rounds == 5 })
        #expect(count >= 4)
        loop.forget(id)
        let before = count
        #expect(try run { rounds == 10 })
        #expect(count == before)
    }

    @Test("signals come as events, and the mask is put back")
    func signals() throws {
        var seen: [Int32] = []
        var mask = sigset_t()
        unsafe pthread_sigmask(SIG_BLOCK, nil, &mask)
        let wasBlocked = unsafe sigismember(&mask, SIGUSR1)
        do {
            let watch = try SignalWatch([SIGUSR1, SIGWINCH], on: loop) { seen.append($0) }
            raise(SIGUSR1)
            raise(SIGWINCH)
            #expect(try run { seen.count == 2 })
            #expect(Set(seen) == [SIGUSR1, SIGWINCH])
            unsafe pthread_sigmask(SIG_BLOCK, nil, &mask)
            #expect(unsafe sigismember(&mask, SIGUSR1) == 1)
            withExtendedLifetime(watch) {}
        }
        unsafe pthread_sigmask(SIG_BLOCK, nil, &mask)
        #expect(unsafe sigismember(&mask, SIGUSR1) == wasBlocked)
    }
}

/// What the letters brought; touched on the loop's thread only, and by the poster only to be handed on.
private final class Seen: @unchecked Sendable {
    var home = pthread_self()
    private(set) var numbers: [Int] = []
    private(set) var isHome = true

    func add(_ number: Int, isHome: Bool) {
        numbers.append(number)
        self.isHome = self.isHome && isHome
    }
}
