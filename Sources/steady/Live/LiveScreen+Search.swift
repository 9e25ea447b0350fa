import BlueZ
import Dashboard
import Practice
import SensorCodec

/// What is shown before the run has begun: the sensors in reach.
extension LiveScreen {
    func search() -> SearchScreen {
        var search = SearchScreen(headline: headline, hint: hint)
        search.keys = Self.searchKeys
        let candidates = program.chooser.candidates
        for candidate in candidates where !choices.contains(candidate.device.address) {
            choices.append(candidate.device.address)
        }
        search.rows = candidates.map { candidate in
            let device = candidate.device
            let place = choices.firstIndex(of: device.address) ?? 9
            let isOpen = program.chooser.chosen[candidate.kind] == nil
            return SearchScreen.Row(
                key: isOpen && place < 9 ? Character("\(place + 1)") : nil,
                kind: candidate.kind,
                name: device.name,
                address: device.address,
                signalDBm: device.rssiDBm,
                state: LinkWords.word(for: program.source?.phase(of: device.address))
            )
        }
        search.rows += rememberedRows(besides: Set(candidates.map(\.device.address)))
        return search
    }

    private func rememberedRows(besides seen: Set<BluetoothAddress>) -> [SearchScreen.Row] {
        SensorKind.allCases.compactMap { kind in
            guard let address = program.chooser.chosen[kind], !seen.contains(address) else { return nil }
            return SearchScreen.Row(
                key: nil,
                kind: kind,
                name: program.name(of: address),
                address: address,
                signalDBm: nil,
                state: LinkWords.word(for: program.source?.phase(of: address))
            )
        }
    }

    private var headline: String {
        if let notice = screen.notice { return notice }
        if program.demo != nil { return SearchSaying.demo.text() }
        if program.isListeningAlong { return SearchSaying.listeningAlong.text() }
        if program.chooser.needsChoice { return SearchSaying.choose.text() }
        return (program.isHearing ? SearchSaying.ready : .looking).text()
    }

    private var hint: String {
        let isReady = program.isHearing || program.isListeningAlong || program.demo != nil
        let search = isReady ? [] : [SearchSaying.hint.text()]
        return (search + look.evening).joined(separator: " ")
    }
}
