/// Different numbers, rising; that of the local day falls only where a clock is put back over midnight.
struct RisingNumbers {
    private(set) var all: [Int] = []

    mutating func removeAll() {
        if !all.isEmpty { all.removeAll(keepingCapacity: true) }
    }

    mutating func insert(_ number: Int) {
        guard let last = all.last, number <= last else { return all.append(number) }
        let index = all.partitioningIndex { $0 >= number }
        if all[index] != number { all.insert(number, at: index) }
    }
}
