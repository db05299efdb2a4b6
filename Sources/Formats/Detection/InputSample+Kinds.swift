import ByteIO
import Rows

// Formats that are told by how their first lines begin.
extension InputSample {
    /// Lines that may stand above the header of a table.
    static let mostTitles = 10

    func extended(_ fields: [UInt8]) -> Format {
        let names = fields.span.text.split { $0 == " " || $0 == "\t" }
        if names.contains("x-edge-location") { return .cloudfront }
        return isMicrosoft || names.contains("sc-win32-status") ? .iis : .w3c
    }

    /// 130 TABs, a time in column 4 and a UUID in column 7.
    func isSnowplow(_ line: [UInt8]) -> Bool {
        let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
        guard cells.count >= SnowplowLog.columnCount else { return false }
        let id = cells[6]
        let dashes = [8, 13, 18, 23].allSatisfy {
            id.count == 36 && id[id.startIndex + $0] == 0x2D
        }
        return dashes && LoggedTime(iso: Array(cells[3]).span) != nil
    }

    /// The format of a table whose header names what an event needs; titles may stand above it.
    func table(_ options: DecodeOptions) -> Format? {
        for (index, line) in lines.prefix(Self.mostTitles + 1).enumerated() {
            if DelimitedLog(delimiter: 0x09, options: options).canBeHeader(line.raw.span) {
                return .tsv
            }
            let log = DelimitedLog(delimiter: nil, options: options)
            if log.canBeHeader(line.raw.span, after: index > 0 ? lines[index - 1].raw : []) {
                return .csv
            }
            guard DelimitedLog.isTitle(line.raw.span) else { return nil }
        }
        return nil
    }

    /// Whether the lines are JSON: most are objects, or the first begins one, or an array of them.
    var isJSON: Bool {
        let isObject = lines.map { $0.text.first(where: { $0 > 0x20 }) == 0x7B }
        return isObject[0] || isArray || isObject.count(where: \.self) * 2 > lines.count
    }

    /// Whether the text begins an array of objects or arrays: many a log line begins with `[` too.
    private var isArray: Bool {
        let visible = lines.prefix(2).flatMap(\.text).filter { $0 > 0x20 }.prefix(2)
        guard visible.first == 0x5B else { return false }
        return visible.count < 2 || [0x5B, 0x5D, 0x7B].contains(visible[1])
    }

    func findJSON(_ options: DecodeOptions) throws(DetectionError) -> Detection {
        let (plain, keys) = trial(of: .json, options)
        let format = Self.json(Set(keys))
        let found = format == .json ? plain : fit(format, options)
        guard found.share >= Self.enough else { throw unreadableJSON(found) }
        // A record's own time is missing where its array has them.
        if Set(keys).isDisjoint(with: ["records", "Records", "logEvents"]),
            !hasTime(format, options),
            let key = NestedRecords.key(in: lines[0].text)
        {
            throw DetectionError(
                "JSON without a time, its records in '\(key)'",
                command: NestedRecords.command(key, inArray: false))
        }
        return Detection(best: found, seenKeys: keys)
    }

    /// Whether any line has a time that is read.
    private func hasTime(_ format: Format, _ options: DecodeOptions) -> Bool {
        var decoder = Decoder(format, options: options, unwraps: unwraps)
        var draft = EventDraft()
        return lines.prefix(20).contains { line in
            draft.removeAll()
            do throws(RowError) {
                try decoder.decode(line.text.span, into: &draft)
                return true
            } catch {
                return error.code != .missingField
            }
        }
    }

    /// What keeps JSON from being one object a line.
    private func unreadableJSON(_ fit: Detection.Fit) -> DetectionError {
        if isArray {
            let first = lines[0].text.firstIndex(of: 0x7B)
            if let first, let key = NestedRecords.key(in: lines[0].text, at: first) {
                return DetectionError(
                    "one JSON array, and its records in '\(key)'",
                    command: NestedRecords.command(key, inArray: true))
            }
            return DetectionError(
                "one JSON array, not one object a line", command: .program("jq -c '.[]'"))
        }
        if let key = arrayKey {
            return DetectionError(
                "JSON over several lines, its records in '\(key)'",
                command: .program("jq -c '.\(key)[]'"))
        }
        if lines.count > 1, lines[0].text.count < 3 {
            return DetectionError("JSON over several lines", command: .program("jq -c ."))
        }
        let (line, error) = firstFailure(of: fit.format) ?? (1, RowError(.badJSON, "no object"))
        let text = lines.first { $0.number == line }?.text ?? []
        let tried =
            "\(fit.format.rawValue) fits \(Int(fit.share * 100)) % of the first \(lines.count) lines; "
            + "line \(line): \(error.detail)"
        if text.last == 0x2C, text.first(where: { $0 > 0x20 }) == 0x7B {
            return DetectionError(
                "JSON objects with a comma behind each (\(tried))",
                command: .program("sed 's/,[[:space:]]*$//'"))
        }
        let raw = lines.first { $0.number == line }?.raw ?? []
        if Batch.hasObjects(raw.span) {
            return DetectionError(
                "several JSON objects a line (\(tried))", command: .program("jq -c ."))
        }
        if text.span.firstOffset(of: ":-,") != nil || text.span.firstOffset(of: ":-}") != nil {
            return DetectionError(
                "JSON with a bare - for a value, as nginx writes a number that is missing: put the variable in quotes in "
                    + "log_format (\(tried))",
                command: .program("sed 's/:-\\([,}]\\)/:null\\1/g'"))
        }
        return DetectionError("no JSON that can be read: \(tried); one object a line is wanted")
    }

    /// The key whose array begins on a line of its own, of JSON over several lines.
    private var arrayKey: String? {
        guard lines[0].text.count < 3 else { return nil }
        for line in lines.prefix(20) {
            let text = line.text.span.text.split(separator: ":", maxSplits: 1)
            guard text.count == 2, text[1].allSatisfy({ $0 == " " || $0 == "[" }),
                text[1].contains("[")
            else { continue }
            let key = text[0].filter { $0 != " " && $0 != "\"" && $0 != "\t" }
            if key.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x5F }) {
                return key
            }
        }
        return nil
    }
}
