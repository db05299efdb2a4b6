import BasicContainers

/// Finds the open session of a key among the slots of the customer at hand.
///
/// A few slots are searched one by one; more get a table.
struct OpenSessions: ~Copyable {
    /// Slots that are searched one by one.
    static let few = 64

    private var latest = 0
    private var slots: [SessionKey: Int] = [:]

    /// Forgets all.
    mutating func removeAll() {
        latest = 0
        if !slots.isEmpty { slots = [:] }
    }

    /// The slot of the open session that takes rows of `key`; nil for none.
    mutating func slot(
        of key: SessionKey, among sessions: borrowing UniqueArray<Session>
    ) -> Int? {
        if latest < sessions.count, sessions[latest].isOpen(to: key) { return latest }
        guard let slot = find(key, among: sessions) else { return nil }
        latest = slot
        return slot
    }

    private func find(_ key: SessionKey, among sessions: borrowing UniqueArray<Session>) -> Int? {
        guard sessions.count > Self.few else {
            for slot in 0..<sessions.count where sessions[slot].isOpen(to: key) { return slot }
            return nil
        }
        guard let slot = slots[key], sessions[slot].isOpen(to: key) else { return nil }
        return slot
    }

    /// The session in `slot` is open.
    mutating func insert(_ slot: Int, among sessions: borrowing UniqueArray<Session>) {
        latest = slot
        guard sessions.count > Self.few else { return }
        // Keys of sessions that are over go, so that a customer with ever new keys does not grow.
        if slots.isEmpty || slots.count > 2 * sessions.count + 1024 {
            index(sessions)
        } else {
            slots[sessions[slot].key] = slot
        }
    }

    /// Makes the table anew.
    mutating func index(_ sessions: borrowing UniqueArray<Session>) {
        slots = [:]
        guard sessions.count > Self.few else { return }
        for slot in 0..<sessions.count where sessions[slot].isOpen(to: sessions[slot].key) {
            slots[sessions[slot].key] = slot
        }
    }
}
