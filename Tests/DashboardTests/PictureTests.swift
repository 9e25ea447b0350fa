import Dashboard
import Foundation
import RunEngine
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The screens as pictures. With `STEADY_PICTURES=DIR` in the environment they are also written there, to be looked at.
@Suite struct PictureTests {
    @Test("Each screen is a well-formed picture")
    func pictures() throws {
        let folder = ProcessInfo.processInfo.environment["STEADY_PICTURES"]
        for (name, screen) in Self.screens {
            for (columns, rows) in [
                (80, 24), (60, 16), (40, 10), (40, 20), (20, 5), (10, 3), (120, 40), (50, 60), (300, 100),
            ] {
                let picture = SVGPicture(title: "Steady: \(name)")
                let data = Data(picture.document(of: screen.frame(columns: columns, rows: rows)).utf8)
                #expect(XMLParser(data: data).parse(), "\(name) at \(columns) x \(rows)")
                if let folder {
                    try data.write(to: URL(filePath: "\(folder)/\(name)-\(columns)x\(rows).svg"))
                }
            }
        }
    }

    static var screens: [(String, RunScreen)] {
        var replay = Scenes.screen(seconds: 1_460, from: .replay)
        replay.playback = Playback(
            title: "tuesday-evening.btsnoop",
            speed: "8x",
            isPaused: true,
            positionMilliseconds: 1_460_000,
            totalMilliseconds: 2_400_000
        )
        replay.keys = [KeyHint("space", "pause"), KeyHint("left right", "seek"), KeyHint("q", "quit")]
        var quiet = Scenes.screen(seconds: 1_460)
        quiet.isQuiet = true
        var notice = Scenes.screen(seconds: 575)
        notice.notice = "The disk is full: this run goes on, but is no longer kept."
        return [
            ("easy", Scenes.screen(seconds: 1_460)), ("above", Scenes.screen(seconds: 1_050)), ("replay", replay),
            ("warm", Scenes.screen(seconds: 130)), ("quiet", quiet), ("lost", notice),
            (
                "paused",
                Scenes.screen(seconds: 700) {
                    $0.session = .pausedBelt; $0.speedCentiKmH = 0
                }
            ),
            (
                "more",
                Scenes.screen(seconds: 700) {
                    $0.heartRateBPM = 110; $0.zone = 2; $0.band = .below
                }
            ),
            ("start", RunScreen()),
        ]
    }
}
