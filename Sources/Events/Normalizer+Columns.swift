import ByteIO
import Formats
import StageSupport
import Rows

// The columns that the rules make or change.
extension Normalizer {
    mutating func setDevice(_ draft: inout EventDraft, _ facts: AgentFacts?) {
        if !draft.isEmpty(.device) {
            let isNamed = DeviceClass.isName(draft[.device])
            if isNamed { return }
            let device = DeviceClass(logged: draft[.device])
            draft.set(.device, device.name)
        } else if let facts, facts.isLibrary, draft.requestKind == .none {
            draft.set(.device, DeviceClass.server.name)
        } else if let device = facts?.device {
            draft.set(.device, device.name)
        }
    }

    /// `referrer` and `channel`.
    mutating func setChannel(_ draft: inout EventDraft) {
        let facts = setReferrer(&draft)
        if !draft.isEmpty(.channel) {
            scratch.removeAll(keepingCapacity: true)
            Channel.appendSnakeCase(draft[.channel], to: &scratch)
            draft.set(.channel, scratch.span)
            return
        }
        let referrer: ChannelGroup.Referrer =
            !draft.isEmpty(.referrer) ? .external : draft.isEmpty(.referrerURL) ? .none : .own
        if let facts, referrer == .external, isUnnamed(draft) {
            if let channel = facts.channel { draft.set(.channel, channel.name) }
            return
        }
        let channel = channels.channel(
            source: draft[.source], medium: draft[.medium], campaign: draft[.campaign],
            click: draft.clickNetwork, referrer: referrer, host: draft[.referrer],
            isPageView: draft[.event].equals("page_view"))
        if let channel { draft.set(.channel, channel.name) }
    }

    /// `referrer`, unless it is one's own; what is known of the logged one.
    private mutating func setReferrer(_ draft: inout EventDraft) -> ReferrerFacts? {
        guard !draft.isEmpty(.referrerURL) else { return nil }
        let facts = referrers.facts(of: draft[.referrerURL], &channels)
        if !facts.isOwn { draft.setReferrer(host: facts.host.span) }
        return facts
    }

    /// Whether the event names neither source nor campaign.
    private func isUnnamed(_ draft: EventDraft) -> Bool {
        draft.isEmpty(.source) && draft.isEmpty(.medium) && draft.isEmpty(.campaign)
            && draft.clickNetwork == nil
    }

    mutating func setIDs(_ draft: inout EventDraft, agent number: Int?) {
        if !draft.isEmpty(.user) { hash(.user, as: .user, &draft, always: rules.hashesIDs) }
        if !draft.isEmpty(.session) { hash(.session, as: .session, &draft, always: false) }
        if !draft.isEmpty(.eventID) { hash(.eventID, as: .eventID, &draft, always: false) }
        if !draft.isEmpty(.visitor) {
            hash(.visitor, as: .visitor, &draft, always: rules.hashesIDs)
        } else if !draft.isEmpty(.address) {
            scratch.removeAll(keepingCapacity: true)
            pseudonyms.append(
                address: draft[.address], agent: draft[.agent], known: number, to: &scratch)
            draft.set(.visitor, scratch.span)
        } else if draft.isEmpty(.user) {
            scratch = draft.value(.session)
            draft.set(.visitor, scratch.span)
            draft.notes.insert(.sessionAsVisitor)
        }
    }

    /// Replaces an id by its pseudonym, always or where it is an address or has the shape of an e-mail address: the
    /// case of letters tells no two of the latter apart.
    private mutating func hash(
        _ column: EventColumn, as tag: Pseudonyms.Column, _ draft: inout EventDraft, always: Bool
    ) {
        let isEmail = PersonalData.holdsEmail(draft[column])
        guard always || isEmail || ClientAddress.isOnly(draft[column]) else { return }
        var id = draft.value(column)
        if isEmail { for index in id.indices { id[index] = id[index].asciiLowercased } }
        scratch.removeAll(keepingCapacity: true)
        pseudonyms.append(id: id.span, of: tag, to: &scratch)
        draft.set(column, scratch.span)
    }

    /// E-mail addresses in pages and in what campaigns and events are called.
    mutating func hidePersons(_ draft: inout EventDraft) {
        guard !draft.isLiteral else { return }
        if PersonalData.holdsEmail(draft[.page]) {
            scratch.removeAll(keepingCapacity: true)
            if PersonalData.appendPage(draft[.page], to: &scratch) {
                draft.set(.page, scratch.span)
            }
        }
        for column in [EventColumn.event, .source, .medium, .campaign] {
            if !draft.isEmpty(column), PersonalData.holdsEmail(draft[column]) {
                draft.set(column, PersonalData.redacted)
            }
        }
    }

    mutating func setProperties(
        _ draft: inout EventDraft, _ evidence: BotFilter.Evidence?
    ) {
        if draft.requestKind != .none {
            if let evidence, rules.keeps("bot") {
                properties.add("bot", Array(evidence.text.utf8).span)
            }
            if !draft.isEmpty(.clickID), rules.keeps("click_id") { addClick(&draft) }
        }
        guard properties.changes(draft[.props]) else { return }
        scratch.removeAll(keepingCapacity: true)
        properties.write(draft[.props], to: &scratch)
        draft.set(.props, scratch.span)
    }

    private mutating func addClick(_ draft: inout EventDraft) {
        scratch.removeAll(keepingCapacity: true)
        draft.notes.formUnion(PlainText.append(draft[.clickID], to: &scratch))
        let clickID = scratch
        properties.add("click_id", clickID.span)
        guard let network = draft.clickNetwork, rules.keeps("click_network") else { return }
        properties.add("click_network", Array(network.rawValue.utf8).span)
    }
}
