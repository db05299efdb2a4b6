import BasicContainers
import ByteIO
import Rows

// A stored row as text. Inlined, as all that borrows the store.
extension RowStore {
    /// The row of a carried session.
    @_lifetime(borrow self)
    func carried(_ row: Int, _ head: Head) -> Span<UInt8> {
        region.bytes(at: offset(of: row) + Head.length, count: head.length)
    }

    /// Appends the row in our columns and order, or that of a carried session, without its LF.
    @inline(__always)
    func append(
        _ row: Int, _ head: Head, _ clock: inout RowClock, to bytes: inout UniqueArray<UInt8>
    ) {
        guard head.kind != RecordKind.carried else { return bytes.append(carried(row, head)) }
        append(row, head, &clock, behind: Span(), step: 0, to: &bytes)
    }

    /// Appends the row behind `prefix` and `step`, with its LF; where `step` is 0, only the row.
    @inline(__always)
    func append(
        _ row: Int, _ head: Head, _ clock: inout RowClock, behind prefix: Span<UInt8>, step: Int,
        to bytes: inout UniqueArray<UInt8>
    ) {
        let time = clock.words(of: head.time)
        let (visitor, user) = (names[head.visitor], names[head.user])
        let (touch, origin) = (touches[Int(head.touch)], origins[Int(head.origin)])
        let start = offset(of: row) + Head.length + (head.kind == RecordKind.marked ? 4 : 0)
        let rest = region.bytes(at: start, count: head.length)
        // Time, TABs and LF; time is written as 32 bytes.
        let length =
            visitor.count &+ user.count &+ touch.count &+ origin.count &+ rest.count &+ 38
        bytes.append(upTo: PathPrefix.length(prefix) &+ length) { builder in
            var path = builder
            if step > 0 { PathPrefix.write(prefix, step: step, to: &path) }
            path.append(words: time, count: Timestamp.rowLength)
            path.append(0x09, visitor)
            path.append(0x09, user)
            path.append(0x09, touch)
            path.append(0x09, origin)
            path.append(0x09, rest)
            if step > 0 { path.append(0x0A) }
            return path.finished()
        }
    }
}

/// What a path row has before those columns that are the event's: customer, session, index, and the step.
enum PathPrefix {
    /// Bytes that writing takes at most.
    @inline(__always)
    static func length(_ prefix: Span<UInt8>) -> Int { prefix.count &+ 25 }

    /// `prefix` ends with a TAB.
    @inline(__always)
    static func write(_ prefix: Span<UInt8>, step: Int, to row: inout RowBuilder) {
        row.append(prefix)
        row.append(decimal: UInt64(bitPattern: Int64(step)))
        row.append(0x09)
    }
}
