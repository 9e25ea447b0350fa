import Practice
public import RunEngine

/// The screen of a run, live or played: fed with events, drawn into a frame of any size.
///
/// One look from across the room gives the heart rate, where it lies, what to do about it, and the minutes so far. It
/// keeps only what it shows; a run of a day takes no more memory than one of ten minutes.
public struct RunScreen: Sendable {
    /// What is played; `nil` for a live run.
    public var playback: Playback?
    /// The keys named at the foot.
    public var keys: [KeyHint] = []
    /// A line for the runner that has nothing to do with the effort, such as that the disk is full.
    public var notice: String?
    /// The quiet view: words, a slow bar and the minutes, no heart rate in numbers.
    public var isQuiet = false
    /// By what the runner is guided.
    public var guidance = Guidance.zones
    /// How much is shown.
    public var mode = Mode.full
    /// What lies over the screen, if anything.
    public var overlay: Overlay?
    /// The colours.
    public var theme = Theme.dark

    /// What became known of the run; a copy of it brings the screen back to that moment.
    public var run = RunSoFar()

    /// A screen before its first event.
    public init() {}

    /// Takes in what became known. A `session` event begins a new run and forgets the one before.
    public mutating func apply(_ event: RunEvent) {
        run.apply(event)
    }

    /// How much the screen of a run shows.
    public enum Mode: Sendable {
        /// Everything that there is room for.
        case full
        /// Only the digits, the band and the time, as large as can be.
        case big
    }

    /// Takes the next theme.
    public mutating func nextTheme() { theme = theme.next }

    /// The screen at a size.
    public func frame(columns: Int, rows: Int) -> Frame {
        var frame = Frame(columns: columns, rows: rows, theme: theme)
        draw(into: &frame)
        return frame
    }

    /// Draws the screen over a whole frame that is still blank.
    public func draw(into frame: inout Frame) {
        let isWide =
            frame.columns >= 56 && frame.rows >= (run.plan == nil ? 14 : 15) || frame.columns >= 40 && frame.rows >= 30
        let isSmall = frame.columns >= 36 && frame.rows >= 9
        switch mode {
        case .big where isSmall: BigLayout(screen: self).draw(into: &frame)
        case .full where isWide: WideLayout(screen: self).draw(into: &frame)
        case .full where isSmall: SmallLayout(screen: self).draw(into: &frame)
        case .big, .full: TinyLayout(screen: self).draw(into: &frame)
        }
        if let overlay { OverlayBox(overlay: overlay, keys: keys).draw(into: &frame) }
    }
}

extension RunScreen {
    var advice: Advice { Advice(word: word) }

    /// How the heart rate, the sign and the word are written.
    var adviceStyle: Style { Style(advice.ink, .bold) }

    /// A value that is missing or in doubt is dim.
    var heartRateStyle: Style {
        if run.summary?.heartRate != nil { return .bold }
        return isInDoubt || run.live?.heartRateBPM == nil ? Style(advice.ink, .dim) : adviceStyle
    }

    var isInDoubt: Bool {
        guard let live = run.live else { return false }
        return live.link == .suspect || !live.heartRateDoubts.isDisjoint(with: .serious)
    }

    /// The unit, where the heart rate is about to be, and what tells it where that is no strap.
    var heartRateCaption: String {
        if run.summary?.heartRate != nil { return SourceSaying.average.text() }
        if let heading = run.live?.headingBPM { return SourceSaying.heading.text(["bpm": "\(heading)"]) }
        return switch run.live?.heartRateBPM == nil ? nil : run.heartRateQuality {
        case .machine?: SourceSaying.grips.text()
        case .optical?: SourceSaying.optical.text()
        case .strap?, .strapWithRR?, nil: "bpm"
        }
    }

    /// Of a run that is over, the average.
    var heartRateText: String {
        NumberText.heartRate(bpm: run.summary.map { $0.heartRate?.averageBPM } ?? run.live?.heartRateBPM)
    }

    var aimLine: AimLine {
        AimLine(insideMilliseconds: run.insideMilliseconds, aimMilliseconds: aimMilliseconds)
    }

    var sensorLine: SensorLine {
        SensorLine(sensors: run.sensors, nowMilliseconds: run.sample?.timeMilliseconds ?? 0)
    }

    var minutesText: String { String(NumberText.minutes(run.elapsedMilliseconds)) }

    /// The gauge; `nil` before the session is known.
    var gauge: BandGauge? {
        guard showsZones else { return nil }
        return run.header.map {
            BandGauge(
                zones: $0.zones,
                band: $0.band,
                heartRateBPM: isQuiet ? run.slowHeartRateBPM : run.live?.heartRateBPM,
                isInDoubt: isInDoubt,
                isQuiet: isQuiet
            )
        }
    }

    /// Where the band, and the maximum behind it, come from: the longest words that fit. The quiet view has no heart
    /// rates in numbers.
    func basisLabel(columns: Int) -> String? {
        guard showsZones, let header = run.header, let basis = header.basis else { return nil }
        let labels = basis.labels(for: header.zones.model)
        return (isQuiet ? labels.suffix(1) : labels[...]).first { $0.count <= columns }
    }

    /// Draws the heart rate over time, and the speed where there is height for both. The last row is the time.
    func drawCharts(into frame: inout Frame, area: Area) {
        guard showsZones, let band = run.header?.band, area.rows >= 4, area.columns > HeartRateChart.gutter + 10 else {
            return
        }
        var area = area
        let axis = TimeAxis(elapsedMilliseconds: run.elapsedMilliseconds)
        let plotColumns = area.columns - HeartRateChart.gutter
        func steps(_ count: Int) -> [RunHistory.Step] {
            run.history.columns(count, spanMilliseconds: axis.spanMilliseconds)
        }
        let axisRow = area.takeBottom(1).row
        axis.draw(into: &frame, row: axisRow, column: area.column + HeartRateChart.gutter, columns: plotColumns)
        if area.rows >= 9 {
            let rows = min(6, max(3, area.rows / 5))
            SpeedLine(columns: steps(plotColumns)).draw(into: &frame, area: area.takeBottom(rows))
            _ = area.takeBottom(1)
        }
        HeartRateChart(columns: steps(plotColumns * 2), band: band, isQuiet: isQuiet, isFine: true)
            .draw(into: &frame, area: area)
    }
}
