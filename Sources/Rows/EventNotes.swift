/// Remarks on a line that is an event all the same; counted by name in the summary.
public struct EventNotes: OptionSet, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A bare quote stood inside a quoted field.
    public static let unescapedQuote = EventNotes(rawValue: 1 << 0)
    /// A page was longer than 2,048 bytes.
    public static let cut = EventNotes(rawValue: 1 << 1)
    /// A duration, value, currency, country or status was not usable; it stays in `props`.
    public static let badValue = EventNotes(rawValue: 1 << 2)
    /// There were more than 64 properties, or more than 16 KiB of them.
    public static let propsCut = EventNotes(rawValue: 1 << 3)
    /// Bytes that are not UTF-8 were written as `%HH`.
    public static let nonUTF8 = EventNotes(rawValue: 1 << 4)
    /// Control bytes were written as `%HH`.
    public static let control = EventNotes(rawValue: 1 << 5)
    /// The log gave no offset.
    public static let tzAssumed = EventNotes(rawValue: 1 << 6)
    /// Second 60 became 59.999999.
    public static let leapSecond = EventNotes(rawValue: 1 << 7)
    /// The client's clock was corrected by the times of sending and receiving.
    public static let skewCorrected = EventNotes(rawValue: 1 << 8)
    /// The time of receiving stands for the event's own.
    public static let receivedTime = EventNotes(rawValue: 1 << 9)
    /// A status that HTTP does not know, such as 000.
    public static let oddStatus = EventNotes(rawValue: 1 << 10)
    /// JSON with `\\xHH`, which JSON does not have.
    public static let jsonRepaired = EventNotes(rawValue: 1 << 11)
    /// A key stood twice in one JSON object; the last counts.
    public static let duplicateKey = EventNotes(rawValue: 1 << 12)
    /// A run of NUL in front of the line was skipped.
    public static let nulPadding = EventNotes(rawValue: 1 << 13)
    /// The session id stands for the visitor.
    public static let sessionAsVisitor = EventNotes(rawValue: 1 << 14)

    /// A word for nothing, such as `NULL`, stood where a value is missing.
    public static let placeholder = EventNotes(rawValue: 1 << 15)

    private static let all: [(EventNotes, String)] = [
        (.badValue, "bad_value"), (.control, "control"), (.cut, "cut"),
        (.duplicateKey, "duplicate_key"), (.jsonRepaired, "json_repaired"),
        (.leapSecond, "leap_second"), (.nonUTF8, "non_utf8"), (.nulPadding, "nul_padding"),
        (.oddStatus, "odd_status"), (.placeholder, "placeholder"), (.propsCut, "props_cut"),
        (.receivedTime, "received_time"),
        (.sessionAsVisitor, "session_as_visitor"), (.skewCorrected, "skew_corrected"),
        (.tzAssumed, "tz_assumed"), (.unescapedQuote, "unescaped_quote"),
    ]

    /// The names of the notes here, in byte order.
    public var names: [String] { Self.all.filter { contains($0.0) }.map(\.1) }
}
