import BasicContainers
import ByteIO
import TestSupport
import Testing

/// Blocks of rows against lines and fields split one by one.
struct RowBlockTests {
    private struct Line: Equatable {
        var fields: [[UInt8]]
        var isRagged = false
        var isPlain = true
    }

    /// The lines as the block should find them, in plain words.
    private static func plain(_ bytes: [UInt8], columns: Int) -> [Line] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        if lines.last == [] { lines.removeLast() }
        return lines.map { text in
            var line = text
            if line.last == 0x0D { line.removeLast() }
            let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
                .map(Array.init)
            let isRagged = fields.count != columns
            return Line(fields: isRagged ? [line] : fields, isRagged: isRagged)
        }
    }

    private static func found(_ path: String, columns: Int, size: Int) throws -> [Line] {
        var input = try InputFile(path: path)
        var block = RowBlock(size: size)
        var lines: [Line] = []
        var isAtEnd = false
        func add(_ block: borrowing RowBlock) {
            for row in 0..<block.rows {
                let fields = (0..<block.columns).map { block.field($0, of: row).copied() }
                let joined = block.row(row).copied()
                #expect(joined == Array(fields.joined(separator: [0x09])))
                lines.append(Line(fields: fields, isRagged: block.isRagged))
            }
        }
        while true {
            if block.findRows(columns: columns) {
                add(block)
            } else if block.takeLine() {
                block.splitLine(columns: columns)
                add(block)
            } else if !isAtEnd {
                isAtEnd = try !block.fill(from: &input)
            } else {
                guard block.pending > 0 else { return lines }
                block.takeRest()
                block.splitLine(columns: columns)
                add(block)
            }
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func rowsAreThoseOfPlainSplitting(seed: UInt64) throws {
        var numbers = SplitMix(seed: seed)
        let columns = Int.random(in: 1...70, using: &numbers)
        let size = Int.random(in: 1...400, using: &numbers)
        // Mostly plain rows; separators, returns, marks and high bytes where nobody wants them.
        let odd: [UInt8] = [0x09, 0x0A, 0x0D, 0x23, 0x00, 0x08, 0x0B, 0x89, 0x8A, 0xFF]
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...60, using: &numbers) {
            for column in 0..<columns {
                if column > 0 { bytes.append(0x09) }
                let length = Int.random(in: 0...9, using: &numbers)
                for _ in 0..<length { bytes.append(UInt8.random(in: 0x30...0x7A, using: &numbers)) }
            }
            if Int.random(in: 0..<8, using: &numbers) == 0 {
                bytes.append(odd.randomElement(using: &numbers) ?? 0)
            }
            bytes.append(0x0A)
        }
        if seed % 3 == 0 { bytes += [0x61, 0x09] }
        let scratch = try Scratch()
        let path = try scratch.file("rows", bytes)
        let found = try Self.found(path, columns: columns, size: size)
        #expect(found == Self.plain(bytes, columns: columns), "seed \(seed)")
    }

    @Test(arguments: 1...150)
    func anySizeGivesTheSameRows(size: Int) throws {
        let text =
            "a\tb\tc\n\t\t\n#x\ty\tz\nlong\t\(String(repeating: "w", count: 70))\t\n1\t2\r\n"
            + "r\ts\tt\r\nr\ts\tt\r\r\n\n\na\tb\tc\td\nlast\t\tone"
        let bytes = Array(text.utf8)
        let scratch = try Scratch()
        let path = try scratch.file("rows", bytes)
        let found = try Self.found(path, columns: 3, size: size)
        #expect(found == Self.plain(bytes, columns: 3))
    }

    @Test func lastGroupIsLeft() throws {
        let scratch = try Scratch()
        let path = try scratch.file("rows", Array("a\t1\na\t2\nb\t3\nc\t4\nc\t5\n".utf8))
        var input = try InputFile(path: path)
        var block = RowBlock(size: 100)
        _ = try block.fill(from: &input)
        var groups: [[String]] = []
        while block.findRows(columns: 2) {
            block.leaveLastGroup()
            groups.append((0..<block.rows).map { block.row($0).text })
        }
        #expect(groups == [["a\t1", "a\t2", "b\t3"], ["c\t4", "c\t5"]])
    }
}
