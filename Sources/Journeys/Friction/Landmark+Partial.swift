import StageSupport

// What adds up.
extension Landmark: Mergeable {
    func write(to partial: inout PartialWriter) {
        for pair in pairs {
            partial.begin("pair")
            partial.append(pair.byRows)
            partial.append(pair.byAttempts)
            partial.append(pair.byDeclared.count)
            for strata in pair.byDeclared { partial.append(strata) }
            partial.end()
            let signals = partial.order(0..<pair.exposures.count) {
                (partial.rank(ofSignal: Int32($0)), 0)
            }
            for signal in signals where pair.exposures[signal].byRows.lengths.count > 0 {
                partial.begin("exposed")
                partial.append(signal: Int32(signal))
                partial.append(pair.exposures[signal].byRows)
                partial.append(pair.exposures[signal].byAttempts)
                partial.append(pair.exposures[signal].following)
                partial.end()
            }
        }
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        for pair in pairs.indices { try pairs[pair].merge(&partial, sets: kinds.setCount) }
    }
}

extension Landmark.Pair {
    fileprivate mutating func merge(
        _ partial: inout PartialReader, sets: Int
    ) throws(Failure) {
        try partial.begin("pair")
        try partial.add(to: &byRows)
        try partial.add(to: &byAttempts)
        let count = try partial.number(in: 0..<sets + 1)
        while byDeclared.count < count { byDeclared.append(Strata()) }
        for set in 0..<count { try partial.add(to: &byDeclared[set]) }
        try partial.finishLine()
        while partial.isNext("exposed") {
            let signal = Int(try partial.signal())
            while exposures.count <= signal { exposures.append(.init()) }
            try partial.add(to: &exposures[signal].byRows)
            try partial.add(to: &exposures[signal].byAttempts)
            try partial.add(to: &exposures[signal].following)
            try partial.finishLine()
        }
    }
}
