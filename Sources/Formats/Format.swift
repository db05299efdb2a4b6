import ByteIO
public import Touchpoints

/// The log formats, and how one is found.
public enum Format: String, CaseIterable, Sendable {
    case segment, json, combined, common

    /// The name of the best format for a sample of lines, with the share of them that it reads.
    ///
    /// JSON is chosen by keys; of the others the one that reads most lines. Nil where none reads
    /// three in five.
    public static func detected(in sample: [[UInt8]]) -> (format: Format?, share: Double) {
        let isObject = sample.first { $0.first == 0x7B } != nil
        if isObject {
            let text = sample.lazy.map { String(decoding: $0, as: UTF8.self) }
            let isSegment = text.contains {
                $0.contains("\"type\"")
                    && ($0.contains("\"messageId\"") || $0.contains("\"message_id\"")
                        || $0.contains("\"anonymousId\""))
            }
            return score(isSegment ? .segment : .json, sample)
        }
        let combined = score(.combined, sample)
        return combined
    }

    private static func score(
        _ format: Format, _ sample: [[UInt8]]
    ) -> (format: Format?, share: Double) {
        var decoder = Decoder(format)
        var draft = EventDraft()
        var read = 0
        for line in sample {
            draft.removeAll()
            do throws(RowError) {
                try decoder.decode(line.span, into: &draft)
                read += 1
            } catch {
                // A line that is well formed but wrong in a value speaks for its format.
                if error.code != .badFormat && error.code != .badJSON { read += 1 }
            }
        }
        let share = Double(read) / Double(max(sample.count, 1))
        return (share >= 0.6 ? format : nil, share)
    }
}

/// Reads the lines of one format. Keeps what it learned of the keys, so one a worker.
public struct Decoder: Sendable {
    private enum Kind: Sendable {
        case json(JSONEvents)
        case access(AccessLog)
    }

    private var kind: Kind

    public init(_ format: Format) {
        switch format {
        case .segment: kind = .json(JSONEvents(.segment))
        case .json: kind = .json(JSONEvents(.flat))
        case .combined, .common: kind = .access(AccessLog())
        }
    }

    /// Reads `line` into an empty draft.
    ///
    /// Throws why it is no event; the draft is then to be emptied.
    public mutating func decode(
        _ line: Span<UInt8>, into draft: inout EventDraft
    ) throws(RowError) {
        switch kind {
        case .json(var events):
            // Moved out and back, so that the key tree is never copied.
            kind = .access(AccessLog())
            defer { kind = .json(events) }
            try events.decode(line, into: &draft)
        case .access(let log): try log.decode(line, into: &draft)
        }
    }
}
