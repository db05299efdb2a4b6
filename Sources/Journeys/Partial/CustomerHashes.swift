import ByteIO
import StageSupport

/// Whose rows were counted, as hashes: a customer belongs in one partial alone.
///
/// Each is the first 128 bits of the SHA-256 of the id. Memory: 16 bytes a customer.
struct CustomerHashes {
    struct Hash: Comparable {
        let high: UInt64
        let low: UInt64

        static func < (left: Hash, right: Hash) -> Bool {
            (left.high, left.low) < (right.high, right.low)
        }
    }

    private var all: [Hash] = []

    mutating func add(_ customer: [UInt8]) {
        let hash = MessageCode.hash(of: customer.span)
        all.append(
            Hash(high: UInt64(bigEndian: hash[0]), low: UInt64(bigEndian: hash[1])))
    }
}

// What adds up.
extension CustomerHashes: Mergeable {
    func write(to partial: inout PartialWriter) {
        for hash in all.sorted() {
            partial.begin("customer")
            partial.append(hex: hash.high, hash.low)
            partial.end()
        }
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        var more: [Hash] = []
        while partial.isNext("customer") {
            let (high, low) = try partial.hexNumbers()
            try partial.finishLine()
            let hash = Hash(high: high, low: low)
            if let last = more.last, hash <= last { throw partial.damage("customers out of order") }
            more.append(hash)
        }
        try join(more, partial)
    }

    /// Both are sorted, once this was.
    private mutating func join(
        _ more: [Hash], _ partial: borrowing PartialReader
    ) throws(Failure) {
        guard !more.isEmpty else { return }
        all.sort()
        var joined: [Hash] = []
        joined.reserveCapacity(all.count + more.count)
        var next = 0
        for hash in more {
            while next < all.count, all[next] < hash {
                joined.append(all[next])
                next += 1
            }
            if next < all.count, all[next] == hash {
                throw partial.failure(
                    "a customer of it is in an earlier partial too; each belongs in one, so cut paths "
                        + "by customer, and merge paths, not partials, of several nights")
            }
            joined.append(hash)
        }
        joined += all[next...]
        all = joined
    }
}
