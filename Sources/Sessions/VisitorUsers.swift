/// What the users seen on one visitor make of it: the first one owns it. Two known users are never
/// joined, so another one is refused, and the visitor's rows are swept in the order of time.
struct VisitorUsers<User> {
    private(set) var owner: User?
    /// When the owner was first seen on it.
    private(set) var first: Int64 = 0
    private var last: Int64 = 0
    /// Users refused beside the owner.
    private(set) var refused = 0
    /// Whether the row's time decides.
    private(set) var isSwept = false

    /// Adds a user; they come by first time, then bytes. `isAccepted` where the user has not too many
    /// visitors. `sight` is told of those between whom the sweep decides.
    mutating func add(
        _ user: User, isAccepted: Bool, first: Int64, last: Int64,
        sight: (User, _ first: Int64, _ last: Int64) throws -> Void
    ) rethrows {
        if isAccepted, owner == nil {
            (owner, self.first, self.last) = (user, first, last)
            if isSwept { try sight(user, first, last) }
            return
        }
        if isAccepted { refused += 1 }
        if !isSwept {
            isSwept = true
            if let owner { try sight(owner, self.first, self.last) }
        }
        if isAccepted { try sight(user, first, last) }
    }
}
