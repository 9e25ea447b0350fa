public import Doctor
public import EventLoop
public import UnixIO

/// Keeps an eye on the Bluetooth adapters of this machine: plugged in, pulled out, blocked, let free.
///
/// It tells what D-Bus cannot: adapters while BlueZ is away, and why one is off. No news at all is usual in a container,
/// where the kernel sends none: what BlueZ says of its adapters still counts there. For one thread, the loop's.
public final class AdapterWatch {
    /// What is plugged in now.
    public private(set) var adapters: HostAdapters
    /// Whether news can be asked for at all; without it ``adapters`` stays as it was found.
    public let isListening: Bool

    private let udev: Udev
    private let monitor: UdevMonitor?
    private let loop: EventLoop
    private let handler: (HostAdapters) -> Void

    /// Looks at what is plugged in, and calls `handler` on the loop's thread with each change from then on. Throws where
    /// libudev does not work at all.
    public init(on loop: EventLoop, _ handler: @escaping (HostAdapters) -> Void) throws(SystemFailure) {
        self.loop = loop
        self.handler = handler
        udev = try Udev()
        // The monitor first: what is plugged in between is in the list, or comes as news, or both.
        monitor = try? udev.monitor()
        isListening = monitor != nil
        adapters = HostAdapters(udev)
        guard let monitor else { return }
        try loop.watch(monitor.descriptor) { [weak self] _ in self?.look() }
    }

    deinit {
        if let monitor { loop.unwatch(monitor.descriptor) }
    }

    /// Looks at everything again: with two or three devices that is simpler than following each piece of news, and right
    /// when some were lost.
    private func look() {
        guard let monitor, monitor.takeNews() else { return }
        let found = HostAdapters(udev)
        if found == adapters { return }
        adapters = found
        handler(found)
    }
}
