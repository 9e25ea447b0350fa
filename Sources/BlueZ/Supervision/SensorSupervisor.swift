/// Sees to it that one sensor is heard, whatever happens to its link: it always comes back.
///
/// Pure: told what bluetoothd says (``observe(_:at:)``), how calls ended and what time it is, it answers with
/// ``requests``. Times are microseconds of the monotonic clock. Each phase that waits for others has a deadline, and
/// what happens then.
///
/// ```
///   blocked ──▶ searching ──▶ connecting ──▶ resolving ──▶ subscribing ──▶ live
///      ▲            ▲  ▲           │              │             │            │
///      │ adapter    │  └───────────┴── fails ─────┴─────────────┴── drops ───┤
///      └ gone       └──────────────── parting ◀── stuck, or silent for long ─┘
/// ```
///
/// bluetoothd, too, connects a trusted sensor again by itself when it comes back. That is taken as it comes, in any
/// phase: what counts is the state of the link, not whose attempt it was.
public struct SensorSupervisor: Sendable {
    /// What bluetoothd is to be asked for.
    public enum Request: Equatable, Sendable {
        case connect
        /// Also takes an attempt to connect back.
        case disconnect
        case trust
        /// Listen to all its characteristics.
        case subscribe
        case pair
        /// Forget the device, so that nothing of a broken state is left.
        case remove
    }

    /// How far the way to the sensor's values is gone.
    public enum Phase: Equatable, Sendable {
        /// There is no adapter, or it is off, or no bluetoothd.
        case blocked
        /// No link, and no attempt at one.
        case searching
        case connecting
        /// There is a link; what the sensor offers is being found out.
        case resolving
        case subscribing
        case pairing
        /// Values may come.
        case live
        /// The link is being ended, to be made anew.
        case parting
    }

    /// Where the sensor is now.
    public internal(set) var phase = Phase.blocked
    /// What is to be asked of bluetoothd; the caller empties it.
    public var requests: [Request] = []
    /// How often the link was lost after it had been made.
    public internal(set) var dropCount = 0
    /// How often the link was ended because no value came over it.
    public internal(set) var silenceCount = 0
    /// True while the sensor asks for keys that could not be exchanged: a person has to help.
    public internal(set) var isPairingRefused = false

    /// Counts the phases: an answer to what was asked in an earlier one says nothing any more.
    public internal(set) var phaseCount = 0

    let timing: SupervisorTiming
    var view = SensorView()
    var backoff: Backoff
    /// The end of the phase, if it has one.
    var deadline: Int64?
    /// When the present phase began.
    var since: Int64 = 0
    /// No attempt before this moment.
    var retryAt: Int64 = 0
    /// Until then the sensor is taken to be near, though it was not heard advertising: it has just been here.
    var expectedUntil: Int64 = 0
    /// When the last value came over this link.
    var lastValue: Int64 = 0
    /// How long no value may come, growing while that does not help.
    var patience: Int64
    /// A value came over this link: it was worth having.
    var hasHeard = false
    /// How often in a row a link brought no services.
    var stuckCount = 0
    var hasAskedForTrust = false

    /// A supervisor of a sensor that nothing is known of yet. `seed` tells apart those that wait by chance.
    public init(timing: SupervisorTiming = .init(), seed: UInt64 = 1) {
        self.timing = timing
        backoff = Backoff(seed: seed, timing: timing)
        patience = timing.silence
    }

    // MARK: - What is told

    /// Takes in what bluetoothd says of the sensor now.
    public mutating func observe(_ view: SensorView, at now: Int64) {
        let previous = self.view
        self.view = view
        if !view.isAdapterReady {
            if phase != .blocked {
                enter(.blocked, at: now)
                // Whatever was asked for before, the next bluetoothd or adapter has not heard of it.
                requests = []
                hasAskedForTrust = false
            }
            return
        }
        if phase == .blocked { enter(.searching, at: now) }
        if view.isConnected {
            follow(at: now)
        } else if phase == .connecting, previous.isKnown, !view.isKnown {
            // Gone in the middle of an attempt: nobody answers that any more.
            fail(at: now)
        } else if previous.isConnected || (phase != .searching && phase != .connecting && phase != .pairing) {
            lose(at: now)
        }
    }

    /// The sensor may be connected now: no other is being connected on this adapter, and nothing is searched.
    public mutating func takeTurn(at now: Int64) {
        guard phase == .searching, wantsTurn(at: now) else { return }
        enter(.connecting, at: now)
        deadline = now + timing.connect
        requests.append(.connect)
    }

    /// Others wait for their turn, and this sensor is perhaps not even near.
    public mutating func yieldTurn(at now: Int64) {
        guard phase == .connecting, !wasSeenLately(at: now), now - since >= timing.yield else { return }
        requests.append(.disconnect)
        expectedUntil = now
        enter(.searching, at: now)
    }

    /// bluetoothd answered the attempt to connect; `nil` is success.
    public mutating func connectAnswered(_ trouble: LinkTrouble?, at now: Int64) {
        guard phase == .connecting, !view.isConnected else { return }
        switch trouble {
        case nil:
            // Success may come before the news of the link, and now and then without any link at all.
            deadline = now + timing.proof
        case .underway: break
        case .adapterNotReady, .noService: fail(at: now, waiting: timing.notReady)
        default: fail(at: now)
        }
    }

    /// bluetoothd answered the subscriptions, all of them; `nil` is success.
    public mutating func subscribeAnswered(_ trouble: LinkTrouble?, at now: Int64) {
        guard phase == .subscribing else { return }
        switch trouble {
        case nil:
            lastValue = now
            stuckCount = 0
            isPairingRefused = false
            enter(.live, at: now)
            deadline = now + patience
        case .needsPairing where !view.isPaired && !isPairingRefused:
            enter(.pairing, at: now)
            deadline = now + timing.pair
            requests.append(.pair)
        default: part(at: now)
        }
    }

    /// bluetoothd answered the exchange of keys; `nil` is success.
    public mutating func pairAnswered(_ trouble: LinkTrouble?, at now: Int64) {
        guard phase == .pairing, trouble != .underway else { return }
        isPairingRefused = trouble != nil
        if trouble == nil, view.isConnected {
            resolve(at: now)
        } else {
            part(at: now)
        }
    }

    /// A value came.
    public mutating func heardValue(at now: Int64) {
        lastValue = now
        if phase == .live || phase == .subscribing {
            hasHeard = true
            backoff.reset()
        }
        if patience != timing.silence {
            patience = timing.silence
            if phase == .live { deadline = now + patience }
        }
    }

    /// What is to be done by a moment.
    public mutating func advance(to now: Int64) {
        guard let deadline, deadline <= now else { return }
        self.deadline = nil
        switch phase {
        case .blocked, .searching: break
        case .connecting:
            // bluetoothd would go on trying: it is told to stop.
            requests.append(.disconnect)
            fail(at: now)
        case .resolving, .subscribing, .pairing: part(at: now)
        case .parting:
            // It did not even do that: from the beginning.
            enter(.searching, at: now)
            if view.isConnected { follow(at: now) }
        case .live: judgeSilence(at: now)
        }
    }
}
