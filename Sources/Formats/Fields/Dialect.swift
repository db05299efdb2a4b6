/// The families of records: each has its names for the fields, and its own rule for the event's name.
enum Dialect: Equatable, Sendable {
    /// A server's log: a row is an HTTP request, named by its method and status.
    case request
    /// Any other JSON, CSV or TSV.
    case flat
    /// Segment's and RudderStack's shape, in camel or snake case. Source: Segment, "Spec: Common Fields".
    case segment
    /// A row of Google Analytics 4's BigQuery export. Source: Google, "BigQuery Export schema".
    case ga4
    /// Source: CNCF, CloudEvents 1.0.
    case cloudEvents
    /// Source: Snowplow, "Understanding the structure of Snowplow data".
    case snowplow
    /// The W3C extended log format. Source: W3C, WD-logfile-960323; Microsoft and AWS for their names.
    case extended
    /// Caddy's and Traefik's JSON access logs.
    case caddy, traefik
    /// A product's own names.
    case vendor(VendorFormat)

    /// Whether a row is always a request.
    var isRequestLog: Bool {
        switch self {
        case .request, .extended, .caddy, .traefik: true
        case .vendor(let format): format.isRequestLog
        default: false
        }
    }

    /// Whether only `--props all` keeps what has no other meaning.
    var hidesProperties: Bool {
        if case .vendor(let format) = self {
            format.isRequestLog || format.isWide
        } else {
            isRequestLog
        }
    }

    /// Whether countries are written out.
    var namesCountries: Bool {
        switch self {
        case .ga4: true
        case .vendor(let format): format.namesCountries
        default: false
        }
    }

    /// Whether times without an offset are UTC by definition.
    var isUTC: Bool { if case .vendor(let format) = self { format.isUTC } else { false } }

    /// The key whose array holds names and values, empty for none.
    var parameterList: String {
        switch self {
        case .ga4: "event_params"
        case .vendor(let format): format.headers
        default: ""
        }
    }

    /// The keys whose arrays hold events.
    var batchKeys: [String] {
        switch self {
        case .segment: ["batch"]
        case .flat, .vendor: ["records", "Records", "logEvents"]
        default: []
        }
    }

    func isWrapper(_ key: String, below parent: FieldNames.Meaning) -> Bool {
        switch self {
        case .flat, .segment:
            parent.path.isEmpty && ["properties", "data", "traits"].contains(key)
                || parent.keyPath == "context" && key == "traits" && self == .segment
        case .cloudEvents: parent.path.isEmpty && key == "data"
        case .ga4: parent.path.isEmpty && key == "event_params"
        // An event's own JSON: {"schema":…,"data":{"schema":…,"data":{…}}}.
        case .snowplow: key == "data" && (parent.path.isEmpty || parent.keyPath == "data")
        case .vendor(let format): parent.path.isEmpty && format.wrappers.contains(key)
        case .request, .extended, .caddy, .traefik: false
        }
    }

    /// Whether what has no other meaning below `parent` is a property.
    func keepsProperties(below parent: FieldNames.Meaning) -> Bool {
        switch self {
        case .flat: true
        case .segment, .cloudEvents, .ga4: parent.isWrapper || parent.isProperty
        case .snowplow: parent.keyPath.hasPrefix("data.data")
        case .vendor(let format): !format.isRequestLog && !format.isWide
        case .request, .extended, .caddy, .traefik: false
        }
    }
}
