import ByteIO

/// A channel group: how a customer came.
enum Channel: UInt8, CaseIterable, Sendable {
    case direct, crossNetwork, paidShopping, paidSearch, paidSocial, paidVideo, display, paidOther
    case organicShopping, organicSocial, organicVideo, organicSearch, aiAssistant, referral, email
    case affiliates, audio, sms, mobilePushNotifications, unassigned

    /// The name in the stream.
    var name: StaticString {
        switch self {
        case .direct: "direct"
        case .crossNetwork: "cross_network"
        case .paidShopping: "paid_shopping"
        case .paidSearch: "paid_search"
        case .paidSocial: "paid_social"
        case .paidVideo: "paid_video"
        case .display: "display"
        case .paidOther: "paid_other"
        case .organicShopping: "organic_shopping"
        case .organicSocial: "organic_social"
        case .organicVideo: "organic_video"
        case .organicSearch: "organic_search"
        case .aiAssistant: "ai_assistant"
        case .referral: "referral"
        case .email: "email"
        case .affiliates: "affiliates"
        case .audio: "audio"
        case .sms: "sms"
        case .mobilePushNotifications: "mobile_push_notifications"
        case .unassigned: "unassigned"
        }
    }

    /// Appends a channel that the log names, in snake case: `In-store` is `in_store`.
    static func appendSnakeCase(_ logged: Span<UInt8>, to bytes: inout [UInt8]) {
        let start = bytes.count
        var isPending = false
        for index in logged.indices {
            let byte = logged[index].asciiLowercased
            let isWord = byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
            if isWord {
                if isPending, bytes.count > start { bytes.append(0x5F) }
                bytes.append(byte)
            }
            isPending = !isWord
        }
    }
}
