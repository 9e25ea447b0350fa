/// Takes out of a recording what tells whose it is.
enum RecordingScrubber {
    /// The recording without addresses and names.
    static func scrubbed(_ recording: [UInt8]) throws(CommandFailure) -> [UInt8] {
        throw CommandFailure(
            status: .unavailable,
            message: "a recording cannot be scrubbed yet\n--scrub goes with fit, tcx, csv and json."
        )
    }
}
