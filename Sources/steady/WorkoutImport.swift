import RunEngine
import SessionStore
import UnixIO
import WorkoutFiles

/// Plays the run of a FIT or TCX file into the log.
enum WorkoutImport {
    /// Puts the run of a file into the log, unless it is there: under another name, or recorded by another device.
    static func store(
        _ bytes: [UInt8],
        of path: String,
        _ name: String,
        in log: SessionLog,
        _ settings: RunSettings
    ) throws -> WriteOutcome {
        let workout: Workout
        do {
            workout = try Workout(reading: bytes.span)
        } catch {
            throw CommandFailure(error, path: path)
        }
        if let known = try log.sessions().first(where: { $0.isSameRun(as: workout) }) {
            return .alreadyThere(id: known.id)
        }
        let plan = try settings.plan(atUnixMicroseconds: workout.startUnixMilliseconds * 1000)
        return try play(workout, of: path, name, plan, into: log)
    }

    private static func play(
        _ workout: Workout,
        of path: String,
        _ name: String,
        _ plan: ZonePlan,
        into log: SessionLog
    ) throws -> WriteOutcome {
        var session = RunSession(plan: plan, source: .replay)
        var inputs = WorkoutInputs(workout)
        while !session.hasBegun, let next = inputs.next() {
            session.apply(next.input, atUnixMicroseconds: next.unixMicroseconds)
        }
        if !session.hasBegun {
            throw CommandFailure(
                status: .badData,
                message: "\(path.printable) holds no heart rate and no movement"
            )
        }
        let time = workout.startUnixMilliseconds * 1000
        let offset = workout.utcOffsetSeconds ?? LocalTime.utcOffsetSeconds(atUnixMicroseconds: time)
        let origin = SessionOrigin(importedFrom: name, utcOffsetSeconds: offset)
        return try log.write(from: origin) { writer in
            repeat {
                try session.drainEvents { event throws(SessionLogError) in try writer.apply(event) }
                guard let next = inputs.next() else { break }
                session.apply(next.input, atUnixMicroseconds: next.unixMicroseconds)
            } while writer.isNeeded
            if !writer.isNeeded { return }
            session.advance(toUnixMicroseconds: inputs.endUnixMicroseconds)
            session.finish()
            try session.drainEvents { event throws(SessionLogError) in try writer.apply(event) }
        }
    }
}

extension SessionEntry {
    /// True when more than half of the shorter of the two lies within the longer: nobody runs two runs at once.
    ///
    /// So the same file, the same run exported by another program in whole seconds, and a watch's recording of a run that
    /// Steady has recorded are all known.
    fileprivate func isSameRun(as workout: Workout) -> Bool {
        let began = startedAtUnixMicroseconds / 1000
        let (otherBegan, other) = (workout.startUnixMilliseconds, workout.elapsedMilliseconds)
        let shared = min(began + elapsedMilliseconds, otherBegan + other) - max(began, otherBegan)
        let shorter = min(elapsedMilliseconds, other)
        return shared >= 0 && (shared * 2 > shorter || shared == shorter)
    }
}

extension CommandFailure {
    /// A file that is no run Steady can take.
    init(_ failure: WorkoutFailure, path: String) {
        let path = path.printable
        status = .badData
        switch failure {
        case .empty: message = "\(path) is empty"
        case .notAWorkout: message = "\(path) is no workout file\nSteady imports FIT and TCX files."
        case .zipArchive: message = "\(path) is a zip archive\nUnpack it, and import the FIT or TCX file in it."
        case .gzipped: message = "\(path) is packed by gzip\nUnpack it with `gunzip`, and import what comes out."
        case .truncated(let format):
            message =
                "\(path) is cut off: the \(format.rawValue) file ends before its end\n"
                + "Copy it from the device again, whole."
        case .damaged(let format, let offset):
            message =
                "\(path) is damaged: it is no sound \(format.rawValue) file at octet \(offset)\n"
                + "Copy it from the device again."
        case .notAnActivity(_, let name):
            message =
                "\(path) is a FIT file, but no activity: it holds \(name)\n"
                + "The runs of a device are in its folder Activity."
        case .otherXML(let root): message = "\(path) is XML, but no TCX file: it holds <\(root.printable)>"
        case .documentType: message = "\(path) declares a document type, which no TCX file does; it was not read"
        case .otherEncoding: message = "\(path) is not in UTF-8\nSave it as UTF-8, and import that."
        case .otherSport(let name):
            message = "\(path) is \(name): Steady keeps running and walking only"
        case .severalActivities(let count):
            message = "\(path) holds \(count) activities\nExport them one by one, and import those files."
        case .noRecords: message = "\(path) holds no moment of a run"
        case .undated:
            message = "\(path) has no date: the device did not know the time when it recorded this"
        case .tooLong: message = "\(path) is longer than a run can be: more than a week, or more than 64 MiB"
        case .timeOutOfRange: message = "\(path) holds times that no calendar has"
        }
    }
}
