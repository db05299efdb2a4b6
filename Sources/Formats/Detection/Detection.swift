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
    /// For `Decoder`: whether JSON holds the lines.
    public internal(set) var unwraps = false
    /// The keys or columns that the sample has, dotted, in byte order.
    public internal(set) var seenKeys: [String] = []
}

extension InputSample {
    /// Winners have to read this share of the sample.
    static let enough = 0.6

    /// The format of the input; `forced` is what the user named, nil for `auto`.
    ///
    /// Throws what the input is instead, or the two formats that come nearest.
    public func detect(
        as forced: Format?, options: DecodeOptions = DecodeOptions()
    ) throws(DetectionError) -> Detection {
        do throws(DetectionError) {
            return try detectText(as: forced, options)
        } catch {
            var error = error
            error.isGzip = isGzip
            throw error
        }
    }

    private func detectText(
        as forced: Format?, _ options: DecodeOptions
    ) throws(DetectionError) -> Detection {
        if let magic = Magic.found(in: bytes) { throw magic }
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
        found.unwraps = unwraps
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
        if !options.header.isEmpty {
            let (found, keys) = trial(of: .tsv, options)
            return Detection(best: found, seenKeys: keys)
        }
        if isJSON { return try findJSON(options) }
        if isSnowplow(first.text) { return try decide([fit(.snowplow, options)]) }
        // A table is known by its header: rows that do not fit it are told one by one.
        if let table = table(options) {
            let (found, keys) = trial(of: table, options)
            return Detection(best: found, seenKeys: keys)
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
        let tried = "\(known) of the first \(lines.count) lines"
        if let text = KnownText.found(in: self) {
            return DetectionError("\(text.name): \(text.advice) (\(tried))", command: text.command)
        }
        var place = ""
        if let (line, error) = firstFailure(of: fits[0].format) {
            let column = error.column.map { ", column \($0)" } ?? ""
            place = "; line \(line)\(column): \(error.detail)"
        }
        // The one that came nearest, of those that a user may name.
        let name = fits[0].format.isServer ? "combined" : fits[0].format.rawValue
        return DetectionError(
            "no known format: \(tried)\(place); name it with --format "
                + "\(name), or say how the server writes it: "
                + "--format nginx:'…' or apache:'…'")
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
        case .segment, .json, .caddy, .traefik, .ga4, .cloudevents, .vendor: true
        default: false
        }
    }

    var isServer: Bool { if case .server = self { true } else { false } }

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

    /// Whether the line shows that its format is not `format`. Fields between blanks could be anything, so
    /// that there a time or number that is none speaks against them.
    func speaksAgainst(_ format: Format) -> Bool {
        guard !isStructural else { return true }
        switch format {
        case .alb, .elb, .s3, .haproxy, .envoy, .istio, .server:
            return code == .badTime || code == .badNumber
        default: return false
        }
    }
}
