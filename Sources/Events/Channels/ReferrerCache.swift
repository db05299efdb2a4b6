import ByteIO
import Formats

/// What the logged URL of a referrer says, whatever its path.
struct ReferrerFacts: Sendable {
    /// In lower case; empty where the URL has none.
    var host: [UInt8] = []
    /// Whether the user named the host as one's own.
    var isOwn = false
    /// The channel of an event that has nothing but this referrer.
    var channel: Channel?

    init(url: Span<UInt8>, own: ReferrerRule, _ channels: inout ChannelGroup) {
        WebText.appendHost(ofURL: url, to: &host)
        isOwn = own.isOwn(host: host.span)
        guard !host.isEmpty, !isOwn else { return }
        let none: [UInt8] = []
        channel = channels.channel(
            source: none.span, medium: none.span, campaign: none.span, click: nil,
            referrer: .external, host: host.span, isPageView: false)
    }
}

/// The facts of referrers seen lately, known by scheme and host; one a worker.
struct ReferrerCache: Sendable {
    private static let limit = 1 << 12
    /// Longer ones are judged, not remembered.
    private static let longest = 256

    private let own: ReferrerRule
    private var known = Interner(capacity: 256)
    private var facts: [ReferrerFacts] = []

    init(own: ReferrerRule) { self.own = own }

    mutating func facts(of url: Span<UInt8>, _ channels: inout ChannelGroup) -> ReferrerFacts {
        guard let end = Self.originEnd(url), end <= Self.longest else {
            return ReferrerFacts(url: url, own: own, &channels)
        }
        if known.count >= Self.limit {
            known.removeAll()
            facts.removeAll(keepingCapacity: true)
        }
        let origin = url.extracting(0..<end)
        let number = known.number(of: origin)
        if number == facts.count {
            facts.append(ReferrerFacts(url: origin, own: own, &channels))
        }
        return facts[number]
    }

    /// The length of `https://host/`, slash and all; nil for another scheme. Nothing behind that slash
    /// says anything of the host.
    private static func originEnd(_ url: Span<UInt8>) -> Int? {
        guard url.starts(with: "https://") || url.starts(with: "http://") else { return nil }
        return url.firstOffset(of: 0x2F, from: 8).map { $0 + 1 } ?? url.count
    }
}
