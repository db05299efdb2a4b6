import ByteIO
import Formats
import Rows

// What the decoder and the normalizer made of a line, remembered by the values that decide it.
extension RowMaker {
    /// Takes the columns of the line that `reader` has read last, whose values were not known. `draft` is
    /// what it became, with its class.
    mutating func learn(
        _ text: Span<UInt8>, _ reader: borrowing ShapeReader, _ draft: borrowing EventDraft,
        _ found: LineClass
    ) {
        // Remarks are counted for every line.
        guard isTeachable, draft.notes == [] else { return }
        isTeachable = false
        if reader.isRequestLog {
            learnRequest(text, reader, draft, found)
        } else {
            learnEvent(text, reader, draft, found)
        }
    }

    private mutating func learnEvent(
        _ text: Span<UInt8>, _ reader: borrowing ShapeReader, _ draft: borrowing EventDraft,
        _ found: LineClass
    ) {
        let agent: [2 of Part] = [reader.fields[.agent], reader.fields[.device]]
        if case .bot(let evidence) = found {
            agents.keep(text, agent, [[]], note: number(of: evidence))
            return
        }
        var values = EventValues()
        guard found == .event, read(text, reader, &values),
            text.extracting(values.page).equals(draft[.page])
        else { return }
        agents.keep(text, agent, [draft.value(.device)])
        let type = reader.fields[.type]
        var note: UInt32 = draft[.event].equals("page_view") ? NameNote.pageView : 0
        if text.extracting(type).equals("screen") { note |= NameNote.screen }
        names.keep(text, [type, reader.fields[.event]], [draft.value(.event)], note: note)
        let salt = values.origin.siteSalt
        learn(text, values.origin, draft, salt: salt | UInt64(note & NameNote.pageView))
        if reader.fields.has(.status) {
            statuses.keep(text, [reader.fields[.status]], [draft.value(.status)])
        }
    }

    private mutating func learnRequest(
        _ text: Span<UInt8>, _ reader: borrowing ShapeReader, _ draft: borrowing EventDraft,
        _ found: LineClass
    ) {
        guard let values = requestValues(text, reader),
            text.extracting(values.page).equals(draft[.page]), draft.isEmpty(.clickID),
            !draft.isProbe, found != .filtered(.person)
        else { return }
        let note: UInt32 = draft[.event].equals("page_view") ? NameNote.pageView : 0
        requests.keep(
            text, [values.method, reader.fields[.status]],
            [draft.value(.event), draft.value(.status), draft.value(.props)], note: note)
        let agent = reader.fields[.agent]
        let salt: UInt64 = reader.fields.hasAgent ? 1 : 0
        // A look-up in the agent makes the request a bot's.
        guard text.first(0x24, in: agent) == agent.end else { return }
        if case .bot(let evidence) = found, evidence != .probe {
            agents.keep(text, [agent, .none], salt: salt, [[]], note: number(of: evidence))
        }
        guard found == .event else { return }
        agents.keep(text, [agent, .none], salt: salt, [draft.value(.device)])
        learn(text, values.origin, draft, salt: UInt64(note))
    }

    /// The site, and where the visit came from.
    private mutating func learn(
        _ text: Span<UInt8>, _ origin: Origin, _ draft: borrowing EventDraft, salt: UInt64
    ) {
        let site = origin.site
        // What is no usual host would not decide the site alone.
        let isUsual =
            text.first(0x3F, 0x23, in: site) == site.end
            && !(origin.isSiteOfURL && draft.isEmpty(.site))
        guard isUsual else { return }
        let columns = [
            draft.value(.referrer), draft.value(.channel), draft.value(.source),
            draft.value(.medium), draft.value(.campaign),
        ]
        origins.keep(text, origin.parts, salt: salt, draft.value(.site), joined: columns)
    }
}
