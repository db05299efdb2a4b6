public import Rows

/// What the user asked the decoders for beyond the usual.
public struct DecodeOptions: Sendable {
    /// Which of a record's remaining properties are kept in `props`.
    public enum Selection: Sendable, Equatable {
        /// All scalars of event logs; of access logs only the method unless it is GET.
        case usual
        /// All scalars, of access logs too.
        case all
        case none
        /// These alone, by their dotted names; arrays and objects too.
        case named([String])
    }

    public var properties = Selection.usual
    /// Query parameters that are kept in `props` under their own names.
    public var query: [String] = []
    /// What the user says about the meaning of keys.
    public var mapping = FieldMapping()
    /// Ids that stand for nobody, besides the usual ones.
    public var placeholderIDs: [[UInt8]] = []
    /// How times are written that the usual forms do not cover.
    public var timeFormat: TimeFormat?
    /// The header of a table that has none, its names between TABs; its rows escape by a backslash, and quotes
    /// are data. Empty for a table that has its header.
    public var header: [UInt8] = []

    public init() {}
}
