package import ByteIO
import StageSupport

/// Rows without a user that belong to one, or whose visitor has a user's id, taken out of the sorted rows
/// and sorted anew under their customer.
package struct BackFill {
    /// The rows under their customer.
    package private(set) var rows = SortedRuns.none
    /// Moments at which a visitor has rows of two customers.
    package private(set) var meetings: Set<SessionStart> = []

    package init() {}

    /// `sorted` by visitor, or user where a row carries one; without joined identities by visitor, or user
    /// where there is none. Adds to the counts of `links`.
    package init(
        _ sorted: SortedRuns, _ links: inout Links, joinsIdentities: Bool, memory: Int,
        folder: SpillFolder
    ) throws {
        var moved = SpillSort(memory: memory, folder: folder)
        var sweep = Sweep(memory: memory / 2, folder: folder)
        var records = try sorted.records(memory: memory / 4)
        var cursor = try LinkCursor(links, memory: memory / 4)
        var link: Link?
        var isCounted = false
        var isNamesake = false
        var backFilled = 0
        var collisions = 0
        var (visitor, user): ([UInt8], [UInt8]) = ([], [])
        while try records.advance() {
            if records.isNewKey {
                link = try cursor.link(of: records.key)
                isCounted = link?.isSeen ?? true || !joinsIdentities
                isNamesake = false
            }
            guard link != nil || !links.swept.isEmpty else { continue }
            guard let head = RowHead(records.payload) else { throw Self.lost }
            if joinsIdentities ? head.user.isEmpty : !head.visitor.isEmpty {
                guard let link else { continue }
                if !isCounted {
                    links.countVisitor(isLinked: !link.owner.isEmpty, isShared: link.isShared)
                }
                isCounted = true
                if link.isSwept {
                    try sweep.row(
                        records.key, records.payload, time: records.time, order: records.order,
                        isNamesake: link.isNamesake)
                } else if link.owner.isEmpty {
                    if !isNamesake { collisions += 1 }
                    isNamesake = true
                    try moved.add(
                        key: Namesake.customer(of: records.key), time: records.time,
                        order: records.order, records.payload)
                } else {
                    if records.time < link.first { backFilled += 1 }
                    try moved.add(
                        key: link.owner.span, time: records.time, order: records.order,
                        records.payload)
                }
            } else if !head.visitor.isEmpty, !links.swept.isEmpty {
                visitor.replace(withField: records.payload.extracting(head.visitor))
                guard links.swept.contains(visitor.span) else { continue }
                user.replace(withField: records.payload.extracting(head.user))
                try sweep.login(visitor.span, user.span, time: records.time, order: records.order)
            }
        }
        if !sweep.isEmpty {
            var swept = try SweptRows(
                [links.sightings, sweep.finish()], capped: links.capped, memory: memory / 2)
            while try swept.advance() {
                if swept.isBeforeLogin { backFilled += 1 }
                try moved.add(
                    key: swept.customer.span, time: swept.time, order: swept.order,
                    swept.records.payload.extracting(1...))
            }
            meetings = swept.meetings
            collisions += swept.collisions
        }
        links.add(backFilled: backFilled)
        links.add(collisions: collisions)
        rows = try moved.finish()
    }

    private static let lost = Failure(.selfCheck, "a row lost its visitor")
}
