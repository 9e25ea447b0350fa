import Hardware
import RunEngine

/// What a run goes by besides its packets: the runner's numbers, and what they say of their treadmill.
struct RunSettings {
    /// The runner's numbers; they make a plan.
    let profile: RunnerProfile
    /// The zones and the band of today.
    let plan: ZonePlan
    /// The unit of the treadmill's speed, by the runner's word.
    var speedUnit: ConsoleUnit?

    /// Numbers that are checked on a day.
    init(profile: RunnerProfile, on day: CivilDate, speedUnit: ConsoleUnit? = nil) throws(ProfileError) {
        self.profile = profile
        plan = try profile.plan(on: day)
        self.speedUnit = speedUnit
    }

    /// True when zones and band may be others on another day: the age follows from a birth.
    var dependsOnDay: Bool { profile.birth != nil && profile.ageYears == nil }

    /// The zones and the band of a session, by when it began, in microseconds since 1970-01-01 UTC.
    func plan(atUnixMicroseconds time: Int64) throws(CommandFailure) -> ZonePlan {
        if !dependsOnDay { return plan }
        let day = CivilDate(unixMicroseconds: time)
        do throws(ProfileError) {
            return try profile.plan(on: day)
        } catch {
            throw CommandFailure(
                status: .badData,
                message: "on \(day), when this began, your zones cannot be made: \(error.description)\n"
                    + "Give --age or --max-hr for this one."
            )
        }
    }
}
