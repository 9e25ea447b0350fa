import Foundation
import Reporting
import RunEngine
import SensorCodec
import TestSupport
import Testing

/// Events of a made-up run.
enum Made {
    static let header = SessionHeader(
        id: "20261124-101502-3f9a",
        startedAtUnixMicroseconds: 1_795_515_302_500_000,
        source: .replay,
        zones: ZoneSet(model: .custom, lowerBoundsBPM: [114, 133]),
        band: TargetBand(lowerBPM: 118, upperBPM: 142)
    )

    static let strap = SensorIdentity(BluetoothAddress(rawValue: 0xA0B1_C2D3_E4F5))

    static let summary: RunSummary = {
        var summary = RunSummary()
        summary.elapsedMilliseconds = 3_600_001
        summary.pausedMilliseconds = 60_002
        summary.unknownMilliseconds = 3
        summary.zoneMilliseconds = [400_004, 2_000_005, 1_139_987]
        summary.belowMilliseconds = 6
        summary.insideMilliseconds = 3_000_007
        summary.aboveMilliseconds = 539_983
        summary.warmUpMilliseconds = 300_008
        summary.mainMilliseconds = 2_939_982
        summary.coolDownMilliseconds = 300_009
        summary.distanceMillimetres = 9_123_450
        summary.heartRate = .init(averageBPM: 131, minimumBPM: 62, maximumBPM: 171)
        summary.rrIntervalCount = 7012
        summary.packetCount = 10_801
        summary.issueCounts = [.init(name: "odd_rr_byte", count: 1), .init(name: "trailing_bytes", count: 3601)]
        return summary
    }()

    static let summaryText = """
        "elapsed_ms":3600001,"paused_ms":60002,"unknown_ms":3,"flagged_ms":0,\
        "zones":[{"zone":0,"lower_bpm":0,"time_ms":400004},{"zone":1,"lower_bpm":114,"time_ms":2000005},\
        {"zone":2,"lower_bpm":133,"time_ms":1139987}],\
        "bands":{"below_ms":6,"in_ms":3000007,"above_ms":539983},\
        "phases":{"warm_up_ms":300008,"main_ms":2939982,"cool_down_ms":300009},"distance_m":9123.45,\
        "heart_rate":{"average_bpm":131,"minimum_bpm":62,"maximum_bpm":171},"rr_intervals":7012,"packets":10801,\
        "issues":{"odd_rr_byte":1,"trailing_bytes":3601}
        """
}

@Suite("The lines of a run")
struct RunLinesTests {
    @Test("the session comes with its schema, its zones and its band")
    func session() {
        expect(
            .session(Made.header),
            """
            {"event":"session","t_ms":0,"schema":1,"id":"20261124-101502-3f9a","started_at":"2026-11-24T10:15:02.5Z",\
            "source":"replay","zone_model":"custom","band":{"lower_bpm":118,"upper_bpm":142},\
            "zones":[{"zone":0,"lower_bpm":0},{"zone":1,"lower_bpm":114},{"zone":2,"lower_bpm":133}]}
            """
        )
    }

    @Test("the session tells what its zones were made of, as far as that is known")
    func basis() {
        var header = Made.header
        header.basis = ZoneBasis(
            isModelChosen: true,
            bandOrigin: .talkCheck,
            maximumBPM: 180,
            maximumOrigin: .ageAssumed,
            restingBPM: 58,
            restingOrigin: .measured,
            thresholdBPM: 164,
            talkBPM: 142,
            talkDay: CivilDate(year: 2026, month: 11, day: 3)
        )
        expect(
            .session(header),
            """
            {"event":"session","t_ms":0,"schema":1,"id":"20261124-101502-3f9a","started_at":"2026-11-24T10:15:02.5Z",\
            "source":"replay","zone_model":"custom","band":{"lower_bpm":118,"upper_bpm":142},\
            "zone_basis":{"model_chosen":true,"band_origin":"talk_check","maximum_bpm":180,"maximum_origin":"assumed",\
            "age_years":40,"resting_bpm":58,"resting_origin":"measured","threshold_bpm":164,"talk_bpm":142,\
            "talk_day":"2026-11-03"},\
            "zones":[{"zone":0,"lower_bpm":0},{"zone":1,"lower_bpm":114},{"zone":2,"lower_bpm":133}]}
            """
        )
    }

    @Test("the sources and zone models are named as programs know them")
    func names() {
        #expect(
            [SessionHeader.Source.bluez, .monitor, .replay, .demo].map(\.rawValue) == [
                "bluez", "monitor", "replay", "demo",
            ]
        )
        for model in ["acsm_hrr", "acsm_max", "five_max", "five_hrr", "friel_run", "three", "custom"] {
            #expect(ZoneModel(rawValue: model) != nil, "\(model)")
        }
    }

    @Test("a sensor comes with what is known of it")
    func sensor() {
        var status = SensorStatus(
            timeMilliseconds: 17,
            sensor: Made.strap,
            name: "Strap \"one\"",
            kind: .heartRate,
            state: .live,
            batteryPercent: 0
        )
        expect(
            .sensor(status),
            """
            {"event":"sensor","t_ms":17,"sensor":"A0:B1:C2:D3:E4:F5","name":"Strap \\"one\\"","kind":"heart_rate",\
            "state":"live","battery_percent":0}
            """
        )
        status.name = nil
        status.batteryPercent = nil
        let kinds: [(SensorKind, String)] = [
            (.heartRate, "heart_rate"), (.treadmill, "treadmill"), (.footPod, "foot_pod"),
        ]
        let states: [(SensorStatus.State, String)] = [
            (.searching, "searching"), (.connecting, "connecting"), (.live, "live"), (.stale, "stale"), (.lost, "lost"),
        ]
        for (kind, kindText) in kinds {
            for (state, stateText) in states {
                status.kind = kind
                status.state = state
                expect(
                    .sensor(status),
                    """
                    {"event":"sensor","t_ms":17,"sensor":"A0:B1:C2:D3:E4:F5","kind":"\(kindText)","state":"\(stateText)"}
                    """
                )
            }
        }
    }

    @Test("a sample holds what is live, and nothing of what is not")
    func sample() {
        expect(
            .sample(
                RunSample(
                    timeMilliseconds: 61_000,
                    heartRateBPM: 128,
                    heartRateSource: .treadmill,
                    zone: 1,
                    band: .inside,
                    link: .good,
                    phase: .main,
                    session: .running,
                    speedCentiKmH: 852,
                    inclinationDeciPercent: -15,
                    distanceMillimetres: 123_400,
                    totalEnergyKilocalories: 0
                )
            ),
            """
            {"event":"sample","t_ms":61000,"heart_rate_bpm":128,"heart_rate_source":"treadmill","zone":1,"band":"in",\
            "link":"good","phase":"main","session":"running","speed_km_h":8.52,"inclination_percent":-1.5,\
            "distance_m":123.4,"total_energy_kcal":0}
            """
        )
        expect(
            .sample(RunSample(timeMilliseconds: 0)),
            """
            {"event":"sample","t_ms":0,"band":"unknown","link":"none","phase":"warm_up","session":"idle"}
            """
        )
    }

    @Test("the states of a sample have the names of the contract")
    func states() {
        let bands: [BandState] = [.unknown, .below, .inside, .above]
        let links: [LinkState] = [.none, .good, .suspect, .stale, .lost, .contactLost]
        let phases: [PhaseState] = [.warmUp, .main, .coolDown]
        let sessions: [SessionState] = [.idle, .running, .pausedUser, .pausedBelt, .ended]
        #expect(bands.map(\.rawValue) == ["unknown", "below", "in", "above"])
        #expect(links.map(\.rawValue) == ["none", "good", "suspect", "stale", "lost", "contact_lost"])
        #expect(phases.map(\.rawValue) == ["warm_up", "main", "cool_down"])
        #expect(sessions.map(\.rawValue) == ["idle", "running", "paused_user", "paused_belt", "ended"])
    }

    @Test("a transition says in which region, from where and to where")
    func transition() {
        let changes: [(RunTransition.Change, String)] = [
            (.session(from: .idle, to: .running), #""region":"session","from":"idle","to":"running""#),
            (.phase(from: .warmUp, to: .main), #""region":"phase","from":"warm_up","to":"main""#),
            (.link(from: .good, to: .contactLost), #""region":"link","from":"good","to":"contact_lost""#),
            (.band(from: .unknown, to: .inside), #""region":"band","from":"unknown","to":"in""#),
            (.belt(from: .moving, to: .stopped), #""region":"belt","from":"moving","to":"stopped""#),
        ]
        for (change, text) in changes {
            expect(
                .transition(RunTransition(timeMilliseconds: 2500, change: change)),
                "{\"event\":\"transition\",\"t_ms\":2500,\(text)}"
            )
        }
    }

    @Test("a cue says what the runner may do")
    func cue() {
        expect(.cue(.easeOff, atMilliseconds: 1), #"{"event":"cue","t_ms":1,"cue":"ease_off"}"#)
        expect(.cue(.pickUp, atMilliseconds: 2), #"{"event":"cue","t_ms":2,"cue":"pick_up"}"#)
    }

    @Test("a notice says what was found, about which sensor, and by which numbers")
    func notice() {
        let findings: [(RunNotice.Finding, String)] = [
            (
                .speedInMilesPerHour(speedMetres: 300, counterMetres: 483),
                #""name":"speed_in_miles_per_hour","sensor":"A0:B1:C2:D3:E4:F5","speed_distance_m":300,"#
                    + #""counter_distance_m":483"#
            ),
            (
                .distanceInMiles(speedMetres: 485, counterMetres: 300),
                #""name":"distance_in_miles","sensor":"A0:B1:C2:D3:E4:F5","speed_distance_m":485,"#
                    + #""counter_distance_m":300"#
            ),
            (
                .inclinationOutOfRange(deciPercent: 820, lowerDeciPercent: -25, upperDeciPercent: 155),
                #""name":"inclination_out_of_range","sensor":"A0:B1:C2:D3:E4:F5","inclination_percent":82,"#
                    + #""lower_percent":-2.5,"upper_percent":15.5"#
            ),
            (
                .frozenField(.heartRate),
                #""name":"frozen_field","sensor":"A0:B1:C2:D3:E4:F5","field":"heart_rate""#
            ),
            (
                .correction(.init(profile: "runner", name: "Your \"word\"", change: "Converted.")),
                #""name":"correction","sensor":"A0:B1:C2:D3:E4:F5","profile":"runner","#
                    + #""profile_name":"Your \"word\"","change":"Converted.""#
            ),
        ]
        for (finding, text) in findings {
            expect(
                .notice(RunNotice(timeMilliseconds: 181_000, sensor: Made.strap, finding: finding)),
                "{\"event\":\"notice\",\"t_ms\":181000,\(text)}"
            )
        }
        #expect(
            RunNotice.Finding.Field.allCases.map(\.rawValue) == ["total_distance", "elapsed_time", "heart_rate"]
        )
    }

    @Test("the summary tells all totals, at the time of the end")
    func summary() {
        expect(.summary(Made.summary), "{\"event\":\"summary\",\"t_ms\":3600001,\(Made.summaryText)}")
    }

    @Test("a summary without a treadmill and without a heart rate has neither's keys")
    func bareSummary() throws {
        var summary = RunSummary()
        summary.zoneMilliseconds = [0, 0, 0]
        var lines = RunLines()
        lines.apply(.session(Made.header))
        lines.json.removeAll()
        lines.apply(.summary(summary))
        let object = try Parsed.object(lines.json.octets)
        #expect(
            Set(object.keys) == [
                "event", "t_ms", "elapsed_ms", "paused_ms", "unknown_ms", "flagged_ms", "zones", "bands", "phases",
                "rr_intervals",
                "packets", "issues",
            ]
        )
        #expect((object["issues"] as? [String: Int])?.isEmpty == true)
    }

    private func expect(_ event: RunEvent, _ line: String) {
        var lines = RunLines()
        lines.apply(.session(Made.header))
        lines.json.removeAll()
        lines.apply(event)
        #expect(String(decoding: lines.json.octets, as: UTF8.self) == line + "\n")
    }
}
