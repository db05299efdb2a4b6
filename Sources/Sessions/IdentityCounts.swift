/// What the summary says of visitors and users.
package struct IdentityCounts {
    package var visitors = 0
    package var users = 0
    /// Visitors that belong to a user.
    package var linked = 0
    /// Visitors on which two users were seen.
    package var shared = 0
    /// Rows from before the login that were given to the user.
    package var backFilled = 0
    /// Pairs that would have joined two users.
    package var refused = 0
    /// Users on so many visitors that they collect no more.
    package var capped = 0
    /// Visitors of no user whose id is also some user's.
    package var collisions = 0
    /// Visitors whose first user came in this run, after earlier nights were delivered. Whether those
    /// nights held rows of the visitor is not known, so it is the most that can be.
    package var lateLinks = 0

    package init() {}

    package mutating func add(_ other: IdentityCounts) {
        visitors += other.visitors
        users += other.users
        linked += other.linked
        shared += other.shared
        backFilled += other.backFilled
        refused += other.refused
        capped += other.capped
        collisions += other.collisions
        lateLinks += other.lateLinks
    }
}
