import Rows

/// A product's own names for the fields of a request or event, in JSON or in a table with a header.
///
/// A format is a row of names: which keys tell it, and which field each key is. How values are written is the
/// same for all.
public struct VendorFormat: Hashable, Sendable {
    /// As `--format` has it.
    let name: String
    /// Keys that a log of it has, dotted; any of the lists.
    let signatures: [[String]]
    /// Whether a record is always a request.
    let isRequestLog: Bool
    /// The keys of each field, best first.
    let names: [EventField: [String]]
    /// Events that are views of a page.
    var pageViews: Set<String> = []
    /// The key of an array of `{"name":…,"value":…}`.
    var headers = ""
    /// Keys whose inside is the event's own: it does not show in the names of properties.
    var wrappers: Set<String> = []
    /// Whether only those properties are kept that the user names: there are hundreds of columns.
    var isWide = false
    /// What of its rows names alone do not tell; called when the columns are filled.
    var finish: Finish?
    /// Whether countries are written out: `finland`.
    var namesCountries = false
    /// Whether agents are percent-encoded.
    var encodesAgents = false
    /// Whether times without an offset are UTC by definition.
    var isUTC = false

    typealias Finish =
        @Sendable (inout EventFiller, Span<UInt8>, inout EventDraft) throws(RowError) -> Void

    public static func == (left: VendorFormat, right: VendorFormat) -> Bool {
        left.name == right.name
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// The ones that are known; the first whose keys are there is it.
    static let all: [VendorFormat] = [
        .cloudflare, .googleCloud, .azure, .cloudFrontJSON, .envoy, .awsWAF, .logstash, .fastly,
        .akamai,
        .googleStorage, .mixpanel, .posthog, .amplitude, .umami, .snowplowJSON, .fluentBit,
        .matomo, .adobe,
    ]

    /// The one that has the keys of `keys`, which are dotted.
    static func found(by keys: Set<String>) -> VendorFormat? {
        all.first { format in format.signatures.contains { keys.isSuperset(of: $0) } }
    }
}
