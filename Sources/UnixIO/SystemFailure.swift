import Glibc

/// A system call that failed: which one, on what, and why.
public struct SystemFailure: Error, Equatable, Sendable {
    /// What was tried, as a verb for a person: `open`, `read`, `write`.
    public let action: String
    /// The file or stream.
    public let subject: String
    /// The error number of the C library.
    public let code: CInt

    package init(action: String, subject: String, code: CInt) {
        self.action = action
        self.subject = subject
        self.code = code
    }

    /// Why, in the C library's words.
    public var reason: String {
        unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }

    /// No such file, or a part of the path that is none.
    public var isNoSuchFile: Bool { code == ENOENT || code == ENOTDIR || code == ENAMETOOLONG || code == ELOOP }
    /// The user may not.
    public var isNotPermitted: Bool { code == EACCES || code == EPERM }
    /// Whoever read the other end is gone.
    public var isClosedPipe: Bool { code == EPIPE }
    /// Something of that name is there already.
    public var isAlreadyThere: Bool { code == EEXIST }
    /// A directory where a file was wanted.
    public var isDirectory: Bool { code == EISDIR }
}

/// Runs a system call again while signals interrupt it; negative answers become a ``SystemFailure``.
package func systemCall<Result: SignedInteger>(
    _ action: String,
    _ subject: String,
    _ call: () -> Result
) throws(SystemFailure) -> Result {
    while true {
        let result = call()
        if result >= 0 { return result }
        let code = errno
        if code != EINTR { throw SystemFailure(action: action, subject: subject, code: code) }
    }
}
