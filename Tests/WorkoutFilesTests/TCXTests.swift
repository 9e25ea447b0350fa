import Foundation
import RunEngine
import SensorCodec
import TestSupport
import Testing
import WorkoutFiles

@Suite("TCX files")
struct TCXTests {
    private func read(_ bytes: [UInt8]) throws(WorkoutFailure) -> Workout { try Workout(reading: bytes.span) }

    private func read(_ text: String) throws(WorkoutFailure) -> Workout { try read(Array(text.utf8)) }

    /// A file of one lap with these points.
    private func file(_ points: String, sport: String = "Running") -> String {
        """
        <?xml version="1.0"?>
        <!-- made by hand -->
        <t:TrainingCenterDatabase xmlns:t="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
        <t:Activities><t:Activity Sport='\(sport)'><t:Id>2027-01-15T08:00:00Z</t:Id>
        <t:Lap StartTime="2027-01-15T08:00:00Z"><t:TotalTimeSeconds>3</t:TotalTimeSeconds>
        <t:Track>\(points)</t:Track></t:Lap>
        <t:Creator><t:Name>Watch &amp; <![CDATA[<Strap>]]> &#x263A;</t:Name></t:Creator>
        </t:Activity></t:Activities></t:TrainingCenterDatabase>
        """
    }

    @Test("prefixes, comments, references, offsets and empty elements are understood")
    func byHand() throws {
        let workout = try read(
            file(
                """
                <Trackpoint><Time>2027-01-15T09:00:01.250+01:00</Time><DistanceMeters>2.5</DistanceMeters>
                <HeartRateBpm xsi:type="x"><Value> 121 </Value></HeartRateBpm><Position/>
                <Extensions><x:TPX CadenceSensor="Footpod"><x:Speed>2.5E0</x:Speed><x:RunCadence>81</x:RunCadence>
                </x:TPX></Extensions></Trackpoint>
                <Trackpoint><Time>nonsense</Time></Trackpoint>
                <Trackpoint><Time>2027-01-15T08:00:02Z</Time><HeartRateBpm><Value>0</Value></HeartRateBpm></Trackpoint>
                """
            )
        )
        #expect(workout.startUnixMilliseconds == 1_800_000_000_000)
        #expect(workout.elapsedMilliseconds == 3000)
        #expect(workout.records.map(\.timeMilliseconds) == [1250, 2000])
        #expect(workout.records[0].heartRateBPM == 121 && workout.records[0].speedCentiKmH == 900)
        #expect(workout.records[0].distanceMillimetres == 2500 && workout.records[0].stepsPerMinute == 162)
        #expect(workout.records[1] == Workout.Record(timeMilliseconds: 2000))
        #expect(workout.creator == "Watch & <Strap> \u{263A}")
    }

    @Test("what TCX can hold comes back", arguments: 0..<50 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = Randomness(seed: seed)
        let workout = Workout.random(using: &random, records: 60)
        let kept = workout.records.filter { !$0.isPaused }
        guard !kept.isEmpty else { return }
        let again = try read(workout.tcx())
        #expect(
            again.records.map { $0.timeMilliseconds + again.startUnixMilliseconds }
                == kept.map { $0.timeMilliseconds + workout.startUnixMilliseconds }
        )
        #expect(again.records.map(\.heartRateBPM) == kept.map(\.heartRateBPM))
        #expect(again.records.map(\.speedCentiKmH) == kept.map(\.speedCentiKmH))
        #expect(again.records.map(\.distanceMillimetres) == kept.map(\.distanceMillimetres))
    }

    @Test("elements come in the order of the schema")
    func order() throws {
        var random = Randomness(seed: 7)
        let text = String(decoding: Workout.random(using: &random, records: 40).tcx(), as: UTF8.self)
        let orders = [
            "Activity": ["Id", "Lap", "Creator"],
            "Lap": [
                "TotalTimeSeconds", "DistanceMeters", "MaximumSpeed", "Calories", "AverageHeartRateBpm",
                "MaximumHeartRateBpm", "Intensity", "TriggerMethod", "Track",
            ],
            "Trackpoint": ["Time", "DistanceMeters", "HeartRateBpm", "Extensions"],
            "ax:TPX": ["ax:Speed", "ax:RunCadence"],
        ]
        let required = ["Lap": ["TotalTimeSeconds", "DistanceMeters", "Calories", "Intensity", "TriggerMethod"]]
        let document = try Elements(text)
        var seen: Set<String> = []
        for (name, children) in document.list {
            guard let order = orders[name] else { continue }
            seen.insert(name)
            let places = try children.map { child in try #require(order.firstIndex(of: child), "\(child) in \(name)") }
            #expect(places == places.sorted(), "\(name)")
            for child in required[name] ?? [] { #expect(children.contains(child), "\(name)") }
        }
        #expect(seen == Set(orders.keys))
    }

    /// Elements and their children, by plain pairs of tags.
    private struct Elements {
        var list: [(name: String, children: [String])] = []

        init(_ text: String) throws {
            var open: [Int] = []
            for tag in text.matches(of: /<(\/?)([\w:]+)[^>]*?(\/?)>/) {
                let name = String(tag.2)
                if tag.1.isEmpty {
                    if let parent = open.last { list[parent].children.append(name) }
                    open.append(list.count)
                    list.append((name, []))
                }
                if !tag.1.isEmpty || !tag.3.isEmpty {
                    guard let last = open.popLast() else { throw WorkoutFailure.truncated(.tcx) }
                    #expect(list[last].name == name)
                }
            }
            #expect(open.isEmpty)
        }
    }

    @Test("what is no run says what it is")
    func refusals() {
        let point = "<Trackpoint><Time>2027-01-15T08:00:01Z</Time></Trackpoint>"
        #expect(throws: WorkoutFailure.otherSport("cycling")) { try read(file(point, sport: "Biking")) }
        #expect(throws: WorkoutFailure.noRecords) { try read(file("")) }
        #expect(throws: WorkoutFailure.otherXML(root: "gpx")) { try read("<gpx/>") }
        #expect(throws: WorkoutFailure.otherEncoding) { try read([0xFF, 0xFE, 0x3C, 0]) }
        let twice = file(point).replacing(
            "</t:Activity>",
            with: "</t:Activity><t:Activity Sport='Running'></t:Activity>"
        )
        #expect(throws: WorkoutFailure.severalActivities(2)) { try read(twice) }
    }

    @Test("an entity bomb is refused, and a tower of elements")
    func bombs() {
        let bomb = """
            <?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
            <TrainingCenterDatabase>&b;</TrainingCenterDatabase>
            """
        #expect(throws: WorkoutFailure.documentType) { try read(bomb) }
        #expect(throws: WorkoutFailure.self) { try read(file("&b;")) }
        let tower = "<TrainingCenterDatabase>" + String(repeating: "<a>", count: 1_000_000)
        #expect(throws: WorkoutFailure.self) { try read(tower) }
        let wide = "<TrainingCenterDatabase><a " + String(repeating: "b='c' ", count: 100_000) + "/>"
        #expect(throws: WorkoutFailure.self) { try read(wide) }
    }

    @Test("every cut is an error, and no changed octet a trap")
    func damage() throws {
        var random = Randomness(seed: 9)
        let bytes = Workout.random(using: &random, records: 8).tcx()
        // Behind the end of the root element comes one line end.
        for length in 0..<bytes.count - 1 {
            #expect(throws: WorkoutFailure.self) { try read(Array(bytes.prefix(length))) }
        }
        var runs = 0
        for _ in 0..<3000 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                changed[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if (try? read(changed)) != nil { runs += 1 }
        }
        #expect((1..<3000).contains(runs))
    }

    @Test(
        "a recorded file is read as grep counts it",
        .enabled(if: Places.recordings != nil, "\(Places.noRecordings)")
    )
    func recorded() throws {
        let file = try #require(Places.recordings).appending(path: "workouts/tcxparser_test.tcx")
        let workout = try read(try Places.bytes(file))
        #expect(workout.records.count { $0.heartRateBPM != nil } == 383)
        #expect(workout.laps.count == 3)
        #expect(abs(workout.timerMilliseconds - 1_993_000) < 2000)
        #expect(workout.distanceMillimetres.map { $0 / 1000 } == 4689)
    }
}
