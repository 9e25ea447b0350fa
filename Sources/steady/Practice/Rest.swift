import ArgumentParser
import BlueZ
import Practice
import Reporting
import RunEngine
import SessionStore
import Settings
import UnixIO

/// Measures a resting heart rate, seated, and keeps it.
struct Rest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rest",
        abstract: "Measure your resting heart rate: five minutes, seated.",
        discussion: """
            The lowest median of a minute counts, after a first minute to settle. Your zones go by the median of the last
            seven readings. Seated is the way to do it: lying down, or on waking, it would be lower.
            """
    )

    @Argument(
        help: ArgumentHelp("A recording to measure instead: btsnoop, pcap or pcapng.", valueName: "file"),
        completion: .file()
    )
    var file: String?

    @Flag(help: "One JSON object.")
    var json = false

    @OptionGroup var live: LiveOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let home = try common.directory()
        try SettingsFile(home: home).checkRunner()
        let (measurement, time) = try file.map(measured(from:)) ?? measured(in: home)
        switch measurement.state {
        case .done(let bpm):
            try keep(RestingReading(day: CivilDate(localAtUnixMicroseconds: time), bpm: bpm), in: home)
        case .refused(let refusal):
            let isInterrupted = refusal == .endedEarly && file == nil
            throw CommandFailure(
                status: isInterrupted ? .interrupted : .badData,
                message: RestReport.sentence(for: refusal)
            )
        case .waiting, .measuring: break
        }
    }

    /// Any plan does: a resting heart rate needs no zones.
    private func settings() throws -> RunSettings {
        try RunSettings(profile: RunnerProfile(), on: CivilDate(unixMicroseconds: WallClock.nowUnixMicroseconds))
    }

    /// Measures a recording; answers also when it began, in microseconds since 1970-01-01 UTC.
    private func measured(from file: String) throws -> (RestingMeasurement, Int64) {
        var run = try ReplayRun(path: file, settings: try settings(), endMilliseconds: nil, isQuiet: true)
        var measurement = RestingMeasurement()
        let take = { (event: RunEvent, measurement: inout RestingMeasurement) in
            if case .sample(let sample) = event { measurement.take(sample) }
        }
        while !measurement.isOver, try run.step({ take($0, &measurement) }) {}
        try run.finish { take($0, &measurement) }
        measurement.finish()
        return (measurement, run.session.header?.startedAtUnixMicroseconds ?? 0)
    }

    /// Measures the runner.
    private func measured(in home: String) throws -> (RestingMeasurement, Int64) {
        let program = try LiveProgram(
            .init(
                settings: try settings(),
                options: live,
                home: home,
                idleEnd: nil,
                endsWithoutHost: true,
                isKept: false
            )
        )
        let watcher = RestWatcher(words: program.words, isQuiet: json)
        program.run.watcher = watcher
        program.onTick = { [unowned program] in LiveChoice.explain(program) }
        watcher.onOver = { [unowned program] in program.endSoon() }
        watcher.begin()
        _ = try program.play(watchesSignals: true)
        watcher.measurement.finish()
        return (watcher.measurement, WallClock.nowUnixMicroseconds)
    }

    private func keep(_ reading: RestingReading, in home: String) throws {
        var file = try SettingsFile(home: home)
        var readings = file.settings.runner.profile.restingReadings
        // A recording that is measured again is the same reading.
        if self.file == nil || !readings.contains(reading) { readings.append(reading) }
        readings = Array(
            readings.enumerated().sorted {
                ($0.element.day.daysSince1970, $0.offset) < ($1.element.day.daysSince1970, $1.offset)
            }
            .map(\.element).suffix(RestingReading.keptCount)
        )
        var changed = file.settings
        // A number that was given by hand gives way to what was measured.
        changed.forget(.resting)
        changed.set(.restingReadings, to: RunnerText.text(readings))
        do throws(ProfileError) {
            _ = try changed.runner.profile.plan(on: reading.day)
        } catch {
            throw CommandFailure(status: .badData, message: "\(reading.bpm) bpm is not kept: \(error.description)")
        }
        try file.change { $0 = changed }
        // The settings keep the last few, the log each day's: over weeks it tells more than over days.
        do {
            try common.withLog { try $0.note(DayNote(day: reading.day, restingBPM: reading.bpm)) }
        } catch {
            StandardError.print("steady: \(CommandFailure(error, about: home).message)")
        }
        let profileBPM = RestingReading.profileBPM(of: readings) ?? reading.bpm
        try writingOutput {
            var output = StandardOutput()
            if json {
                var text = JSONWriter()
                text.rest(reading, profileBPM: profileBPM, readings: readings)
                try output.write(text.text)
            } else {
                let lines = RestReport.lines(bpm: reading.bpm, profileBPM: profileBPM, readingCount: readings.count)
                for line in lines { try output.print(line) }
            }
            try output.flush()
        }
    }
}

/// Measures while the runner sits, and says every ten seconds how it goes.
private final class RestWatcher: LiveWatcher {
    var measurement = RestingMeasurement()
    var onOver: (() -> Void)?
    private let talker: PracticeTalker
    private var toldSeconds = 0

    init(words: HostWords, isQuiet: Bool) { talker = PracticeTalker(words: words, isQuiet: isQuiet) }

    func begin() { talker.say(RestReport.invitation) }

    func show(_ event: RunEvent) {
        guard case .sample(let sample) = event, !measurement.isOver else { return }
        measurement.take(sample)
        let seconds = measurement.elapsedSeconds
        if seconds >= toldSeconds + 10 {
            toldSeconds = seconds / 10 * 10
            talker.say([RestReport.progress(seconds: toldSeconds, bpm: sample.heartRateBPM)])
        }
        if measurement.isOver { onOver?() }
    }

    func show(_ event: LinkEvent) { talker.show(event) }
    func tell(_ notice: String) { talker.tell(notice) }
}
