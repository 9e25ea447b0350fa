import UnixIO

/// A message bus of our own with a bluetoothd on it that is none; both end with this.
final class PrivateBus {
    /// Where files of this benchmark lie.
    let folder: String
    private let daemon: BackgroundProcess
    private let service: BackgroundProcess

    /// Anybody may do anything: nobody else knows of this bus.
    private static func configuration(_ socket: String) -> String {
        """
        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
         "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig>
          <listen>unix:path=\(socket)</listen>
          <auth>EXTERNAL</auth>
          <policy context="default">
            <allow send_destination="*" eavesdrop="true"/>
            <allow receive_sender="*"/>
            <allow own="*"/>
            <allow user="*"/>
          </policy>
        </busconfig>
        """
    }

    /// Starts both and waits until they are there. Programs that are started later take this bus for the system's.
    init(bluetoothd arguments: [String]) throws(SystemFailure) {
        folder = "/tmp/steady-benchmark-\(MonotonicClock.nowMicroseconds)"
        try PrivateFolder.make(folder)
        let socket = folder + "/bus"
        try OutputFile.write(Array(Self.configuration(socket).utf8), path: folder + "/bus.conf")
        daemon = try BackgroundProcess("dbus-daemon", ["--config-file=\(folder)/bus.conf", "--nofork", "--nopidfile"])
        Environment.set("DBUS_SYSTEM_BUS_ADDRESS", to: "unix:path=\(socket)")
        let ready = folder + "/ready"
        service = try BackgroundProcess(CommandLine.arguments[0], arguments + [ready])
        try Self.wait(for: ready)
    }

    private static func wait(for path: String) throws(SystemFailure) {
        let latest = MonotonicClock.nowMicroseconds + 5_000_000
        while true {
            do throws(SystemFailure) {
                _ = try InputFile(path: path)
                return
            } catch {
                if MonotonicClock.nowMicroseconds > latest { throw error }
                MonotonicClock.sleep(untilMicroseconds: MonotonicClock.nowMicroseconds + 10_000)
            }
        }
    }
}
