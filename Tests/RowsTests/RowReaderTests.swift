import ByteIO
import Foundation
import TestSupport
import Testing
import Rows

/// Streams read by blocks against the same read line by line.
struct RowReaderTests {
    private struct Reading: Equatable {
        struct Row: Equatable {
            let kind: StreamKind
            let stream: Int
            let line: Int
            let bytes: [UInt8]
            let fields: [[UInt8]]
        }

        var rows: [Row] = []
        var ends: [StreamEnd] = []
        var kinds: [StreamKind] = []
        var failure: String?
    }

    private static let kinds: [StreamKind] = [.events, .state]

    private static func byLines(_ path: String) throws -> Reading {
        var reader = StreamReader(try InputFile(path: path), kinds: kinds)
        var reading = Reading()
        do {
            while try reader.advance() {
                let bytes = reader.row.copied()
                let fields = bytes.split(separator: 0x09, omittingEmptySubsequences: false)
                let isRagged = fields.count != reader.columns.count
                reading.rows.append(
                    Reading.Row(
                        kind: reader.kind, stream: reader.streamNumber, line: reader.lineNumber,
                        bytes: bytes, fields: isRagged ? [bytes] : fields.map(Array.init)))
            }
        } catch {
            reading.failure = "\(error)"
        }
        reading.ends = reader.ends
        reading.kinds = reader.endedKinds
        return reading
    }

    private static func byBlocks(
        _ path: String, size: Int, wholeGroups: Bool = false
    ) throws -> Reading {
        var reader = RowReader(try InputFile(path: path), kinds: kinds, blockSize: size)
        var reading = Reading()
        do {
            while try reader.advance(wholeGroups: wholeGroups) {
                for row in 0..<reader.block.rows {
                    let fields = (0..<reader.block.columns).map {
                        reader.block.field($0, of: row).copied()
                    }
                    let isRagged = reader.block.isRagged
                    #expect(isRagged == (fields.count != reader.columns.count))
                    let bytes = reader.block.row(row).copied()
                    reading.rows.append(
                        Reading.Row(
                            kind: reader.kind, stream: reader.streamNumber,
                            line: reader.lineNumber(of: row),
                            bytes: bytes, fields: fields))
                }
            }
        } catch {
            reading.failure = "\(error)"
        }
        reading.ends = reader.ends
        reading.kinds = reader.endedKinds
        return reading
    }

    private static func stream(_ numbers: inout SplitMix) -> [UInt8] {
        let columns = Int.random(in: 1...5, using: &numbers)
        let kind = Int.random(in: 0...4, using: &numbers) == 0 ? "state" : "events"
        let names = (0..<columns).map { "c\($0)" }.joined(separator: "\t")
        var body: [UInt8] = []
        let rows = Int.random(in: 0...12, using: &numbers)
        for _ in 0..<rows {
            for column in 0..<columns {
                if column > 0 { body.append(0x09) }
                let length = Int.random(in: 0...3, using: &numbers)
                body += (0..<length).map { _ in UInt8.random(in: 0x61...0x63, using: &numbers) }
            }
            body += Int.random(in: 0...9, using: &numbers) == 0 ? [0x0D, 0x0A] : [0x0A]
        }
        let checksum =
            Int.random(in: 0...3, using: &numbers) == 0 ? nil : XXH64.digest(of: body.span)
        let end = StreamEnd(rows: rows, isComplete: true, checksum: checksum)
        return Array("#polku \(kind) 1\n\(names)\n".utf8) + body + Array("\(end.line)\n".utf8)
    }

    /// Streams one after another, mostly whole, some with a byte changed, cut out or put in.
    @Test(arguments: 0..<400 as Range<UInt64>)
    func anyBlockSizeReadsWhatLinesRead(seed: UInt64) throws {
        var numbers = SplitMix(seed: seed)
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...4, using: &numbers) { bytes += Self.stream(&numbers) }
        for _ in 0..<Int.random(in: 0...1, using: &numbers) * 2 where !bytes.isEmpty {
            let at = bytes.indices.randomElement(using: &numbers) ?? 0
            let odd: [UInt8] = [0x09, 0x0A, 0x0D, 0x23, 0x61, 0x00]
            let byte = odd.randomElement(using: &numbers) ?? 0
            switch Int.random(in: 0...3, using: &numbers) {
            case 0: bytes[at] = byte
            case 1: bytes.remove(at: at)
            case 2: bytes.insert(byte, at: at)
            default: bytes.removeSubrange(at...)
            }
        }
        let scratch = try Scratch()
        let path = try scratch.file("stream", bytes)
        let wanted = try Self.byLines(path)
        for size in [1, 2, 3, 17, 64, 100, 1 << 18] {
            #expect(try Self.byBlocks(path, size: size) == wanted, "seed \(seed) size \(size)")
        }
        #expect(try Self.byBlocks(path, size: 50, wholeGroups: true) == wanted, "seed \(seed)")
    }

    @Test func damagedGzipGivesItsRowsFirst() throws {
        var numbers = SplitMix(seed: 5)
        let scratch = try Scratch()
        var bytes: [UInt8] = []
        for _ in 0..<40 { bytes += Self.stream(&numbers) }
        var output = try OutputFile.creating(scratch.path("whole.gz"))
        try output.write(bytes.span)
        try FinishedFile.publish([output.complete()])
        let whole = [UInt8](try Data(contentsOf: URL(filePath: scratch.path("whole.gz"))))
        for cut in [0, 1, 8, 9, 40, whole.count / 2, whole.count - 20] {
            let path = try scratch.file("cut-\(cut)", Array(whole.dropLast(cut)))
            let wanted = try Self.byLines(path)
            for size in [7, 1 << 18] { #expect(try Self.byBlocks(path, size: size) == wanted) }
        }
    }

    @Test(arguments: [1 << 10, 1 << 18])
    func rowsThatAreTooLongAreRefused(size: Int) throws {
        let scratch = try Scratch()
        for (extra, end) in [(-1, "\n"), (0, "\n"), (1, "\n"), (1, ""), (9000, "\nx\n")] {
            let text = [UInt8](repeating: 0x61, count: RowReader.maximumRow + extra)
            let path = try scratch.file(
                "long", Array("#polku events 1\na\nx\n".utf8) + text + Array(end.utf8))
            let wanted = try Self.byLines(path)
            let found = try Self.byBlocks(path, size: size)
            #expect(found.failure == wanted.failure)
            #expect(found.rows.map(\.bytes.count) == wanted.rows.map(\.bytes.count))
        }
    }
}
