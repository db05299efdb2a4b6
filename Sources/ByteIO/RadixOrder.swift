import BasicContainers

/// Numbers 0..<count in the order of an 8-byte key each: a byte a pass, passes without a choice skipped.
///
/// Equal keys keep the order of their numbers. Memory: 24 bytes a number while it sorts, 12 after.
public struct RadixOrder: ~Copyable {
    private var keys: UniqueArray<UInt64>
    private var numbers: UniqueArray<UInt32>

    public init(count: Int, key: (Int) -> UInt64) {
        keys = UniqueArray(minimumCapacity: count)
        numbers = UniqueArray(minimumCapacity: count)
        for number in 0..<count {
            keys.append(key(number))
            numbers.append(UInt32(number))
        }
        var otherKeys = UniqueArray<UInt64>(repeating: 0, count: count)
        var otherNumbers = UniqueArray<UInt32>(repeating: 0, count: count)
        for shift in stride(from: 0, to: 64, by: 8) {
            guard var starts = starts(ofByteAt: UInt64(shift)) else { continue }
            for index in 0..<count {
                let digit = Int(keys[index] >> UInt64(shift) & 0xFF)
                otherKeys[starts[digit]] = keys[index]
                otherNumbers[starts[digit]] = numbers[index]
                starts[digit] += 1
            }
            swap(&keys, &otherKeys)
            swap(&numbers, &otherNumbers)
        }
    }

    /// Where the keys with each digit go; nil where all have the same.
    private func starts(ofByteAt shift: UInt64) -> [Int]? {
        var starts = [Int](repeating: 0, count: 257)
        for index in 0..<keys.count { starts[Int(keys[index] >> shift & 0xFF) + 1] += 1 }
        for digit in 1...256 {
            if starts[digit] == keys.count { return nil }
            starts[digit] += starts[digit - 1]
        }
        return starts
    }

    /// The number that stands at `index` in the order.
    public subscript(index: Int) -> UInt32 { numbers[index] }

    /// Puts numbers of equal keys into the order of `precedes`.
    public mutating func settle(_ precedes: (UInt32, UInt32) -> Bool) {
        var first = 0
        while first < keys.count {
            var end = first + 1
            while end < keys.count, keys[end] == keys[first] { end += 1 }
            if end - first > 1 {
                let sorted = (first..<end).map { numbers[$0] }.sorted(by: precedes)
                for (offset, number) in sorted.enumerated() { numbers[first + offset] = number }
            }
            first = end
        }
    }
}
