import Events
import ByteIO
import StageSupport
import Rows

/// Takes parsed blocks in input order: drops duplicates, writes rows and rejects, keeps the counts.
struct RowSink: ~Copyable {
    private static let keysAhead = 16

    private(set) var ledger = Ledger()
    private(set) var tally = Tally()
    /// The first three, for messages.
    private(set) var firstRejects: [String] = []

    private var stream: StreamWriter
    private var rejects: RejectFile?
    private var duplicates: Deduplicator
    private let identity: EventIdentity

    init(
        stream: consuming StreamWriter, rejects: consuming RejectFile?,
        duplicates: consuming Deduplicator, key: VisitorKey
    ) {
        self.stream = stream
        self.rejects = rejects
        self.duplicates = duplicates
        identity = EventIdentity(key: key)
    }

    /// Rows written so far.
    var rows: Int { stream.rows }

    mutating func beginInput() { duplicates.beginInput() }

    /// One more line that is earlier than the one before it, which is in another block.
    mutating func countOutOfOrder() { tally.outOfOrder += 1 }

    /// Writes what a block became; `lines` of the file came before it.
    mutating func take(
        _ parsed: consuming ParsedBlock, of file: String, after lines: Int
    ) throws(IOFailure) {
        for reject in parsed.rejects {
            let place = "\(file):\(lines + reject.line)"
            if firstRejects.count < 3 {
                firstRejects.append("\(place): \(PersonalData.hidden("\(reject.error)"))")
            }
            try rejects?.write(reject, file: file, line: lines + reject.line)
        }
        if parsed.marks.isEmpty {
            try stream.write(rows: parsed.rows.span, count: parsed.ledger.events)
        } else {
            let copies = try writeRows(&parsed.rows, parsed.marks)
            parsed.ledger.events -= copies
            parsed.ledger.duplicates += copies
        }
        ledger.add(parsed.ledger)
        tally.add(parsed.tally)
    }

    /// Writes the rows that are no copies, in runs; how many were copies.
    private mutating func writeRows(
        _ rows: inout [UInt8], _ marks: [EventMark]
    ) throws(IOFailure) -> Int {
        var copies = 0
        var (from, kept, start) = (0, 0, 0)
        for mark in marks.prefix(Self.keysAhead) { duplicates.expect(mark.key) }
        for (index, mark) in marks.enumerated() {
            if index + Self.keysAhead < marks.count {
                duplicates.expect(marks[index + Self.keysAhead].key)
            }
            let verdict = try duplicates.verdict(on: mark.key)
            if verdict.isDuplicate {
                if from < start {
                    try stream.write(rows: rows.span.extracting(from..<start), count: kept)
                }
                (from, kept) = (mark.end, 0)
                copies += 1
            } else {
                kept += 1
                if verdict.occurrence > 0, case .line(let digest) = mark.key {
                    let id = identity.id(ofLine: digest, occurrence: verdict.occurrence)
                    Self.put(id, into: &rows, start..<mark.end)
                }
            }
            start = mark.end
        }
        if from < start { try stream.write(rows: rows.span.extracting(from..<start), count: kept) }
        return copies
    }

    /// Puts a line's id in its place in the row; it is as long as the one that is there.
    private static func put(_ id: SipHash.Digest, into rows: inout [UInt8], _ row: Range<Int>) {
        var at = row.lowerBound
        for _ in 0..<EventColumn.eventID.rawValue {
            guard let tab = rows.span.firstOffset(of: 0x09, in: at..<row.upperBound) else { return }
            at = tab + 1
        }
        var digits: [UInt8] = []
        id.appendHex(to: &digits)
        guard at + digits.count <= row.upperBound else { return }
        rows.replaceSubrange(at..<at + digits.count, with: digits)
    }
}

// Ends.
extension RowSink {
    /// Completes the file of rejects.
    mutating func finishRejects() throws(IOFailure) -> FinishedFile? { try rejects?.complete() }

    /// Writes the end line, and completes the rows.
    mutating func finishRows(isComplete: Bool) throws(IOFailure) -> FinishedFile {
        try stream.finish(isComplete: isComplete)
    }
}
