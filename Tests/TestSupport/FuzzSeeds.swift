import Foundation
import SensorCodec
import WorkoutFiles

/// Where the fuzzers begin: small valid inputs of every kind.
public enum FuzzSeeds {
    /// The seeds of each fuzzer, by the name of its folder.
    public static func all() throws -> [String: [[UInt8]]] {
        let sessions = [Session.short, Session.everyOpcode]
        return [
            "codec": codec,
            "btsnoop": sessions.flatMap(btsnoop) + [Recorder.run.bytes] + (try labCaptures()),
            "pcap": sessions.flatMap(pcap),
            "pcapng": sessions.flatMap(pcapng),
            "workout": try workouts(),
        ]
    }

    /// One short value and one that has everything, of each characteristic.
    private static var codec: [[UInt8]] {
        CodecProperties.characteristics.indices.flatMap { index -> [[UInt8]] in
            let body = (1...40).map { UInt8($0) }
            return [[UInt8(index), 0, 0], [UInt8(index), 0xFE, 0x1F, 0] + body]
        }
    }

    private static func btsnoop(_ session: Session) -> [[UInt8]] {
        [1001, 1002, 2001].map { session.btsnoop($0) } + [session.btsnoop(1002, fragment: 5)]
    }

    private static func pcap(_ session: Session) -> [[UInt8]] {
        [187, 201, 254, 251, 256, 272].map { session.pcap($0) } + [
            session.pcap(201, isBigEndian: true), session.pcap(201, isNanoseconds: true),
            session.pcap(272, isBigEndian: true, isNanoseconds: true),
        ]
    }

    private static func pcapng(_ session: Session) -> [[UInt8]] {
        [187, 201, 254, 251, 256, 272].map { session.pcapng($0) } + [
            session.pcapng(201, isBigEndian: true), session.pcapng(201, resolution: 9),
            session.pcapng(201, resolution: 0x94), session.pcapngWithOddBlocks(201),
            session.pcapngWithOddBlocks(272), session.pcapngOfSimplePackets(187),
        ]
    }

    /// A run with all that a file can hold, and one with next to nothing, as FIT and as TCX.
    private static func workouts() throws -> [[UInt8]] {
        var small = Workout(startUnixMilliseconds: 1_800_000_000_000)
        small.records = [.init(timeMilliseconds: 0), .init(timeMilliseconds: 1000)]
        for place in small.records.indices { small.records[place].heartRateBPM = 120 }
        small.elapsedMilliseconds = 1000
        var rich = small
        rich.isTreadmill = true
        rich.utcOffsetSeconds = 3600
        rich.distanceMillimetres = 5000
        rich.creator = "Watch"
        rich.sensors = [.init(kind: .heartRate, name: "Strap", batteryPercent: 80)]
        rich.records[1].rrIntervals = RRIntervals([512, 500])
        rich.records[1].speedCentiKmH = 852
        rich.records[1].inclinationDeciPercent = 15
        rich.records[1].stepsPerMinute = 161
        rich.records[1].distanceMillimetres = 2500
        rich.records.append(.init(timeMilliseconds: 9000))
        rich.elapsedMilliseconds = 10_000
        rich.pauses = [.init(beganMilliseconds: 2000, endedMilliseconds: 8000)]
        rich.laps = [
            .init(beganMilliseconds: 0, endedMilliseconds: 2000),
            .init(beganMilliseconds: 2000, endedMilliseconds: 10_000),
        ]
        rich.marks = [.init(timeMilliseconds: 1000, text: "")]
        return try [small, rich].flatMap { [try $0.fit(serial: 1, softwareVersion: 1), $0.tcx()] }
    }

    /// The first 4 kB of the captures that ship with Steady.
    private static func labCaptures() throws -> [[UInt8]] {
        try FileManager.default.contentsOfDirectory(atPath: Places.captures.path).filter { $0.hasSuffix(".btsnoop") }
            .sorted().map { Array(try Places.bytes(Places.captures.appending(path: $0)).prefix(4096)) }
    }
}

extension Session {
    /// A strap that says two words.
    fileprivate static var short: Session {
        var session = Session()
        session.add(.advertise(address: strap, name: Array("Strap".utf8)))
        session.add(.connect(handle: 0x40, address: strap))
        session.discover(0x40, [0x2A37])
        session.notify(0x40, 3, [0x10, 120, 0x00, 0x02])
        session.notify(0x40, 3, [0x16, 121, 0x00, 0x02])
        session.add(.disconnect(handle: 0x40))
        return session
    }

    /// What the attribute protocol has, both ways.
    fileprivate static var everyOpcode: Session {
        var session = Session()
        session.add(.connect(handle: 0x41, address: treadmill))
        let both: [(Bool, [UInt8])] = [
            (false, [0x02, 0x05, 0x02]), (true, [0x03, 0x05, 0x02]),
            (false, [0x04, 1, 0, 9, 0]), (true, [0x05, 1, 1, 0, 0x00, 0x28, 2, 0, 0x03, 0x28]),
            (false, [0x08, 1, 0, 0xFF, 0xFF, 0x03, 0x28]),
            (true, [0x09, 7, 2, 0, 0x20, 3, 0, 0x05, 0x2A, 4, 0, 0x10, 5, 0, 0xCD, 0x2A]),
            (false, [0x08, 1, 0, 0xFF, 0xFF, 0x00, 0x2A]), (true, [0x09, 6, 7, 0] + Array("Mill".utf8)),
            (false, [0x0A, 7, 0]), (true, [0x0B] + Array("Treadmill".utf8)),
            (false, [0x0C, 7, 0, 9, 0]), (true, [0x0D] + Array(" 1".utf8)),
            (false, [0x12, 5, 0, 1, 0]), (true, [0x13]), (false, [0x52, 5, 0, 7]),
            (false, [0xD2, 5, 0, 1] + [UInt8](repeating: 0xAA, count: 12)),
            (true, [0x1B, 5, 0, 0, 0, 0x58, 2]), (true, [0x1D, 5, 0, 0, 0, 0x58, 2]), (false, [0x1E]),
            (true, [0x23, 5, 0, 4, 0, 0, 0, 0x58, 2, 5, 0, 2, 0, 1, 0]),
            (true, [0x1D, 3, 0, 1, 0, 0xFF, 0xFF]), (true, [0x01, 0x0A, 7, 0, 0x0A]),
        ]
        for (isFromDevice, packet) in both {
            session.add(.attribute(handle: 0x41, isFromDevice: isFromDevice, packet))
        }
        session.add(.disconnect(handle: 0x41))
        return session
    }
}
