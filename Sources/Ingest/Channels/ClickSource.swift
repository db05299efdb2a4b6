import ByteIO

/// The advertiser or network that put a click id into the URL.
enum ClickSource: UInt8, CaseIterable, Sendable {
    case google, microsoft, doubleClick, facebook, tikTok, linkedIn

    /// By the parameter that held the id, or the network's name as Snowplow writes it (`mkt_network`);
    /// nil for others, which say nothing of a channel.
    init?(network: Span<UInt8>) {
        let name = network.copied().map(\.asciiLowercased)
        let span = name.span
        if ["gclid", "gbraid", "wbraid", "google"].contains(where: { span.equals($0) }) {
            self = .google
        } else if span.equals("msclkid") || span.equals("microsoft") {
            self = .microsoft
        } else if span.equals("dclid") || span.equals("doubleclick") {
            self = .doubleClick
        } else if span.equals("fbclid") || span.equals("facebook") {
            self = .facebook
        } else if span.equals("ttclid") || span.equals("tiktok") {
            self = .tikTok
        } else if span.equals("li_fat_id") || span.equals("linkedin") {
            self = .linkedIn
        } else {
            return nil
        }
    }

    /// The source that it stands for. Organic links carry the ids of social networks too, so those
    /// have no medium.
    var source: StaticString {
        switch self {
        case .google: "google"
        case .microsoft: "bing"
        case .doubleClick: ""
        case .facebook: "facebook.com"
        case .tikTok: "tiktok.com"
        case .linkedIn: "linkedin.com"
        }
    }

    var medium: StaticString {
        switch self {
        case .google, .microsoft: "cpc"
        case .doubleClick: "cpm"
        case .facebook, .tikTok, .linkedIn: ""
        }
    }
}
