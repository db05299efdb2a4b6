import ByteIO
import Foundation
import TestSupport
import Testing

struct BlockReaderTests {
    /// Lines of many lengths, the last without its LF; one longer than most blocks.
    private static func content() -> [UInt8] {
        var random = SplitMix(seed: 3)
        var bytes: [UInt8] = []
        for number in 0..<400 {
            let length = number == 200 ? 70_000 : Int(random.next() % 2000)
            for _ in 0..<length { bytes.append(UInt8(random.next() % 90) + 0x21) }
            bytes.append(0x0A)
        }
        return bytes + Array("last".utf8)
    }

    @Test(arguments: [1, 7, 4096, 1 << 16, 1 << 19], ["a.log", "a.log.gz"])
    func blocksAreWholeLinesAndTogetherTheContent(size: Int, name: String) throws {
        let folder = try Scratch()
        let content = Self.content()
        let path =
            name.hasSuffix(".gz")
            ? try folder.gzip(name, content) : try folder.file(name, content)
        var seen: [UInt8] = []
        var joined: [UInt8] = []
        var reader = BlockReader(
            try InputFile(path: path), size: size, observe: { seen += $0.copied() })
        while let block = reader.next() {
            #expect(block.offset == joined.count)
            joined += block.bytes
            #expect(block.bytes.last == 0x0A || joined.count == content.count)
        }
        #expect(joined == content)
        #expect(seen == content)
        #expect(reader.inflatedCount == content.count)
        #expect(reader.damage == nil)
    }

    /// A line of the greatest length is whole, with CRLF too; of one that is longer its start comes, or all
    /// of it where its end was at hand. Lines around it lose nothing.
    @Test(arguments: [1, 7, 5000, 9999, 10_000, 10_001, 1 << 17], [-1, 0, 1, 2, 70_000])
    func linesUpToTheGreatestLengthAreWhole(size: Int, extra: Int) throws {
        let folder = try Scratch()
        let maximum = 100_000
        for end in ["\n", "\r\n", ""] {
            let long = [UInt8](repeating: 0x61, count: maximum + extra)
            let tail = end.isEmpty ? "" : "z\n"
            for lead in [0, 1, 65_535, 65_536] {
                let first = lead == 0 ? [] : [UInt8](repeating: 0x62, count: lead - 1) + [0x0A]
                let content = first + long + Array((end + tail).utf8)
                var reader = BlockReader(
                    try InputFile(path: folder.file("a", content)), size: size,
                    maximumLine: maximum)
                var (whole, starts) = ([UInt8](), [[UInt8]]())
                while let block = reader.next() {
                    if block.isCut {
                        #expect(block.offset == first.count)
                        starts.append(block.bytes)
                    } else {
                        whole += block.bytes
                    }
                }
                #expect(reader.inflatedCount == content.count)
                if starts.isEmpty {
                    #expect(whole == content)
                } else {
                    #expect(extra > 0)
                    #expect(starts == [Array(long.prefix(LineReader.cutLength))])
                    #expect(whole == first + Array(tail.utf8))
                }
            }
        }
    }

    @Test func damageComesBehindItsBlocks() throws {
        let folder = try Scratch()
        let content = Self.content()
        let whole = try Data(contentsOf: URL(filePath: folder.gzip("a.gz", content)))
        let path = try folder.file("b.gz", whole.dropLast(1))
        var reader = BlockReader(try InputFile(path: path), size: 4096)
        var (joined, torn) = ([UInt8](), 0)
        while let block = reader.next() {
            joined += block.bytes
            if block.isTorn { torn += 1 }
        }
        #expect(joined == content)
        #expect(torn == 1)
        #expect(reader.damage?.kind == .damaged)
    }
}
