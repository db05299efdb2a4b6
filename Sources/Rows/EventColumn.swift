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
