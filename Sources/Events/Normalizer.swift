import ByteIO
import Formats
import StageSupport
import Rows

/// The class that a decoded line falls into, before duplicates are known.
package enum LineClass: Equatable, Sendable {
    package enum Reason: String, CaseIterable, Sendable {
        /// Outside `--since` and `--until`.
        case time
        case asset = "static"
        /// No bot, with `--bots only`.
        case person
    }

    case event
    case filtered(Reason)
    case bot(BotFilter.Evidence)
}

/// Makes an event of what a decoder read, by the rules: time, bots, assets, visitor, referrer,
/// channel, device, privacy. Keeps caches, so one a worker; the events do not depend on them.
struct Normalizer: Sendable {
    let rules: IngestRules
    var pseudonyms: Pseudonyms
    var agents = AgentCache()
    var channels = ChannelGroup()
    var referrers: ReferrerCache
    var properties: PropertyText
    var scratch: [UInt8] = []
    /// The local time of the line last seen has two moments, and there was no line before it to
    /// choose by: the first was taken.
    private(set) var isUndecided = false

    init(rules: IngestRules) {
        self.rules = rules
        pseudonyms = Pseudonyms(key: rules.key)
        referrers = ReferrerCache(own: rules.referrers)
        properties = PropertyText(named: rules.named)
    }

    /// Classes the line in `draft` and, where it is an event, completes its columns.
    ///
    /// `previous` is the time of the line before in this input: it decides which of two moments a
    /// local time in a fold has. Throws why the line is no event; `draft.time` is then not to be used
    /// where it is nil.
    mutating func normalize(
        _ draft: inout EventDraft, after previous: Timestamp?
    ) throws(RowError) -> LineClass {
        try setTime(&draft, after: previous)
        guard !draft.isEmpty(.address) || hasID(draft) else {
            draft.time = nil
            throw RowError(.missingField, "no visitor, user, address or session")
        }
        guard let time = draft.time, isWanted(time) else { return .filtered(.time) }
        let facts = draft.hasAgentField ? agents.facts(of: draft[.agent]) : nil
        let evidence = evidence(draft, facts)
        switch (rules.bots, evidence) {
        case (.drop, let evidence?): return .bot(evidence)
        case (.only, nil): return .filtered(.person)
        default: break
        }
        if draft.requestKind != .none, StaticAsset.isAsset(page: draft[.page]) {
            if rules.assets == .drop { return .filtered(.asset) }
            if draft.requestKind != .request { draft.set(.event, "asset") }
        }
        setDevice(&draft, facts)
        setChannel(&draft)
        setIDs(&draft, agent: draft.hasAgentField ? agents.latest : nil)
        hidePersons(&draft)
        setProperties(&draft, evidence)
        return .event
    }

    private func hasID(_ draft: EventDraft) -> Bool {
        !draft.isEmpty(.visitor) || !draft.isEmpty(.user) || !draft.isEmpty(.session)
    }

    private func isWanted(_ time: Timestamp) -> Bool {
        if let since = rules.since, time < since { return false }
        if let until = rules.until, time >= until { return false }
        return true
    }
}

// Time.
extension Normalizer {
    private mutating func setTime(
        _ draft: inout EventDraft, after previous: Timestamp?
    ) throws(RowError) {
        isUndecided = false
        guard let logged = draft.time else { throw RowError(.missingField, "no time") }
        guard isInRange(logged) else {
            draft.time = nil
            throw RowError(.timeOutOfRange, "time \(logged.text)")
        }
        guard !draft.isZoned else { return }
        let zone = rules.assumedZone
        switch zone.instants(ofLocal: logged) {
        case .one(let time): draft.time = time
        case .two(let first, let second):
            isUndecided = previous == nil
            // The earliest that is not before the line before; where both are, the first.
            let isSecond = previous.map { first < $0 && $0 <= second } ?? false
            draft.time = isSecond ? second : first
        case .none:
            draft.time = nil
            throw RowError(.badTime, "no clock in \(zone.name) showed \(logged.text.dropLast())")
        }
        guard let time = draft.time, isInRange(time) else {
            draft.time = nil
            throw RowError(.timeOutOfRange, "time \(logged.text)")
        }
    }

    private func isInRange(_ time: Timestamp) -> Bool { time >= .earliest && time < .latest }
}

// Bots.
extension Normalizer {
    private func evidence(_ draft: EventDraft, _ facts: AgentFacts?) -> BotFilter.Evidence? {
        let isRequest = draft.requestKind != .none
        if draft.isExcluded { return .excluded }
        // A shop's own server reports events by such a library.
        if !isRequest, facts?.isLibrary == true { return nil }
        if let found = facts?.evidence, found != .agentEmpty || isRequest { return found }
        return isRequest && isProbe(draft) ? .probe : nil
    }

    /// What no browser asks for.
    private func isProbe(_ draft: EventDraft) -> Bool {
        draft.isProbe || draft[.page].isProbe || !draft.isLiteral && hasLookup(draft)
    }

    private func hasLookup(_ draft: EventDraft) -> Bool {
        draft[.page].hasLookup || draft[.agent].hasLookup || draft[.referrerURL].hasLookup
    }
}

extension Span<UInt8> {
    /// Whether the page is one that only programs look for.
    var isProbe: Bool {
        equals("/robots.txt") || hasSecretFile
    }

    /// `/.env` or `/.git` anywhere.
    private var hasSecretFile: Bool {
        var start = 0
        while let dot = firstOffset(of: 0x2E, from: start) {
            let rest = extracting((dot + 1)...)
            if dot > 0, self[dot - 1] == 0x2F, rest.starts(with: "env") || rest.starts(with: "git")
            {
                return true
            }
            start = dot + 1
        }
        return false
    }

    /// Whether there is a Log4j look-up in it.
    fileprivate var hasLookup: Bool {
        guard let dollar = firstOffset(of: 0x24) else { return false }
        var at = dollar
        while at + 7 <= count {
            let word = extracting(at + 2..<at + 7)
            if self[at] == 0x24, self[at + 1] == 0x7B, word.lowercasedEquals("jndi:") {
                return true
            }
            at += 1
        }
        return false
    }

    private func lowercasedEquals(_ literal: StaticString) -> Bool {
        let lower = copied().map(\.asciiLowercased)
        return lower.span.equals(literal)
    }
}
