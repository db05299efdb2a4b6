import ByteIO
import Rows

/// The format of an input, and how it was found.
public struct Detection: Sendable {
    /// A format, and the share of the sample that it reads.
    public struct Fit: Equatable, Sendable {
        public var format: Format
        public var share: Double
    }

    public var format: Format { best.format }
    public internal(set) var best: Fit
    public internal(set) var runnerUp: Fit?
    /// The wrapper around the lines: `docker`, `container`, `syslog` or `quotes`.
    public internal(set) var wrapper: String?
    /// For `Decoder`: whether the lines may be in parts.
    public internal(set) var joinsParts = false
    /// The keys or columns that the sample has, dotted, in byte order.
    public internal(set) var seenKeys: [String] = []
}

/// Why an input cannot be read: exit 65.
public struct DetectionError: Error, Equatable, Sendable {
    /// What is wrong, one line without the name of the file.
    public let reason: String
    /// A command that makes the input readable when the name of the file is put behind it.
    public let command: String?

    init(_ reason: String, command: String? = nil) {
        self.reason = reason
        self.command = command
    }

    /// The message for `file`; `-` is standard input.
    public func message(for file: String) -> String {
        let name = file == "-" ? "stdin" : file
        guard let command else { return "\(name): \(reason)" }
        let source = file == "-" ? "FILE" : file
        return "\(name): \(reason); run: \(command) \(source) | ingest -"
    }
}

extension InputSample {
    /// Winners have to read this share of the sample.
    private static let enough = 0.6

    /// The format of the input; `forced` is what the user named, nil for `auto`.
    ///
    /// Throws what the input is instead, or the two formats that come nearest.
    public func detect(
        as forced: Format?, options: DecodeOptions = DecodeOptions()
    ) throws(DetectionError) -> Detection {
        if let magic = Magic.found(in: bytes) {
            throw DetectionError(magic.name, command: magic.command)
        }
        if bytes.span.starts(with: "#polku paths ") {
            throw DetectionError("already a path stream; run funnelstats")
        }
        if bytes.span.starts(with: "#polku ") {
            throw DetectionError("already an event stream; run sessionize")
        }
        var found: Detection
        if let forced {
            found = Detection(best: .init(format: forced, share: 1))
        } else {
            found = try find(options)
        }
        found.wrapper = wrapper
        found.joinsParts = joinsParts
        if found.seenKeys.isEmpty { found.seenKeys = seenKeys(found.format, options) }
        return found
    }

    private func find(_ options: DecodeOptions) throws(DetectionError) -> Detection {
        // A comment of another format may look like the directive.
        if let fields {
            let (found, keys) = trial(of: extended(fields), options)
            if found.share >= Self.enough { return Detection(best: found, seenKeys: keys) }
        }
        guard let first = lines.first else {
            return Detection(best: .init(format: .common, share: 1))
        }
        let objects = lines.count { $0.text.span.firstVisible == 0x7B }
        if first.text.span.firstVisible == 0x7B || first.text.span.firstVisible == 0x5B
            || objects * 2 > lines.count
        {
            return try findJSON(options)
        }
        if isSnowplow(first.text) { return try decide([fit(.snowplow, options)]) }
        if let table = table(first.text, options) {
            let (found, keys) = trial(of: table, options)
            return try decide([found], seenKeys: keys)
        }
        return try decide(textFits(options))
    }

    /// Throws where the best of `fits`, which come best first, is not good enough.
    private func decide(
        _ fits: [Detection.Fit], seenKeys: [String] = []
    ) throws(DetectionError) -> Detection {
        guard fits[0].share >= Self.enough else { throw unknown(fits) }
        return Detection(
            best: fits[0], runnerUp: fits.count > 1 ? fits[1] : nil, seenKeys: seenKeys)
    }

    private func unknown(_ fits: [Detection.Fit]) -> DetectionError {
        let known = fits.prefix(2).map {
            "\($0.format.rawValue) fits \(Int($0.share * 100)) %"
        }.joined(separator: " and ")
        var place = ""
        if let (line, error) = firstFailure(of: fits[0].format) {
            let column = error.column.map { ", column \($0)" } ?? ""
            place = "; line \(line)\(column): \(error.detail)"
        }
        let columns = headerHint.map { "; \($0)" } ?? ""
        return DetectionError(
            "no known format: \(known) of the first \(lines.count) lines\(place); name it with "
                + "--format \(fits[0].format.rawValue)\(columns)")
    }

    /// For a table whose columns nobody knows.
    private var headerHint: String? {
        guard let first = lines.first else { return nil }
        let columns = first.text.split(separator: 0x2C, omittingEmptySubsequences: false).count
        guard columns > 1, lines.count > 1,
            lines[1].text.split(separator: 0x2C, omittingEmptySubsequences: false).count == columns
        else { return nil }
        return "or, for a table, with --format csv --map time=COLUMN,visitor=COLUMN,event=COLUMN"
    }
}

// Scores.
extension InputSample {
    /// The share of the lines that `format` reads. A line that is well formed but wrong in a value
    /// speaks for its format.
    private func fit(_ format: Format, _ options: DecodeOptions) -> Detection.Fit {
        trial(of: format, options).fit
    }

    /// The score, and the keys or columns that the decoder met.
    private func trial(
        of format: Format, _ options: DecodeOptions
    ) -> (fit: Detection.Fit, seenKeys: [String]) {
        var decoder = Decoder(format, options: options, joinsParts: joinsParts)
        var draft = EventDraft()
        var cursor = RecordCursor()
        var (read, all) = (0, 0)
        while let reading = decoder.next(
            bytes.span, BlockTraits(isLast: true), &cursor, into: &draft)
        {
            guard reading != .blank else { continue }
            all += 1
            if case .rejected(let error) = reading, error.isStructural { continue }
            read += 1
        }
        let share = all == 0 ? 1 : Double(read) / Double(all)
        let keys = Set(decoder.seenKeys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return (Detection.Fit(format: format, share: share), keys)
    }

    func firstFailure(of format: Format) -> (Int, RowError)? {
        var decoder = Decoder(format)
        var draft = EventDraft()
        for line in lines {
            draft.removeAll()
            do throws(RowError) {
                try decoder.decode(line.text.span, into: &draft)
            } catch  where error.isStructural {
                return (line.number, error)
            } catch {
                continue
            }
        }
        return nil
    }

    /// The formats that are chosen by trial, best first; ties go to the one named first.
    private func textFits(_ options: DecodeOptions) -> [Detection.Fit] {
        var fits = [Format.alb, .elb, .s3, .haproxy].map { fit($0, options) }
        fits += accessFits()
        let order = Array(fits.enumerated()).sorted {
            ($1.element.share, $0.offset) < ($0.element.share, $1.offset)
        }
        let isHopeless = order.allSatisfy { $0.element.share == 0 }
        return isHopeless
            ? [Format.combined, .common].map { .init(format: $0, share: 0) } : order.map(\.element)
    }

    /// One family: its lines may differ, so the commonest shape names it and all shapes count.
    private func accessFits() -> [Detection.Fit] {
        var counts: [Format: Int] = [:]
        var filler = EventFiller(options: DecodeOptions())
        var log = AccessLog()
        for line in lines {
            filler.begin()
            do throws(RowError) {
                let shape = try log.scan(line.text.span, &filler)
                counts[shape.format, default: 0] += 1
            } catch {
                if !error.isStructural { counts[.common, default: 0] += 1 }
            }
        }
        let order: [Format] = [.vcombined, .combined, .vcommon, .common]
        let all = order.reduce(0) { $0 + (counts[$1] ?? 0) }
        let best = order.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? .common
        return order.map { format in
            let count = format == best ? all : counts[format] ?? 0
            return .init(format: format, share: Double(count) / Double(lines.count))
        }
    }

    private func findJSON(_ options: DecodeOptions) throws(DetectionError) -> Detection {
        let (plain, keys) = trial(of: .json, options)
        let format = Self.json(Set(keys))
        let found = format == .json ? plain : fit(format, options)
        guard found.share >= Self.enough else {
            let first = lines[0]
            let isArray = first.text.span.firstVisible == 0x5B
            let isPretty = lines.count > 1 && first.text.count < 3
            if isArray || isPretty {
                throw DetectionError(
                    isArray ? "one JSON array, not one object a line" : "JSON over several lines",
                    command: isArray ? "jq -c '.[]'" : "jq -c .")
            }
            throw unknown([found])
        }
        return Detection(best: found, seenKeys: keys)
    }

    /// JSON is told by its keys.
    private static func json(_ keys: Set<String>) -> Format {
        if keys.contains("request.uri") || keys.contains("request.headers") { return .caddy }
        if keys.contains("DownstreamStatus") { return .traefik }
        let hasID =
            keys.contains("messageId") || keys.contains("message_id")
            || keys.contains("anonymousId")
        if hasID && keys.contains("type") || keys.contains("batch") { return .segment }
        if keys.contains("user_pseudo_id"),
            keys.contains("event_params") || keys.contains("event_timestamp")
        {
            return .ga4
        }
        return keys.contains("specversion") ? .cloudevents : .json
    }

    /// The keys of the sample, for a format that has names for its values.
    private func seenKeys(_ format: Format, _ options: DecodeOptions) -> [String] {
        // All keys of JSON, not only those that its own format looks at.
        let reader = format.isJSON ? Format.json : format
        guard reader.hasNames else { return [] }
        return trial(of: reader, options).seenKeys
    }
}

// Formats that are told by their first line.
extension InputSample {
    private func extended(_ fields: [UInt8]) -> Format {
        let names = fields.span.text.split(separator: " ")
        if names.contains("x-edge-location") { return .cloudfront }
        return isMicrosoft || names.contains("sc-win32-status") ? .iis : .w3c
    }

    /// 130 TABs, a time in column 4 and a UUID in column 7.
    private func isSnowplow(_ line: [UInt8]) -> Bool {
        let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
        guard cells.count >= SnowplowLog.columnCount else { return false }
        let id = cells[6]
        let dashes = [8, 13, 18, 23].allSatisfy {
            id.count == 36 && id[id.startIndex + $0] == 0x2D
        }
        return dashes && LoggedTime(iso: Array(cells[3]).span) != nil
    }

    private func table(_ line: [UInt8], _ options: DecodeOptions) -> Format? {
        let isTabs = DelimitedLog(delimiter: 0x09, options: options).canBeHeader(line.span)
        if isTabs { return .tsv }
        return DelimitedLog(delimiter: nil, options: options).canBeHeader(line.span) ? .csv : nil
    }
}

extension AccessLog.Shape {
    var format: Format {
        hasHost ? (hasAgent ? .vcombined : .vcommon) : hasAgent ? .combined : .common
    }
}

extension Format {
    var isJSON: Bool {
        switch self {
        case .segment, .json, .caddy, .traefik, .ga4, .cloudevents: true
        default: false
        }
    }

    /// Whether its values have names that a mapping can use.
    public var hasNames: Bool {
        if case .server = self { return true }
        return isJSON || isDelimited || isExtended
    }
}

extension RowError {
    /// Whether the line does not have the form of its format.
    var isStructural: Bool {
        switch code {
        case .badFormat, .badJSON, .badCSV, .badHeader, .fieldsMismatch, .truncatedLine: true
        default: false
        }
    }
}

extension Span<UInt8> {
    /// The first byte that is no blank, 0 where there is none.
    var firstVisible: UInt8 {
        for index in indices where self[index] > 0x20 { return self[index] }
        return 0
    }
}
