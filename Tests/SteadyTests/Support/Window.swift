import Foundation
import Glibc
import TestSupport
import Testing

/// A terminal window in which the program runs: a pseudo terminal that is the program's controlling one.
final class Window {
    /// Gives a program a controlling terminal.
    static let launcher = Places.program("setsid")
    static let noLauncher: Comment = "setsid of util-linux is not installed"

    /// What did not happen in time.
    struct NeverCame: Error, CustomStringConvertible {
        let description: String
    }

    private static let deadlineSeconds: Int64 = 60
    /// TIOCSPTLCK and TIOCGPTN of Linux, which C's headers make of macros that Swift does not see.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    private var master: CInt
    private var terminal: FileHandle?
    private let process = Process()
    /// What is seen.
    private(set) var screen: ScreenText
    /// What goes on beside the window: called over and over for a few milliseconds while something is waited for.
    var meanwhile: (() throws -> Void)?

    /// Opens a window and runs a command of Steady in it, or another program.
    init(
        _ arguments: [String],
        program: URL = Program.file,
        columns: UInt16,
        rows: UInt16,
        environment: [String: String] = [:]
    ) throws {
        master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var isLocked: CInt = 0
        var number: CInt = 0
        try #require(master >= 0)
        try #require(unsafe ioctl(master, Self.setLock, &isLocked) == 0 && ioctl(master, Self.getNumber, &number) == 0)
        screen = ScreenText(columns: Int(columns), rows: Int(rows))
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &size)
        // Held open here too, so that what the program printed last can be read after it has gone.
        let descriptor = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        try #require(descriptor >= 0)
        let terminal = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        self.terminal = terminal
        let launcher: URL = try #require(Self.launcher)
        // What the threads of tests keep signals from, the program is not to inherit.
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["--default-signal", launcher.path, "--ctty", "--wait", program.path] + arguments
        process.environment = Program.environment.merging(["TERM": "xterm"]) { $1 }.merging(environment) { $1 }
        process.standardInput = terminal
        process.standardOutput = terminal
        process.standardError = terminal
        try process.run()
    }

    deinit {
        if process.isRunning { signal(SIGKILL) }
        if master >= 0 { close(master) }
    }

    // MARK: What a person does

    /// Types keys.
    func type(_ keys: String) {
        let octets = Array(keys.utf8)
        _ = unsafe octets.withUnsafeBytes { unsafe write(master, $0.baseAddress, $0.count) }
    }

    /// Pulls the window to another size; the kernel tells the program.
    func resize(columns: UInt16, rows: UInt16) {
        screen.resize(columns: Int(columns), rows: Int(rows))
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// Somebody else wipes the screen.
    func forget() { screen.resize(columns: screen.columns, rows: screen.rows) }

    /// Sends a signal to what runs in the foreground.
    func signal(_ number: CInt) {
        let group = tcgetpgrp(master)
        if group > 0 { kill(-group, number) }
    }

    /// Closes the window.
    func shut() {
        terminal = nil
        close(master)
        master = -1
    }

    // MARK: What a person sees

    /// Looks on until the screen shows what is awaited.
    func wait(for what: String, _ isThere: (ScreenText) -> Bool) throws {
        let end = Self.now + Self.deadlineSeconds
        while !isThere(screen) {
            guard Self.now < end else {
                throw NeverCame(
                    description: "\(what) never came; the screen is:\n\(screen.lines.joined(separator: "\n"))"
                )
            }
            try pass(milliseconds: 100)
        }
    }

    private func pass(milliseconds: CInt) throws {
        try meanwhile?()
        if master < 0 {
            if meanwhile == nil { usleep(useconds_t(milliseconds) * 1000) }
        } else {
            look(milliseconds: meanwhile == nil ? milliseconds : 0)
        }
    }

    /// Looks on until the program has ended, and tells its exit status; `nil` when a signal ended it.
    func waitForEnd() throws -> Int32? {
        let end = Self.now + Self.deadlineSeconds
        while process.isRunning {
            guard Self.now < end else { throw NeverCame(description: "the end never came") }
            try pass(milliseconds: 20)
        }
        process.waitUntilExit()
        while master >= 0, look(milliseconds: 0) {}
        return process.terminationReason == .exit ? process.terminationStatus : nil
    }

    /// The terminal shows what is typed and waits for whole lines, as it does before any program changes it.
    var isCooked: Bool {
        var state = termios()
        guard unsafe tcgetattr(master, &state) == 0 else { return false }
        let flags = tcflag_t(ECHO | ICANON | ISIG)
        return state.c_lflag & flags == flags && state.c_oflag & tcflag_t(OPOST) != 0
    }

    /// Takes in what was sent; false when nothing came.
    @discardableResult
    private func look(milliseconds: CInt) -> Bool {
        var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&descriptor, 1, milliseconds) > 0 else { return false }
        var octets = [UInt8](repeating: 0, count: 4096)
        let count = unsafe read(master, &octets, octets.count)
        guard count > 0 else { return false }
        screen.receive(octets[0..<count])
        return true
    }

    private static var now: Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec)
    }
}
