import ByteIO
import Formats
import Rows

// What the decoder and the normalizer made of a line, remembered by the values that decide it.
extension RowMaker {
    /// Takes the columns of the line that `reader` has read last, whose values were not known. `draft` is
    /// what it became, with its class.
    mutating func learn(
        _ text: Span<UInt8>, _ reader: inout ShapeReader, _ draft: borrowing EventDraft,
        _ found: LineClass
    ) {
        // Remarks are counted for every line.
        guard isTeachable, draft.notes == [] else { return }
        isTeachable = false
        if reader.isRequestLog {
            learnRequest(text, &reader, draft, found)
        } else {
            learnEvent(text, &reader, draft, found)
        }
    }

    private mutating func learnEvent(
        _ text: Span<UInt8>, _ reader: inout ShapeReader, _ draft: borrowing EventDraft,
        _ found: LineClass
    ) {
        let agent: [2 of Part] = [reader.fields[.agent], reader.fields[.device]]
        if case .bot(let evidence) = found {
            agents.keep(text, agent, [], note: number(of: evidence))
            return
        }
        var values = EventValues()
        guard found == .event, read(text, &reader, &values),
            text.extracting(values.page).equals(draft[.page])
        else { return }
        agents.keep(text, agent, [[.tabs(1), .value(draft.value(.device))]])
        let type = reader.fields[.type]
        var note: UInt32 = draft[.event].equals("page_view") ? NameNote.pageView : 0
        if text.extracting(type).equals("screen") { note |= NameNote.screen }
        names.keep(
            text, [type, reader.fields[.event]], [[.value(draft.value(.event))]], note: note)
        let salt = values.origin.siteSalt
        if isUsual(text, values.origin, draft) {
            origins.keep(
                text, values.origin.parts, salt: salt | UInt64(note & NameNote.pageView),
                Self.origin(draft))
        }
        if reader.fields.has(.status) {
            statuses.keep(text, [reader.fields[.status]], [[.value(draft.value(.status))]])
        }
    }

    private mutating func learnRequest(
        _ text: Span<UInt8>, _ reader: inout ShapeReader, _ draft: borrowing EventDraft,
        _ found: LineClass
    ) {
        var values = RequestValues()
        guard read(text, &reader, &values),
            text.extracting(values.page).equals(draft[.page]), draft.isEmpty(.clickID),
            !draft.isProbe, found != .filtered(.person)
        else { return }
        let note: UInt32 = draft[.event].equals("page_view") ? NameNote.pageView : 0
        requests.keep(
            text, [values.method, reader.fields[.status]],
            [
                [.value(draft.value(.event))],
                [.value(draft.value(.status)), .tabs(1)],
                [.tabs(2), .value(draft.value(.props)), .lineEnd],
            ], note: note)
        let agent = reader.fields[.agent]
        let salt: UInt64 = reader.fields.hasAgent ? 1 : 0
        // A look-up in the agent makes the request a bot's.
        guard text.first(0x24, in: agent) == agent.end else { return }
        if case .bot(let evidence) = found, evidence != .probe {
            requestAgents.keep(text, [agent], salt: salt, [], note: number(of: evidence))
        }
        guard found == .event else { return }
        requestAgents.keep(
            text, [agent], salt: salt, [[.tabs(1), .value(draft.value(.device)), .tabs(2)]])
        guard isUsual(text, values.origin, draft) else { return }
        requestOrigins.keep(
            text, values.origin.requestParts, salt: UInt64(note), Self.origin(draft))
    }

    /// Whether the site is decided by what is taken for it: what is no usual host would not be.
    private func isUsual(
        _ text: Span<UInt8>, _ origin: Origin, _ draft: borrowing EventDraft
    ) -> Bool {
        text.first(0x3F, 0x23, in: origin.site) == origin.site.end
            && !(origin.isSiteOfURL && draft.isEmpty(.site))
    }

    /// The site; where the visit came from.
    private static func origin(_ draft: borrowing EventDraft) -> [[MemoPiece]] {
        [
            [.value(draft.value(.site)), .tabs(1)],
            [
                .tabs(1), .value(draft.value(.referrer)), .tabs(1), .value(draft.value(.channel)),
                .tabs(1), .value(draft.value(.source)), .tabs(1), .value(draft.value(.medium)),
                .tabs(1), .value(draft.value(.campaign)),
            ],
        ]
    }
}
