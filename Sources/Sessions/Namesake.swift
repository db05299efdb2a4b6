import ByteIO

/// A visitor whose id is also some user's, by accident: users and visitors are two name spaces.
///
/// Where such a visitor belongs to no user, its customer is `visitor:ID`.
enum Namesake {
    private static let prefix: StaticString = "visitor:"

    /// The customer of a visitor.
    static func customer(of visitor: Span<UInt8>) -> [UInt8] {
        var name: [UInt8] = []
        name.append(prefix)
        name.append(visitor)
        return name
    }

    /// Whether `customer` is the visitor's own, by either name.
    static func isCustomer(_ customer: Span<UInt8>, of visitor: Span<UInt8>) -> Bool {
        customer.equals(visitor) || customer.equals(Self.customer(of: visitor).span)
    }
}
