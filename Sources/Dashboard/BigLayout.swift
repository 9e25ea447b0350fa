/// Only what is read from far away: the digits, the band, the time.
struct BigLayout {
    let screen: RunScreen

    func draw(into frame: inout Frame) {
        WideLayout(screen: screen).draw(into: &frame)
    }
}
