import Formats
import StageSupport
import Touchpoints

/// What the user asked of the events, resolved: no names of files or zones any more.
struct IngestRules: Sendable {
    enum BotMode: String, CaseIterable, Sendable { case drop, keep, only }
    enum StaticMode: String, CaseIterable, Sendable { case drop, keep }

    /// The zone of times without an offset; UTC where the user named none.
    var assumedZone = TimeZoneRules.utc
    /// Inclusive.
    var since: Timestamp?
    /// Exclusive.
    var until: Timestamp?
    var bots = BotMode.drop
    var assets = StaticMode.drop
    var referrers = ReferrerRule()
    var key = VisitorKey.publicKey
    var hashesIDs = false
    var dedupe = DedupeMode.auto
    var decoding = DecodeOptions()

    /// Whether the property `name` of a request is kept.
    func keeps(_ name: String) -> Bool {
        switch decoding.properties {
        case .usual, .all: true
        case .none: false
        case .named(let names): names.contains(name)
        }
    }

    /// The properties that the user named, which are never hidden.
    var named: [String] {
        if case .named(let names) = decoding.properties { return names + decoding.query }
        return decoding.query
    }
}
