extension RandomAccessCollection where Index == Int {
    /// The first index from which on `holds` is true; `endIndex` where it nowhere is.
    ///
    /// Expects that it is true of all elements behind the first one. Binary search.
    func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
