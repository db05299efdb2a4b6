import ByteIO
import Rows

/// Finds the channel of an event: GA4's default channel group over campaign, click id and referrer.
///
/// Source: Google Analytics Help, "Default channel group"; lists and test rows of Velir/dbt-ga4.
/// Answers are remembered, so one a worker.
struct ChannelGroup: Sendable {
    /// Where the visitor came from, as far as the referrer tells.
    enum Referrer: UInt8, Sendable { case none, own, external }

    private static let cacheLimit = 1 << 12
    private static let separator: UInt8 = 0x1F

    private var known = Interner(capacity: 256)
    private var answers: [Channel] = []
    private var key: [UInt8] = []
    private var ends: [Int] = []

    /// The channel; nil where the event says nothing of how the visitor came.
    ///
    /// `host` is that of an external referrer. Case does not matter. Source and medium of the log win
    /// over the click id, and that over the referrer.
    mutating func channel(
        source: Span<UInt8>, medium: Span<UInt8>, campaign: Span<UInt8>, click: ClickNetwork?,
        referrer: Referrer, host: Span<UInt8>, isPageView: Bool
    ) -> Channel? {
        let isNamed = !source.isEmpty || !medium.isEmpty || click != nil
        guard isNamed || !campaign.isEmpty || referrer == .external else {
            return referrer == .none && isPageView ? .direct : nil
        }
        key.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        add(source)
        add(medium)
        add(campaign)
        add(host)
        key.append(click?.code ?? 0xFF)
        return answer()
    }

    private mutating func add(_ text: Span<UInt8>) {
        for index in text.indices { key.append(text[index].asciiLowercased) }
        ends.append(key.count)
        key.append(Self.separator)
    }

    private mutating func answer() -> Channel {
        if known.count >= Self.cacheLimit {
            known.removeAll()
            answers.removeAll(keepingCapacity: true)
        }
        let sought = key
        let number = known.number(of: sought.span)
        if number == answers.count { answers.append(evidence.channel) }
        return answers[number]
    }

    /// Source and medium for the rules, from the key of this event.
    private var evidence: ChannelEvidence {
        let source = Array(key[..<ends[0]])
        let medium = Array(key[(ends[0] + 1)..<ends[1]])
        let campaign = Array(key[(ends[1] + 1)..<ends[2]])
        let host = Array(key[(ends[2] + 1)..<ends[3]])
        if !source.isEmpty || !medium.isEmpty {
            return ChannelEvidence(source: source, medium: medium, campaign: campaign)
        }
        if let click = key.last.flatMap(ClickNetwork.init(code:)) {
            return ChannelEvidence(
                source: Array("\(click.source)".utf8), medium: Array("\(click.medium)".utf8),
                campaign: campaign)
        }
        guard !host.isEmpty else {
            return ChannelEvidence(source: [], medium: [], campaign: campaign)
        }
        let isSearch = SourceCategories.membership(of: host.span).contains(.search)
        return ChannelEvidence(
            source: host, medium: Array((isSearch ? "organic" : "referral").utf8),
            campaign: campaign)
    }
}
