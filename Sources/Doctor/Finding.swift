/// One thing that the doctor found: what is so, what mends it, and why it matters.
public struct Finding: Equatable, Sendable {
    /// Which thing; stable, for programs.
    public var cause: Cause
    /// How much it matters.
    public var severity: Severity
    /// What is so, in one line.
    public var what: String
    /// What mends it; `nil` where nothing needs to be.
    public var mend: Mend?
    /// Why it matters.
    public var why: String

    /// How much a finding matters; the worst first.
    public enum Severity: Int, Comparable, CaseIterable, Sendable {
        /// Steady does not work until it is mended.
        case stops
        /// Steady works, perhaps badly.
        case mayTrouble
        /// All is well, or nothing that a run needs.
        case fine

        /// The worse one first.
        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

        /// Its name for programs.
        public var name: String {
            switch self {
            case .stops: "stops"
            case .mayTrouble: "may_trouble"
            case .fine: "fine"
            }
        }
    }

    /// What mends a thing.
    public enum Mend: Equatable, Sendable {
        /// A command for the shell of a Debian system, to be typed as it stands.
        case command(String)
        /// Something that no command does, as a sentence.
        case byHand(String)

        /// The command or the sentence.
        public var text: String {
            switch self {
            case .command(let text), .byHand(let text): text
            }
        }
    }

    /// The things that the doctor knows, in the order of importance among those of one severity: what comes first in the
    /// chain from the radio to the log hides what comes behind it.
    public enum Cause: String, CaseIterable, Sendable {
        case noAdapter = "no_adapter"
        case adapterWithoutDriver = "adapter_without_driver"
        case hardBlocked = "hard_blocked"
        case softBlocked = "soft_blocked"
        case bluezMissing = "bluez_missing"
        case bluetoothdMasked = "bluetoothd_masked"
        case bluetoothdFailed = "bluetoothd_failed"
        case bluetoothdStopped = "bluetoothd_stopped"
        case noSystemBus = "no_system_bus"
        case accessDenied = "access_denied"
        case busError = "bus_error"
        case adapterUnknownToBlueZ = "adapter_unknown_to_bluez"
        case poweredOff = "powered_off"
        case limitsRefuse = "limits_refuse"
        case homeNotWritable = "home_not_writable"
        case bluezVersion = "bluez_version"
        case sensorTaken = "sensor_taken"
        case slowSensor = "slow_sensor"
        case shortTimeout = "short_timeout"
        case sharedRadio = "shared_radio"
        case adapterSleeps = "adapter_sleeps"
        case bluezNotAsked = "bluez_not_asked"
        case adapterReady = "adapter_ready"
        case limitsUsual = "limits_usual"
        case monitor
    }
}
