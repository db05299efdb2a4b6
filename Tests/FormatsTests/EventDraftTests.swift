import ByteIO
import Testing
import Rows

struct EventDraftTests {
    private static func fields(_ draft: inout EventDraft) -> [Substring] {
        var rows: [UInt8] = []
        draft.write(to: &rows)
        return rows.span.text.dropLast().split(separator: "\t", omittingEmptySubsequences: false)
    }

    /// A row's time does not depend on the row before.
    @Test func timesAreWrittenAsIfTheirRowStoodAlone() {
        let minute: Int64 = 60_000_000
        var draft = EventDraft()
        for start in [0, -1, 1_714_568_398_000_000, 1_714_568_340_000_000] as [Int64] {
            for step in [0, 1, 999_999, 1_000_000, 59_999_999, minute, -1, -minute, 7 * minute] {
                let time = Timestamp(microseconds: start + step)
                draft.removeAll()
                draft.time = time
                #expect(Self.fields(&draft).first.map(String.init) == time.text)
            }
        }
    }

    @Test(arguments: [
        ("plain", "plain"), ("a\tb\nc\r\\d", #"a\tb\nc\r\\d"#), ("\u{E9}\u{1}", "\u{E9}\u{1}"),
        ("", ""),
    ])
    func columnsStandInTheirOrder(value: String, wanted: String) {
        var draft = EventDraft()
        draft.time = Timestamp(microseconds: 0)
        draft.set(.page, Array("/later".utf8).span)
        draft.set(.props, Array(value.utf8).span)
        draft.set(.visitor, Array(value.utf8).span)
        draft.set(.agent, Array("never written".utf8).span)
        draft.set(.event, "page_view")
        draft.clear(.page)
        var row = [Substring](repeating: "", count: EventColumn.allCases.count)
        row[EventColumn.time.rawValue] = "1970-01-01T00:00:00.000000Z"
        row[EventColumn.visitor.rawValue] = Substring(wanted)
        row[EventColumn.event.rawValue] = "page_view"
        row[EventColumn.props.rawValue] = Substring(wanted)
        #expect(Self.fields(&draft) == row)
        let agent = draft[.agent].text
        #expect(agent == "never written" && draft.isEmpty(.page))
        draft.removeAll()
        #expect(draft.isEmpty(.visitor) && draft.isEmpty(.agent) && draft.isEmpty(.props))
    }
}
