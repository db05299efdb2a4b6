import ByteIO
import Formats
import Foundation
import Testing
import Rows

struct BatchTests {
    private let text = #"""
        {"batch":[{"messageId":"b1","type":"track","event":"A","anonymousId":"a","originalTimestamp":"2024-05-01T09:00:00Z","receivedAt":"2024-05-01T10:00:10Z"},{"messageId":"b2","type":"track","event":"B","anonymousId":"a","timestamp":"nonsense"}, 7, {"messageId":"b4","type":"track","event":"D","anonymousId":"a","timestamp":"2024-05-01T10:00:00Z"}],"sentAt":"2024-05-01T09:00:05Z"}
        {"messageId":"m5","type":"page","anonymousId":"a","timestamp":"2024-05-01T10:00:00Z","name":"Home"}
        {"batch":[]}
        """#

    @Test func readsEveryElementAsOneRecord() {
        let found = decode(text, .segment)
        #expect(
            found.map { $0.code ?? ($0.reading == .blank ? "blank" : $0["event"]) } == [
                "A", "bad_time", "bad_json", "D", "page_view", "blank",
            ])
        #expect(found.map(\.line) == [1, 1, 1, 1, 2, 3])
        // Received 10:00:10, minus (sent 09:00:05 minus original 09:00:00).
        #expect(found[0]["time"] == "2024-05-01T10:00:05.000000Z")
        #expect(found[0].notes == ["skew_corrected"])
    }

    /// A reject is kept as a batch of its own, so that reading it again gives the same.
    @Test func keepsARejectedElementAsABatch() throws {
        var decoder = Decoder(.segment)
        var draft = EventDraft()
        var cursor = RecordCursor()
        let bytes = Array(text.utf8)
        _ = decoder.next(bytes.span, BlockTraits(), &cursor, into: &draft)
        _ = decoder.next(bytes.span, BlockTraits(), &cursor, into: &draft)
        let kept = try JSONSerialization.jsonObject(with: Data(cursor.replacement))
        let object = try #require(kept as? [String: Any])
        #expect(object["sentAt"] as? String == "2024-05-01T09:00:05Z")
        #expect((object["batch"] as? [Any])?.count == 1)
    }
}
