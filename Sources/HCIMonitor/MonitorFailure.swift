import Glibc
public import UnixIO

/// Why the kernel's Bluetooth cannot be asked, in words that say what to do about it.
public enum MonitorFailure: Error, Equatable, Sendable {
    /// There is no Bluetooth: the kernel was built without, its module is not there, or the program runs in a
    /// container with a network of its own, to which the kernel gives none.
    case noBluetooth
    /// The user may not listen.
    case notPermitted
    /// Anything else.
    case system(SystemFailure)

    init(_ failure: SystemFailure) {
        switch failure.code {
        case EAFNOSUPPORT, EPROTONOSUPPORT: self = .noBluetooth
        case EPERM, EACCES: self = .notPermitted
        default: self = .system(failure)
        }
    }
}

extension MonitorFailure: CustomStringConvertible {
    /// What is wrong, and what to do about it.
    public var description: String {
        switch self {
        case .noBluetooth:
            """
            this kernel has no Bluetooth. On a machine that should have it: sudo modprobe bluetooth. In a container: \
            run it with the host's network (--network host), or run steady outside.
            """
        case .notPermitted:
            """
            hearing all Bluetooth traffic of the machine takes the capability CAP_NET_RAW. Either keep it to a small \
            process: sudo steady monitor | steady live --transport monitor --from - \
            Or give it to the program: sudo setcap cap_net_raw+ep "$(readlink -f "$(command -v steady)")"
            """
        case .system(let failure): "cannot \(failure.action) \(failure.subject): \(failure.reason)"
        }
    }
}
