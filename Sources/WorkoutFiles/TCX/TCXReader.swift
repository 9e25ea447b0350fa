extension Workout {
    public init(readingTCX bytes: Span<UInt8>) throws(WorkoutFailure) { throw .notAWorkout }
}
