/// `[friction]` of the journey file: thresholds of the signals, in microseconds where nothing else is
/// said.
package struct FrictionRules: Equatable, Sendable {
    private static let second: Int64 = 1_000_000

    /// A server time above this is slow.
    var slow: Int64 = 3 * second
    var rapidRepeat: Int64 = 2 * second
    var pageLoop: Int64 = 15 * second
    var quickBack: Int64 = 5 * second
    var retryWithin: Int64 = 600 * second
    var longDwell: Int64 = 600 * second
    /// The property that holds what was searched for; nil turns the signal off.
    var searchQuery: String?
    /// A support contact counts up to this long after `from`.
    var supportWithin: Int64 = 86_400 * second
    /// With fewer exposed or unexposed units no estimate is given.
    var minimumUnits = 30
    /// With fewer dropped or gone on among the exposed no estimate is given.
    var minimumCell = 5
    /// Names of signals that are switched off.
    var off: [String] = []
}

/// `[conversion]` of the journey file.
package struct ConversionRules: Equatable, Sendable {
    /// Where a conversion's id stands; nil where each row is a conversion of its own.
    var id: RowRule.Field?
}

/// `[attribution]` of the journey file, in microseconds.
package struct AttributionRules: Equatable, Sendable {
    private static let day: Int64 = 86_400 * 1_000_000

    /// How long before a conversion a session may start to be a touch of it.
    var lookback: Int64 = 30 * day
    /// `time_decay`: a touch of this age has half the weight.
    var halfLife: Int64 = 7 * day
}
