import Adapters
import BlueZ
import Doctor
import EventLoop
import UnixIO

/// What the machine lacks, in the words that help most: bluetoothd says that an adapter is off, udev says why.
final class HostWords {
    private var watch: AdapterWatch?
    /// Called when an adapter was plugged in, pulled out, blocked or let free.
    var onChange: (() -> Void)?

    /// Watches from now on; where udev tells nothing, bluetoothd's word has to do.
    init(on loop: EventLoop) {
        watch = try? AdapterWatch(on: loop) { [weak self] _ in self?.onChange?() }
    }

    /// For a run that needs nothing of the machine: nothing is watched.
    init() {}

    /// A sentence about a state; `nil` when nothing is lacking.
    func sentence(for state: HostState) -> String? {
        switch state {
        case .adapterOff(let name):
            guard let adapter = watch?.adapters.list.first(where: { $0.name == name }) else { break }
            switch adapter.block {
            case .none: return "The Bluetooth adapter \(name) is off: bluetoothctl power on"
            case .soft: return "The Bluetooth adapter \(name) is blocked: rfkill unblock bluetooth"
            case .hard: return "A switch or key of this machine blocks the Bluetooth adapter \(name)."
            }
        case .noAdapter:
            if let adapter = watch?.adapters.list.first {
                return
                    "The Bluetooth adapter \(adapter.name) is there, but not for Bluetooth's service, or another is chosen."
            }
        case .starting, .noBus, .noService, .ready: break
        }
        return LinkWords.sentence(for: state)
    }
}
