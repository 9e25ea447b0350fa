import Dashboard
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif
import Foundation

@Suite struct SVGPictureTests {
    @Test("The picture is well-formed whatever stands in the frame and in the title")
    func wellFormed() {
        var generator = Randomness(seed: 3)
        var frame = Frame.random(columns: 60, rows: 20, using: &generator)
        frame.write("<&\"'> \u{1B}[31m ]]> 心", row: 3, column: 2)
        let text = SVGPicture(title: "A <run> & \u{1} more").document(of: frame)
        #expect(XMLParser(data: Data(text.utf8)).parse())
        #expect(text.contains("<title>A &lt;run&gt; &amp; ? more</title>"))
        #expect(!text.unicodeScalars.contains("\u{1B}"))
    }

    @Test("Equal frames give equal text, and an empty frame is a picture too")
    func deterministic() {
        var generator = Randomness(seed: 4)
        let frame = Frame.random(columns: 30, rows: 8, using: &generator)
        let picture = SVGPicture(title: "A run")
        #expect(picture.document(of: frame) == picture.document(of: frame))
        #expect(XMLParser(data: Data(picture.document(of: Frame(columns: 0, rows: 0)).utf8)).parse())
    }

    @Test("Text says how long it is, and blocks are shapes")
    func textAndShapes() {
        var frame = Frame(columns: 10, rows: 1)
        frame.write("bpm ██▄", row: 0, column: 0)
        let text = SVGPicture(title: "A run").document(of: frame)
        #expect(text.contains("textLength=\"30\""))
        #expect(text.contains(">bpm</text>"))
        #expect(text.contains("M40 0h20v20h-20z"))
        #expect(text.contains("M60 10h10v10h-10z"))
        #expect(!text.contains("█"))
    }
}
