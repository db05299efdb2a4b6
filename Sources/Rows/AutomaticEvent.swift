import ByteIO

/// The events that GA4 sends by itself: they tell of time, and that a session is there, but not of a visit.
///
/// Source: "Automatically collected events" of Google Analytics' help.
public enum AutomaticEvent {
    /// Whether an event's name is one of them.
    public static func isNamed(_ event: Span<UInt8>) -> Bool {
        // Most names are told by their lengths.
        switch event.count {
        case 11: event.equals("first_visit")
        case 13: event.equals("session_start")
        case 15: event.equals("user_engagement")
        default: false
        }
    }
}
