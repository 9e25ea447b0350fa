import Capture
import EventLoop
import Foundation
import Glibc
import HCIMonitor
import Hardware
import SensorCodec
import TestSupport
import Testing
import UnixIO

@Suite("The monitor as a process of its own")
struct MonitorFeedTests {
    private static var limit: Int64 { MonotonicClock.nowMicroseconds + 20_000_000 }

    @Test("a recorder and a reader with a pipe between them hear what the socket heard, each value at once")
    func pipe() throws {
        let packets = try Heard.packets(.both)
        let kernel = FakeKernel()
        let loop = try EventLoop()
        var ends: [CInt] = [-1, -1]
        _ = unsafe Glibc.pipe(&ends)
        let output = ends[1]
        // Larger than what a turn may write: one thread plays both processes.
        let setPipeSize: CInt = 1031  // F_SETPIPE_SZ
        _ = fcntl(output, setPipeSize, 1 << 20)
        var ending: MonitorFeed<Heard>.End?
        let input = try InputFile(path: "/dev/fd/\(ends[0])")
        close(ends[0])
        let feed = try MonitorFeed(input, on: loop, into: Heard()) { ending = $0 }
        let recorder = try MonitorRecorder(
            try MonitorSocket(adopting: kernel.theirs),
            on: loop,
            write: { bytes in _ = unsafe bytes.withUnsafeBytes { unsafe write(output, $0.baseAddress, $0.count) } },
            end: { _ in }
        )
        // Without an end of the stream: the last value waits for nothing behind it.
        #expect(try kernel.send(packets, running: loop) { feed.packetCount == packets.count })
        #expect(recorder.packetCount == packets.count)
        #expect(recorder.droppedCount == 0)
        #expect(feed.sink.timeless == Heard.directly(packets).timeless)
        #expect(ending == nil)
        close(output)
        #expect(try loop.run(untilMicroseconds: Self.limit) { ending != nil })
        #expect(ending == .complete)
    }

    @Test("a file is read to its end, with the times that it holds, moved by the caller's offset")
    func file() throws {
        let loop = try EventLoop()
        var ending: MonitorFeed<Heard>.End?
        let file = Places.captures.appending(path: SampleCapture.both.fileName)
        let feed = try MonitorFeed(
            try InputFile(path: file.path),
            on: loop,
            into: Heard(),
            offsetMicroseconds: { 5 },
            end: { ending = $0 }
        )
        #expect(try loop.run(untilMicroseconds: Self.limit) { ending != nil })
        #expect(ending == .complete)
        var expected = Heard.directly(try Heard.packets(.both))
        for index in expected.values.indices { expected.values[index].value.unixMicroseconds += 5 }
        #expect(feed.sink == expected)
    }

    @Test("what is no capture is refused, as is nothing")
    func refused() throws {
        for (path, failure) in [(#filePath, CaptureFailure.notACapture), ("/dev/null", .empty)] {
            let loop = try EventLoop()
            var ending: MonitorFeed<Heard>.End?
            let feed = try MonitorFeed(try InputFile(path: path), on: loop, into: Heard()) { ending = $0 }
            #expect(try loop.run(untilMicroseconds: Self.limit) { ending != nil })
            #expect(ending == .refused(failure))
            #expect(feed.packetCount == 0)
        }
    }
}
