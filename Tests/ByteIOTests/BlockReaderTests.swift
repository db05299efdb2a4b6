import ByteIO
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
}
