public import Doctor
import UnixIO

/// Gathers what the doctor looks at: files of the system, and what small programs of it say. Slow for a program (some
/// ten milliseconds), and it changes nothing.
public struct HostProbe {
    /// Where the file system begins, without a slash at its end: `` for the machine itself, another place for tests.
    private let root: String
    /// Runs a program and answers what it printed, `nil` when there is none or it failed.
    private let ask: (String, [String]) -> String?

    /// A probe of this machine.
    public init() { self.init(root: "") { Self.answer(of: $0, $1) } }

    init(root: String, ask: @escaping (String, [String]) -> String?) {
        self.root = root
        self.ask = ask
    }

    /// What this machine tells. What BlueZ and the sensors tell is given by who asked them.
    ///
    /// `home` is the directory of the log, which need not exist yet; `nil` when there is none.
    public func facts(home: String?, adapters: HostAdapters, bluez: BluetoothFacts) -> HostFacts {
        var facts = HostFacts()
        facts.adapters = adapters
        facts.bluez = bluez
        facts.bluetoothd = service
        facts.limits = limits(of: adapters.list.first?.name)
        // The file ends in a zero.
        facts.isRaspberryPi = text("/proc/device-tree/model")?.hasPrefix("Raspberry Pi") ?? false
        facts.usesOwnWiFi = usesOwnWiFi
        facts.groups = ask("id", ["-Gn"])?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
        facts.mayMonitor = text("/proc/self/status").flatMap(ProcessStatus.mayOpenRawSockets)
        facts.home = home
        facts.isHomeWritable = home.map(isWritable)
        return facts
    }

    // MARK: - BlueZ

    /// Where distributions keep the program: Debian 12 and upstream, Debian 11 and older, others.
    private static let places = [
        "/usr/libexec/bluetooth/bluetoothd", "/usr/lib/bluetooth/bluetoothd", "/usr/sbin/bluetoothd",
    ]

    private var service: BluetoothService {
        let program = Self.places.map { root + $0 }.first(where: FileQuestions.isExecutable)
        let answer = ask("systemctl", ["show", "bluetooth.service", "--property=LoadState,ActiveState"])
        return BluetoothService(
            isInstalled: program != nil,
            state: answer.map(BluetoothService.State.init(systemctl:)) ?? .unknown,
            version: program.flatMap { ask($0, ["--version"]) }.flatMap { BlueZVersion($0) }
        )
    }

    /// What the kernel took for an adapter, which only root may read; else what main.conf sets.
    private func limits(of adapter: String?) -> ConnectionLimits {
        let set = ConnectionLimits(mainConf: text("/etc/bluetooth/main.conf") ?? "")
        guard let adapter else { return set }
        let folder = "/sys/kernel/debug/bluetooth/\(adapter)/"
        func number(_ name: String) -> Int? {
            text(folder + name).flatMap { Int($0.filter { !$0.isWhitespace }) }
        }
        return ConnectionLimits(
            minimumInterval: number("conn_min_interval"),
            maximumInterval: number("conn_max_interval"),
            latency: number("conn_latency"),
            supervisionTimeout: number("supervision_timeout")
        ).completed(by: set)
    }

    // MARK: - The machine

    /// A Raspberry Pi's own Wi-Fi has Broadcom's driver, and its interface is up while it is in a network.
    private var usesOwnWiFi: Bool {
        text("/sys/class/net/wlan0/device/uevent")?.contains("DRIVER=brcmfmac") == true
            && text("/sys/class/net/wlan0/operstate")?.hasPrefix("up") == true
    }

    /// A directory that is not there yet can be made where its next parent can be written. The dot at the end refuses
    /// a file in its place.
    private func isWritable(_ directory: String) -> Bool {
        var path = Substring(directory)
        while !path.isEmpty, !FileQuestions.exists(root + path) {
            path = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
        }
        let isRelative = path.isEmpty && !directory.hasPrefix("/")
        return FileQuestions.isWritable(isRelative ? "." : root + path + "/.")
    }

    private func text(_ path: String) -> String? { FileQuestions.text(of: root + path) }

    private static func answer(of program: String, _ arguments: [String]) -> String? {
        guard let output = try? ChildProcess.output(of: program, arguments), output.exitStatus == 0 else { return nil }
        return output.text
    }
}
