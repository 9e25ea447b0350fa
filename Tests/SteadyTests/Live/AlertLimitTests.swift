import EventLoop
import Foundation
import Glibc
import RunEngine
import Settings
import Testing
import UnixIO

@testable import steady

@Suite("A program that tells of alerts and hangs")
struct AlertLimitTests {
    private static let limit: Int64 = 100_000

    @Test("is ended at its limit, and the next alert has a program again")
    func hanging() throws {
        try inTemporaryDirectory { folder in
            let hook = folder.appending(path: "hook")
            try Data("#!/bin/sh\ntrap '' TERM INT HUP\nsleep 1000\nsleep 1000\n".utf8).write(to: hook)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: hook.path)
            let loop = try EventLoop()
            let alerts = LiveAlerts(
                .init(
                    signal: .command(hook.path),
                    includesLow: true,
                    gapSeconds: 1,
                    longestMicroseconds: Self.limit
                ),
                on: loop
            )
            for second in stride(from: Int64(0), to: 6, by: 2) {
                let began = MonotonicClock.nowMicroseconds
                alerts.take(.cue(.easeOff, atMilliseconds: second * 1000))
                let busy = try #require(alerts.busyDescriptor, "no program was started")
                // A descriptor of our own, by which the end is seen when theirs is gone.
                let watch = dup(busy)
                defer { close(watch) }
                #expect(!hasEnded(watch))
                // Another alert while it hangs starts nothing.
                alerts.take(
                    .transition(.init(timeMilliseconds: second * 1000 + 10, change: .band(from: .inside, to: .above)))
                )
                alerts.take(.cue(.easeOff, atMilliseconds: second * 1000 + 1000))
                #expect(alerts.busyDescriptor == busy)
                let isOver = try loop.run(untilMicroseconds: began + 60_000_000) { alerts.busyDescriptor == nil }
                #expect(isOver && MonotonicClock.nowMicroseconds - began >= Self.limit)
                #expect(hasEnded(watch))
                alerts.take(
                    .transition(.init(timeMilliseconds: second * 1000 + 1100, change: .band(from: .inside, to: .above)))
                )
            }
        }
    }

    private func hasEnded(_ process: CInt) -> Bool {
        var descriptor = pollfd(fd: process, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&descriptor, 1, 0) == 1
    }
}
