extension ZoneEngine {
    /// The state of the engine at one instant.
    public struct Snapshot: Equatable, Sendable {
        /// In ms.
        public let now: Int64
        /// Region "session".
        public let session: SessionState
        /// Region "phase".
        public let phase: PhaseState
        /// Region "link".
        public let link: LinkState
        /// Region "band".
        public let band: BandState
        /// Region "belt".
        public let belt: BeltState
        /// The last accepted reading in bpm, however old.
        public let heartRateBPM: Int?
        /// The median in bpm that the band follows.
        public let medianBPM: Int?
        /// Where the time has gone.
        public let account: TimeAccount
        /// The distance by the integral of the belt speed, in mm.
        public let distanceMillimetres: Int64
        /// What became of the events.
        public let counts: EventCounts
    }

    /// The state as of ``now``.
    public var snapshot: Snapshot {
        Snapshot(
            now: now,
            session: session,
            phase: phase,
            link: link,
            band: band,
            belt: belt,
            heartRateBPM: lastHeartRateBPM,
            medianBPM: medianBPM,
            account: account,
            distanceMillimetres: distanceMillimetres,
            counts: counts
        )
    }
}
