import ByteIO

// What the summary says.
extension Links {
    mutating func add(backFilled: Int) { counts.backFilled += backFilled }

    mutating func add(collisions: Int) { counts.collisions += collisions }

    /// Counts a visitor that the run met.
    mutating func countVisitor(isLinked: Bool, isShared: Bool) {
        counts.visitors += 1
        if isLinked { counts.linked += 1 }
        if isShared { counts.shared += 1 }
    }

    /// Counts a visitor of pairs; `isSeen` where the run met it with a user, `isLate` where its first
    /// user came after earlier nights were delivered.
    mutating func count<User>(_ users: VisitorUsers<User>, isSeen: Bool, isLate: Bool) {
        let isLinked = users.owner != nil
        counts.refused += users.refused
        guard isSeen else { return }
        countVisitor(isLinked: isLinked, isShared: users.refused > 0)
        if isLinked, isLate { counts.lateLinks += 1 }
    }

    /// Caps users with too many visitors, and gives the keys of the pairs beyond. `pairs` are all that
    /// such users have, by user, first time, then the visitor's bytes.
    mutating func cap(_ pairs: [StoredPairs.Pair], _ names: borrowing NameTable) -> Set<UInt64> {
        var beyond: Set<UInt64> = []
        var (user, rank) = (RowStore.none, 0)
        for pair in pairs {
            rank = pair.user == user ? rank + 1 : 1
            user = pair.user
            guard rank > limit else { continue }
            beyond.insert(pair.key)
            capped[names[user].copied()] = rank
        }
        counts.capped = capped.count
        return beyond
    }
}
