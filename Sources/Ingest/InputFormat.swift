import ByteIO
import Formats
import Touchpoints

/// What the first lines of an input say about its format.
struct InputFormat {
    private static let sampleLines = 200
    private static let sampleBytes = 1 << 18

    /// Nil where none fits.
    let format: Format?
    /// The share of the sample that the format reads, 0 to 1.
    let share: Double
    let sampled: Int

    /// By the name, or by the first lines of `block`.
    init(_ block: Block, named: Format?) {
        let lines = block.bytes.prefix(Self.sampleBytes).split(separator: 0x0A).lazy
            .map { Array($0.last == 0x0D ? $0.dropLast() : $0) }
            .filter { !$0.allSatisfy { $0 == 0x20 || $0 == 0x09 } && $0.first != 0x23 }
        let sample = Array(lines.prefix(Self.sampleLines))
        sampled = sample.count
        if let named {
            (format, share) = (named, 1)
        } else if sample.isEmpty {
            // An input of blank lines has no format and needs none.
            (format, share) = (.common, 1)
        } else {
            (format, share) = Format.detected(in: sample)
        }
    }

    /// Why there is no format.
    var problem: String {
        "no known format: the best fits \(Int(share * 100)) % of the first \(sampled) lines; "
            + "name it with --format"
    }

    /// The keys or columns that the first records have.
    static func keys(in block: Block, _ format: Format, _ options: DecodeOptions) -> [String] {
        var decoder = Decoder(format, options: options)
        var cursor = RecordCursor()
        var draft = EventDraft()
        let bytes = block.bytes.span
        for _ in 0..<sampleLines {
            guard decoder.next(bytes, BlockTraits(), &cursor, into: &draft) != nil else { break }
        }
        return decoder.seenKeys
    }
}
