import ByteIO
import Formats
import Foundation
import Rows

/// What became of a record, with its columns as text; for tests.
struct Decoded: Equatable {
    var reading: Reading
    var line: Int
    var record: [UInt8]
    var columns: [String: String] = [:]
    var props: [String: String] = [:]
    var notes: [String] = []
    /// Whether the time is one that a log may hold.
    var isInRange: Bool?

    var code: String? {
        if case .rejected(let error) = reading { error.code.rawValue } else { nil }
    }
    subscript(column: String) -> String { columns[column] ?? "" }
}

/// Reads `text` as one input, in blocks of about `size` bytes cut at line ends.
func decode(
    _ text: [UInt8], _ format: Format, _ options: DecodeOptions = DecodeOptions(),
    size: Int = 1 << 20, isTorn: Bool = false
) -> [Decoded] {
    var decoder = Decoder(format, options: options)
    return decode(text, &decoder, size: size, isTorn: isTorn)
}

func decode(
    _ text: String, _ format: Format, _ options: DecodeOptions = DecodeOptions(),
    size: Int = 1 << 20
) -> [Decoded] { decode(Array(text.utf8), format, options, size: size) }

func decode(
    _ text: [UInt8], _ decoder: inout Decoder, size: Int = 1 << 20, isTorn: Bool = false
) -> [Decoded] {
    var draft = EventDraft()
    var found: [Decoded] = []
    var start = 0
    var lines = 0
    var carried: [UInt8] = []
    while start < text.count {
        var end = min(start + size, text.count)
        while end < text.count, text[end - 1] != 0x0A { end += 1 }
        let bytes = carried + text[start..<end]
        let traits = BlockTraits(isLast: end == text.count, isTorn: isTorn && end == text.count)
        var cursor = RecordCursor()
        while let reading = decoder.next(bytes.span, traits, &cursor, into: &draft) {
            var record = Decoded(
                reading: reading, line: lines + cursor.line, record: Array(bytes[cursor.record]))
            if reading == .event { record.read(draft) }
            found.append(record)
        }
        carried = Array(bytes[cursor.next...])
        lines += cursor.lines
        start = end
    }
    return found
}

extension Decoded {
    fileprivate mutating func read(_ draft: EventDraft) {
        var draft = draft
        draft.setReferrer()
        for column in EventColumn.allCases where column != .time {
            columns[column.name] = String(decoding: draft.value(column), as: UTF8.self)
        }
        isInRange = draft.time.map { $0 >= .earliest && $0 < .latest }
        columns["time"] = draft.time?.text ?? ""
        columns["address"] = draft[.address].text
        columns["agent"] = draft[.agent].text
        columns["click_id"] = draft[.clickID].text
        columns["click_network"] = draft.clickNetwork?.rawValue ?? ""
        columns["probe"] = "\(draft.isProbe)"
        columns["zoned"] = "\(draft.isZoned)"
        columns["kind"] = "\(draft.requestKind)"
        notes = draft.notes.names
        props = Self.values(draft.value(.props))
    }

    /// The properties as text; `!` where `props` is not one flat JSON object.
    private static func values(_ json: [UInt8]) -> [String: String] {
        guard !json.isEmpty else { return [:] }
        guard
            let object = try? JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
        else { return ["!": String(decoding: json, as: UTF8.self)] }
        return object.mapValues { value in
            if let number = value as? NSNumber, isBoolean(number) {
                return number.boolValue ? "true" : "false"
            }
            return "\(value)"
        }
    }

    private static func isBoolean(_ number: NSNumber) -> Bool {
        number === NSNumber(value: true) || number === NSNumber(value: false)
    }
}
