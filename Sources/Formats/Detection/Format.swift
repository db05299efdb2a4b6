import ByteIO
import Rows

/// The log formats.
public enum Format: Hashable, Sendable {
    case segment, json, caddy, traefik, ga4, cloudevents
    case snowplow, csv, tsv
    case w3c, iis, cloudfront
    case alb, elb, s3, haproxy, envoy, istio
    case vcombined, combined, vcommon, common
    case traefikCLF
    /// A product's JSON or table.
    case vendor(VendorFormat)
    /// A server's own format string.
    case server(ServerFormat)

    /// Whether what a line means depends on lines before it: one decoder reads such an input in order.
    var isSequential: Bool { isDelimited || isExtended }
}

// Names, as `--format` has them. Not RawRepresentable: that would compare formats by their names.
extension Format: CaseIterable {
    /// Those that have a name alone.
    public static let allCases: [Format] =
        [
            .alb, .caddy, .cloudevents, .cloudfront, .combined, .common, .csv, .elb, .envoy, .ga4,
            .haproxy,
            .iis, .istio, .json, .s3, .segment, .snowplow, .traefik, .traefikCLF, .tsv, .vcombined,
            .vcommon,
            .w3c,
        ] + VendorFormat.all.map { .vendor($0) }

    public var rawValue: String {
        switch self {
        case .traefikCLF: "traefik-clf"
        case .server(let format): format.name
        case .vendor(let format): format.name
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
