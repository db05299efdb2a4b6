import ByteIO

/// In which of a number of buckets a row lies, so that all that bears on its customer and sessions lies
/// beside it.
///
/// A row is known by its user, or by its visitor where it has none. Ids that were seen together share a
/// bucket, over however many others; so does an id that is both a visitor's and a user's. Any other id
/// has a bucket by its hash, which needs no memory.
package struct Buckets {
    package let count: Int
    private var names = Interner()
    private var parents: [Int] = []
    /// By group, the least hash of its ids: no order of pairs changes it.
    private var least: [UInt64] = []

    /// `count` from 1.
    package init(count: Int) { self.count = count }

    /// Adds the pairs of an identity map.
    package mutating func read(_ map: String) throws {
        try IdentityMap.read(map) { visitor, user, _, _ in join(visitor, user) }
    }

    mutating func join(_ visitor: Span<UInt8>, _ user: Span<UInt8>) {
        let (one, other) = (group(of: number(of: visitor)), group(of: number(of: user)))
        guard one != other else { return }
        parents[max(one, other)] = min(one, other)
        least[min(one, other)] = min(least[one], least[other])
    }

    private mutating func number(of id: Span<UInt8>) -> Int {
        let number = names.number(of: id)
        if number == parents.count {
            parents.append(number)
            least.append(XXH64.digest(of: id))
        }
        return number
    }

    /// The group's first id; the way there is made shorter.
    private mutating func group(of number: Int) -> Int {
        var id = number
        while parents[id] != id {
            parents[id] = parents[parents[id]]
            id = parents[id]
        }
        return id
    }

    /// From 0.
    mutating func bucket(of id: Span<UInt8>) -> Int {
        let hash = names.known(id).map { least[group(of: $0)] } ?? XXH64.digest(of: id)
        return Int(hash % UInt64(count))
    }
}
