package import ByteIO
import Rows

/// Makes the keys by which copies of an event are known, and the ids of events that have none.
package struct EventIdentity: Sendable {
    private let ofLines: SipHash
    private let ofIDs: SipHash
    private var message: [UInt8] = []

    package init(key: VisitorKey) {
        ofLines = key.hash(for: "duplicates.lines")
        ofIDs = key.hash(for: "duplicates.ids")
    }

    /// The key of an event whose line is `record`; an event without an id gets that of its line as
    /// the first of its kind.
    ///
    /// A supplied id counts with event, visitor, user and time, so that a reused id is no copy.
    mutating func key(of draft: inout EventDraft, record: Span<UInt8>) -> Deduplicator.Key {
        if !draft.isEmpty(.eventID), Self.isID(draft[.eventID]) { return .supplied(digest(draft)) }
        let digest = digest(ofLine: record)
        let id = ofLines.digest(of: digest, 0)
        draft.set(.eventID) { id.appendHex(to: &$0) }
        return .line(digest)
    }

    /// What lines with the same bytes have in common.
    func digest(ofLine line: Span<UInt8>) -> SipHash.Digest { ofLines.digest(of: line) }

    /// What copies of an event with a supplied id have in common: `message` is its id, event, visitor
    /// and user, 0x1F behind each, and its time.
    func digest(ofID message: Span<UInt8>) -> SipHash.Digest { ofIDs.digest(of: message) }

    /// The id of the event whose line is the `occurrence`-th of its kind in its input, from 0.
    package func id(ofLine digest: SipHash.Digest, occurrence: UInt32) -> SipHash.Digest {
        ofLines.digest(of: digest, UInt64(occurrence))
    }

    private mutating func digest(_ draft: EventDraft) -> SipHash.Digest {
        message.removeAll(keepingCapacity: true)
        for column in [EventColumn.eventID, .event, .visitor, .user] {
            message.append(draft[column])
            message.append(0x1F)
        }
        // Sent again, an event whose clock was corrected has another time: its own is not known here.
        if draft.notes.isDisjoint(with: [.skewCorrected, .receivedTime]) {
            draft.time?.write(to: &message)
        }
        let whole = message
        return digest(ofID: whole.span)
    }

    /// Whether an id tells events apart: `0`, `null` and ids of zeros alone do not.
    static func isID(_ id: Span<UInt8>) -> Bool {
        if id.count <= 16 {
            let words: [StaticString] = ["null", "none", "nil", "undefined", "(not set)"]
            let lower = id.copied().map(\.asciiLowercased)
            if words.contains(where: { lower.span.equals($0) }) { return false }
        }
        for index in id.indices where id[index] != 0x30 && id[index] != 0x2D { return true }
        return false
    }
}
