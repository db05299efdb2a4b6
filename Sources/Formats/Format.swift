import ByteIO
import Touchpoints

/// The log formats.
public enum Format: Hashable, Sendable {
    case segment, json, caddy, traefik, ga4, cloudevents
    case snowplow, csv, tsv
    case w3c, iis, cloudfront
    case alb, elb, s3, haproxy
    case vcombined, combined, vcommon, common
    case traefikCLF
    /// A server's own format string.
    case server(ServerFormat)

    /// Whether what a line means depends on lines before it: one decoder reads such an input in order.
    var isSequential: Bool { isDelimited || isExtended }
}

// Names, as `--format` has them.
extension Format: RawRepresentable, CaseIterable {
    /// Those that have a name alone.
    public static let allCases: [Format] = [
        .alb, .caddy, .cloudevents, .cloudfront, .combined, .common, .csv, .elb, .ga4, .haproxy,
        .iis, .json, .s3, .segment, .snowplow, .traefik, .traefikCLF, .tsv, .vcombined, .vcommon,
        .w3c,
    ]

    public var rawValue: String {
        switch self {
        case .traefikCLF: "traefik-clf"
        case .server(let format): format.name
        default: "\(self)"
        }
    }

    public init?(rawValue: String) {
        do throws(FormatError) {
            try self.init(named: rawValue)
        } catch {
            return nil
        }
    }

    /// The format of a name; throws what is wrong and what is allowed.
    public init(named name: String) throws(FormatError) {
        if let format = try ServerFormat(name) {
            self = .server(format)
            return
        }
        guard let format = Self.allCases.first(where: { $0.rawValue == name }) else {
            let names = Self.allCases.map(\.rawValue).joined(separator: ", ")
            throw FormatError(
                "unknown format '\(name)'; known are auto, \(names), nginx:'…' and apache:'…'")
        }
        self = format
    }
}

/// Why a name of a format cannot be used, and what is allowed.
public struct FormatError: Error, Equatable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}

extension Format {
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
        let log = DelimitedLog(delimiter: nil, options: DecodeOptions())
        if let first = sample.first, log.canBeHeader(first.span) { return (.csv, 1) }
        return score(.combined, sample)
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
