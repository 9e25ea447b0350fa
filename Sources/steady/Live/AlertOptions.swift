import ArgumentParser
import Settings

/// How the runner is told of an effort that has left the band, for one call; the settings say the rest. With nothing said,
/// nothing sounds: a bell for a high heart rate can worry, and the screen says the same.
struct AlertOptions: ParsableArguments {
    /// At most one a minute.
    private static let gapSeconds = 60

    @Option(
        help: ArgumentHelp(
            "When the effort has been above the band for a while: bell, off, or command:PROGRAM, which gets high or low "
                + "as its argument and the event as JSON. Default: off.",
            valueName: "signal"
        )
    )
    var alert: AlertArgument?

    @Flag(help: "Tell of an effort below the band as well.")
    var alertLow = false

    /// What goes, with what the settings say.
    func plan(_ settings: AlertSettings?) -> LiveAlerts.Plan {
        LiveAlerts.Plan(
            signal: alert?.signal ?? settings?.signal ?? .off,
            includesLow: alertLow || settings?.includesLow ?? false,
            gapSeconds: settings?.gapSeconds ?? Self.gapSeconds
        )
    }
}

/// `bell`, `command:paplay-alert`
struct AlertArgument: ExpressibleByArgument {
    var signal: AlertSignal

    init?(argument: String) {
        guard let signal = AlertSignal(argument) else { return nil }
        self.signal = signal
    }
}
