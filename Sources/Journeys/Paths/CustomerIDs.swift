import BasicContainers
import ByteIO

/// Small numbers for the ids of one customer's sessions, or visitors: 0 for the first one.
///
/// Mostly they are few, and the next is that of the row before: these are found by comparing. An
/// `Interner` finds many.
struct CustomerIDs: ~Copyable {
    private static let few = 8

    private var bytes = UniqueArray<UInt8>()
    private var ends = UniqueArray<Int>()
    /// The number given last.
    private var last = 0
    /// All ids, where they are more than few.
    private var all = Interner()

    var count: Int { ends.count }

    /// The bytes of an id.
    subscript(number: Int) -> Span<UInt8> {
        @_lifetime(borrow self)
        get {
            let start = number > 0 ? ends[number - 1] : 0
            return bytes.span.extracting(start..<ends[number])
        }
    }

    /// The number of an id, given now if it is new.
    mutating func number(of id: Span<UInt8>) -> Int {
        if last < count, self[last].equals(id) { return last }
        last = count > Self.few ? all.number(of: id) : find(id)
        guard last == count else { return last }
        bytes.append(id)
        ends.append(bytes.count)
        if count == Self.few + 1 { fill() }
        return last
    }

    /// The number of an id; `count` where it is new.
    private func find(_ id: Span<UInt8>) -> Int {
        for number in 0..<count where self[number].equals(id) { return number }
        return count
    }

    private mutating func fill() {
        var all = Interner()
        for number in 0..<count { _ = all.number(of: self[number]) }
        self.all = all
    }

    mutating func removeAll() {
        if count > Self.few { all.removeAll() }
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }
}
