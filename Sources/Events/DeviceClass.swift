import ByteIO

/// The kind of device that an agent names.
enum DeviceClass: UInt8, CaseIterable, Sendable {
    case desktop, mobile, tablet, tv, server, other

    var name: StaticString {
        switch self {
        case .desktop: "desktop"
        case .mobile: "mobile"
        case .tablet: "tablet"
        case .tv: "tv"
        case .server: "server"
        case .other: "other"
        }
    }

    /// By the agent's tokens, case counts; nil for an empty agent.
    ///
    /// A tablet that sends a desktop's agent, as iPadOS does since 13, is a desktop here.
    init?(agent: Span<UInt8>) {
        guard !agent.isEmpty else { return nil }
        if Self.isTV(agent) {
            self = .tv
        } else if Self.isTablet(agent) {
            self = .tablet
        } else if Self.hasAny(Self.mobileTokens, agent) {
            self = .mobile
        } else if Self.hasAny(Self.desktopTokens, agent) {
            self = .desktop
        } else {
            self = .other
        }
    }

    /// By a word that a log uses for devices, in any case: `Smart TV`, `phone`, `Computer`, `ios`.
    init(logged: Span<UInt8>) {
        for known in [DeviceClass.desktop, .mobile, .tablet] where logged.equals(known.name) {
            self = known
            return
        }
        let lower = logged.copied().map(\.asciiLowercased)
        let word = lower.span
        if word.equals("tv") || word.contains("smart") || word.ends(with: " tv")
            || word.ends(with: "_tv") || word.contains("tvos")
        {
            self = .tv
        } else if word.contains("tablet") || word.contains("ipad") {
            self = .tablet
        } else if Self.hasAny(["mobile", "phone", "android", "ios"], word) {
            self = .mobile
        } else if Self.hasAny(
            ["desktop", "computer", "laptop", "web", "windows", "mac", "linux"], word)
            || word.equals("pc")
        {
            self = .desktop
        } else {
            self = .other
        }
    }

    /// Whether `text` is the name of one.
    static func isName(_ text: Span<UInt8>) -> Bool {
        text.equals("mobile") || text.equals("desktop") || text.equals("tablet")
            || text.equals("tv") || text.equals("server") || text.equals("other")
    }

    private static let tvTokens: [StaticString] = [
        "SmartTV", "Smart-TV", "SMART-TV", "GoogleTV", "Android TV", "Apple TV", "AppleTV", "HbbTV",
        "BRAVIA", "NetCast", "Roku", "CrKey", "VIERA",
    ]
    private static let mobileTokens: [StaticString] = [
        "iPhone", "iPod", "Mobile", "Windows Phone", "IEMobile", "Opera Mini", "Opera Mobi",
        "BlackBerry", "BB10", "KaiOS",
    ]
    private static let desktopTokens: [StaticString] = [
        "Windows NT", "Macintosh", "X11", "CrOS", "Linux x86_64",
    ]

    private static func isTV(_ agent: Span<UInt8>) -> Bool {
        if hasAny(tvTokens, agent) { return true }
        if agent.contains("TV"), agent.contains("Tizen") || agent.contains("Web0S") { return true }
        // Fire TV: `AFT` and a letter of the model.
        guard let at = agent.firstOffset(of: "AFT"), at + 3 < agent.count else { return false }
        return (agent[at + 3] | 0x20) &- 0x61 < 26
    }

    private static func isTablet(_ agent: Span<UInt8>) -> Bool {
        if hasAny(["iPad", "Tablet", "PlayBook", "Kindle"], agent) { return true }
        return hasAny(["Silk/", "Android"], agent) && !agent.contains("Mobile")
    }

    private static func hasAny(_ tokens: [StaticString], _ agent: Span<UInt8>) -> Bool {
        tokens.contains { agent.contains($0) }
    }
}
