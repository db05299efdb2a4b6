import ByteIO
import Rows

// JSON in which a shipper keeps the line that it read: Fluent Bit, Vector, Logstash, Filebeat, journald,
// CloudWatch, Google Cloud.
extension Wrapper {
    private static let lineKeys: [StaticString] = [
        "message", "MESSAGE", "log", "msg", "textPayload",
    ]
    private static let timeKeys: [StaticString] = [
        "time", "timestamp", "@timestamp", "date", "ts", "__REALTIME_TIMESTAMP",
    ]
    /// An object with one of these is an event itself.
    private static let eventKeys: [StaticString] = [
        "event", "event_name", "event_type", "eventName", "messageId", "message_id", "anonymousId",
        "specversion",
    ]
    private static let arrayKeys: [StaticString] = ["logEvents", "records", "Records"]

    /// What is looked for in such an object.
    private struct Found {
        var line: Range<Int>?
        var array: Range<Int>?
        var time: LoggedTime?
    }

    /// The line that the object `line` holds.
    static func message(_ line: Span<UInt8>) -> Wrapper? {
        guard let found = search(line), let inside = found.line else { return nil }
        return Wrapper(kind: .message, inside: inside, time: found.time)
    }

    /// The array of records that the object `line` holds and nothing beside it tells an event: CloudWatch's
    /// `logEvents`, Azure's `records`.
    static func records(_ line: Span<UInt8>) -> Range<Int>? { search(line)?.array }

    private static func search(_ line: Span<UInt8>) -> Found? {
        do throws(RowError) {
            return try fields(line)
        } catch {
            // No JSON: the format will say what is wrong with it.
            return nil
        }
    }

    private static func fields(_ line: Span<UInt8>) throws(RowError) -> Found {
        var scanner = JSONScanner()
        var found = Found()
        try scanner.expect(0x7B, line)
        while scanner.peek(line) == 0x22 {
            let key = line.extracting(try scanner.string(line).range)
            if eventKeys.contains(where: { key.equals($0) }) { return Found() }
            try scanner.expect(0x3A, line)
            let kind = try scanner.kind(line)
            let start = scanner.at
            try scanner.skip(line, depth: 1)
            let value = kind == .string ? start + 1..<scanner.at - 1 : start..<scanner.at
            if kind == .string, lineKeys.contains(where: { key.equals($0) }) {
                // The longest one is the line: `msg` may be a name.
                if value.count > found.line?.count ?? 0 { found.line = value }
            } else if kind == .array, arrayKeys.contains(where: { key.equals($0) }) {
                found.array = value
            } else if kind != .object, timeKeys.contains(where: { key.equals($0) }) {
                found.time = LoggedTime(line.extracting(value)) ?? found.time
            }
            guard scanner.peek(line) == 0x2C else { break }
            scanner.at += 1
        }
        try scanner.expect(0x7D, line)
        // Several objects are a batch.
        return scanner.peek(line) == 0 && scanner.at == line.count ? found : Found()
    }
}
