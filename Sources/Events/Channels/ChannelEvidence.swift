import ByteIO

/// What the rules of the channel group look at, in lower case.
struct ChannelEvidence {
    private let source: [UInt8]
    private let medium: [UInt8]
    private let campaign: [UInt8]
    private let lists: SourceCategories.Membership

    init(source: [UInt8], medium: [UInt8], campaign: [UInt8]) {
        self.source = source
        self.medium = medium
        self.campaign = campaign
        lists = SourceCategories.membership(of: source.span)
    }

    /// The first rule that fits.
    var channel: Channel {
        if isDirect { return .direct }
        if campaign.span.contains("cross-network") { return .crossNetwork }
        return paid ?? organic ?? named ?? .unassigned
    }

    private var isDirect: Bool {
        source.span.equals("(direct)")
            && (medium.isEmpty || mediumIs("(none)") || mediumIs("(not set)"))
    }

    private var isShop: Bool { lists.contains(.shopping) || Self.hasShop(campaign.span) }

    private var paid: Channel? {
        if isPaid {
            if isShop { return .paidShopping }
            if lists.contains(.search) { return .paidSearch }
            if lists.contains(.social) { return .paidSocial }
            if lists.contains(.video) { return .paidVideo }
        }
        if mediumIs("display", "banner", "expandable", "interstitial", "cpm") { return .display }
        return isPaid ? .paidOther : nil
    }

    private var isPaid: Bool {
        medium.span.contains("cp") || mediumIs("ppc", "retargeting")
            || medium.span.starts(with: "paid")
    }

    private var organic: Channel? {
        if isShop { return .organicShopping }
        if lists.contains(.social)
            || mediumIs(
                "social", "social-network", "social-media", "sm", "social network", "social media")
        {
            return .organicSocial
        }
        if lists.contains(.video) || medium.span.contains("video") { return .organicVideo }
        if lists.contains(.search) || mediumIs("organic") { return .organicSearch }
        return nil
    }

    private var named: Channel? {
        if mediumIs("ai-assistant") || isAssistant { return .aiAssistant }
        if mediumIs("referral", "app", "link") { return .referral }
        if isOne(["email", "e-mail", "e_mail", "e mail"]) { return .email }
        if mediumIs("affiliate") { return .affiliates }
        if mediumIs("audio") { return .audio }
        if isOne(["sms"]) { return .sms }
        let isPush =
            medium.span.ends(with: "push") || medium.span.contains("mobile")
            || medium.span.contains("notification") || source.span.equals("firebase")
        return isPush ? .mobilePushNotifications : nil
    }

    private var isAssistant: Bool {
        let host = source.span.extracting(SourceCategories.prefixLength(of: source.span)...)
        let hosts: [StaticString] = [
            "chatgpt.com", "chat.openai.com", "gemini.google.com", "copilot.microsoft.com",
            "grok.com", "deepseek.com", "chat.deepseek.com", "claude.ai", "perplexity.ai",
        ]
        return hosts.contains { host.equals($0) }
    }

    private func mediumIs(_ names: StaticString...) -> Bool {
        names.contains { medium.span.equals($0) }
    }

    /// Whether source or medium is one of the names.
    private func isOne(_ names: [StaticString]) -> Bool {
        names.contains { source.span.equals($0) || medium.span.equals($0) }
    }

    /// `shopping` anywhere, or `shop` at the start or after a character outside a–d, f–z: `eshop`
    /// and `web-shop` are shops, `workshop` is none.
    private static func hasShop(_ campaign: Span<UInt8>) -> Bool {
        var start = 0
        while let at = campaign.firstOffset(of: "shop", from: start) {
            let before = at > 0 ? campaign[at - 1] : 0
            if before == 0x65 || before &- 0x61 >= 26 { return true }
            if campaign.extracting(at...).starts(with: "shopping") { return true }
            start = at + 1
        }
        return false
    }
}
