internal import Practice
public import RunEngine

/// The runner's zones and band, and where each number comes from: the output of `steady zones`.
public struct ZoneReport {
    /// The zones and the band.
    public var plan: ZonePlan
    /// What was measured of the resting heart rate, the last readings.
    public var readings: [RestingReading] = []
    /// A maximum that was seen, higher than the runner's.
    public var proposal: ObservedMaximum?
    /// True when the last talk check is so old that another is worth while.
    public var isTalkDue = false

    /// A report of a plan.
    public init(_ plan: ZonePlan) { self.plan = plan }

    /// For a person.
    public var lines: [String] {
        var lines = [plan.zones.model.title]
        let rows = ZoneRow.rows(of: plan.zones)
        let width = rows.map(\.name.count).max() ?? 0
        for row in rows {
            let padding = String(repeating: " ", count: width - row.name.count)
            lines.append("  \(row.name)\(padding)   \(row.range)")
        }
        lines.append((plan.isModelChosen ? ZoneSaying.chosen : .fitting).text())
        let band = ZoneSaying.band.text(["band": "\(plan.band.lowerBPM) to \(plan.band.upperBPM)"])
        lines += ["", band, plan.basis.bandSentence, ""]
        lines += plan.basis.numberSentences(for: plan.zones.model)
        if let doubt { lines.append(doubt) }
        lines += suggestions
        return lines
    }

    /// How much a wrong maximum matters: said where it does.
    private var doubt: String? {
        let isEstimated =
            switch plan.maximumOrigin {
            case .estimated, .ageAssumed: true
            case .measured, .observed: false
            }
        guard isEstimated else { return nil }
        switch plan.bandOrigin {
        case .conversationalByMaximum: return ZoneSaying.doubtByMaximum.text()
        case .conversationalByReserve: return ZoneSaying.doubtByReserve.text()
        case .given, .talkCheck: return nil
        }
    }

    private var suggestions: [String] {
        var lines: [String] = []
        if let proposal {
            lines.append(ZoneSaying.proposal.text(["day": proposal.day.words, "bpm": "\(proposal.bpm)"]))
        }
        if isTalkDue {
            lines.append(ZoneSaying.talkDue.text())
        } else if plan.talk == nil, plan.bandOrigin != .given {
            lines.append(ZoneSaying.talkOffer.text())
        }
        return lines.isEmpty ? [] : [""] + lines
    }

    /// A name for each zone, its number included.
    static func names(of zones: ZoneSet) -> [String] {
        let given = zones.model.zoneNames
        return (0..<zones.count).map { zone in
            if zone == 0 { return zones.model == .three ? "0  below VT1" : "0" }
            let name = given.indices.contains(zone - 1) ? given[zone - 1] : ""
            return name.isEmpty || name == "\(zone)" ? "\(zone)" : "\(zone)  \(name)"
        }
    }
}

extension JSONWriter {
    /// The runner's zones as one object.
    public mutating func zones(_ report: ZoneReport) {
        let plan = report.plan
        beginObject()
        word(.zoneModel, plan.zones.model.rawValue)
        key(.zones)
        beginArray()
        let names = plan.zones.model.zoneNames
        for zone in 0..<plan.zones.count {
            beginObject()
            number(.zone, zone)
            if zone > 0, names.indices.contains(zone - 1) {
                key(.name)
                string(names[zone - 1])
            }
            number(.lower, plan.zones.lowerBoundBPM(of: zone))
            endObject()
        }
        endArray()
        band(plan.band)
        key(.basis)
        beginObject()
        fields(of: plan.basis)
        endObject()
        if let talk = plan.talk { fields(of: talk) }
        key("resting_readings")
        beginArray()
        for reading in report.readings {
            beginObject()
            word("day", reading.day.description)
            number(.resting, reading.bpm)
            endObject()
        }
        endArray()
        if let sex = plan.body.sex { word("sex", sex.rawValue) }
        number("weight_kg", plan.body.weightHectograms, places: 1)
        flag("energy", plan.optionalFigures.contains(.energy))
        flag("hrv", plan.optionalFigures.contains(.variability))
        flag("talk_check_due", report.isTalkDue)
        if let proposal = report.proposal {
            number("proposed_maximum_bpm", proposal.bpm)
            word("proposed_maximum_day", proposal.day.description)
        }
        endObject()
        endLine()
    }

    mutating func band(_ band: TargetBand) {
        key(.band)
        beginObject()
        number(.lower, band.lowerBPM)
        number(.upper, band.upperBPM)
        endObject()
    }

    mutating func fields(of talk: TalkReading) {
        number(.talk, talk.bpm)
        if let day = talk.day { word(.talkDay, day.description) }
        number("talk_speed_km_h", talk.speedCentiKmH, places: 2)
        if let sensor = talk.sensor {
            key("talk_sensor")
            string(sensor)
        }
    }
}
