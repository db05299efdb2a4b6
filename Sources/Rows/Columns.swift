/// The columns of an event row, in the order of the stream.
public enum EventColumn: Int, CaseIterable, Sendable {
    case time, visitor, user, event, site, page, referrer, channel, source, medium, campaign
    case device, country, status, durationMilliseconds, value, currency, eventID, session, props

    @usableFromInline static var count: Int { EventColumn.props.rawValue + 1 }

    /// The name in the stream's second line.
    public var name: String {
        switch self {
        case .durationMilliseconds: "duration_ms"
        case .eventID: "event_id"
        default: "\(self)"
        }
    }
}

/// The columns that a path row has before those of its event.
public enum PathColumn: Int, CaseIterable, Sendable {
    case customer, sessionID, sessionIndex, step

    /// The name in the stream's second line.
    public var name: String {
        switch self {
        case .sessionID: "session_id"
        case .sessionIndex: "session_index"
        default: "\(self)"
        }
    }

    /// All columns of a path row, in the order of the stream.
    public static let rowNames =
        allCases.map(\.name) + EventColumn.allCases.map(\.name)
}
