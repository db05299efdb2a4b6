import StageSupport

/// Where a touchpoint meets people, as far as the log's channels tell.
enum Contact: Int, CaseIterable {
    case web, app, email, sms, chat, phone, store

    /// As `contact` of `touchpoints.csv` has it.
    var name: String { "\(self)" }

    /// Channels that lead to a site are the web.
    init(channel: [UInt8]) {
        switch String(decoding: channel, as: UTF8.self) {
        case "app", "mobile_push_notifications": self = .app
        case "email": self = .email
        case "sms": self = .sms
        case "chat", "live_chat": self = .chat
        case "phone", "call_center", "call_centre": self = .phone
        case "store", "in_store": self = .store
        default: self = .web
        }
    }
}

/// How many sessions of each touchpoint lie in channels that are contacts of their own.
///
/// Expects sessions one after another.
struct ContactCounts: ~Copyable {
    /// By the channel's number, one on: the first is that of no channel.
    private var ofChannels: [Contact] = []
    private var current = Contact.web
    /// By touchpoint, then contact.
    private var sessions: [Int] = []

    mutating func begin(sessionOf channel: Int32, _ segments: borrowing SegmentTable) {
        let index = Int(channel - SegmentTable.none)
        while ofChannels.count <= index {
            let next = SegmentTable.none + Int32(ofChannels.count)
            ofChannels.append(
                Contact(channel: segments.text(next, ofField: CustomerSessions.channelField)))
        }
        current = ofChannels[index]
    }

    /// The session has a first row of the touchpoint.
    @inline(__always)
    mutating func count(_ touchpoint: Int) {
        if current != .web { add(1, to: touchpoint, current) }
    }

    private mutating func add(_ count: Int, to touchpoint: Int, _ contact: Contact) {
        let index = touchpoint * Contact.allCases.count + contact.rawValue
        while sessions.count <= index { sessions.append(0) }
        sessions[index] += count
    }

    private func count(of touchpoint: Int, _ contact: Contact) -> Int {
        let index = touchpoint * Contact.allCases.count + contact.rawValue
        return index < sessions.count ? sessions[index] : 0
    }

    /// That of more than half of the touchpoint's sessions, else the web.
    func contact(of touchpoint: Int, ofSessions all: Int) -> Contact {
        Contact.allCases.first { count(of: touchpoint, $0) * 2 > all } ?? .web
    }

    func write(_ touchpoint: Int, to partial: inout PartialWriter) {
        for contact in Contact.allCases { partial.append(count(of: touchpoint, contact)) }
    }

    mutating func merge(_ touchpoint: Int, _ partial: inout PartialReader) throws(Failure) {
        for contact in Contact.allCases {
            var count = 0
            try partial.add(to: &count)
            if count > 0 { add(count, to: touchpoint, contact) }
        }
    }
}
