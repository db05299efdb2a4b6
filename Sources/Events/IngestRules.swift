package import Formats
package import StageSupport
package import Rows

/// What the user asked of the events, resolved: no names of files or zones any more.
package struct IngestRules: Sendable {
    package enum BotMode: String, CaseIterable, Sendable { case drop, keep, only }
    package enum StaticMode: String, CaseIterable, Sendable { case drop, keep }

    /// The zone of times without an offset; UTC where the user named none.
    package var assumedZone = TimeZoneRules.utc
    /// Inclusive.
    package var since: Timestamp?
    /// Exclusive.
    package var until: Timestamp?
    package var bots = BotMode.drop
    package var assets = StaticMode.drop
    package var referrers = ReferrerRule()
    package var key = VisitorKey.publicKey
    package var hashesIDs = false
    package var dedupe = DedupeMode.auto
    package var decoding = DecodeOptions()

    package init() {}

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
