import ByteIO

/// One customer, merged of the visitors and users that its rows come from.
package struct MergedCustomer {
    /// Whether the visitor's own rows of this key were moved to their customer.
    private let isMoved: Bool
    /// Whether rows with a user are the user's, and not the visitor's.
    private let joinsIdentities: Bool
    private(set) var rows = 0
    /// Whether a row has a user.
    package private(set) var hasUser = false
    /// Whether a row has a visitor without a link; one with a link is counted there.
    package private(set) var hasVisitor = false
    /// Whether a row has both; without identities its visitor is the customer.
    package private(set) var hasVisitorOfUser = false

    package init(isMoved: Bool = false, joinsIdentities: Bool = true) {
        self.isMoved = isMoved
        self.joinsIdentities = joinsIdentities
    }

    package var isOpen: Bool { rows > 0 }
    package var isFirst: Bool { rows == 1 }

    /// Whether the row is the customer's; one that was moved is not.
    mutating func owns(_ row: Span<UInt8>, fromSorted: Bool) -> Bool {
        guard let head = RowHead(row) else {
            rows += 1
            return true
        }
        let isVisitors = joinsIdentities ? head.user.isEmpty : !head.visitor.isEmpty
        if isVisitors, isMoved, fromSorted { return false }
        count(
            hasVisitor: !head.visitor.isEmpty, hasUser: !head.user.isEmpty,
            wasMoved: joinsIdentities && (isMoved || !fromSorted))
        return true
    }

    /// Counts a row that has these; `wasMoved` where it came from another key.
    mutating func count(hasVisitor: Bool, hasUser: Bool, wasMoved: Bool) {
        rows += 1
        if hasUser {
            self.hasUser = true
            if hasVisitor { hasVisitorOfUser = true }
        } else if !wasMoved {
            self.hasVisitor = true
        }
    }
}
