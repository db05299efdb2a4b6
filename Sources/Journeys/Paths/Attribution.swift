/// Conversions and their value shared out to the channels that led to them, by each model.
///
/// Expects customers one after another. Memory: sums by channel, and by pair of channels.
struct Attribution: ~Copyable {
    /// How one conversion is shared out, or all of them together.
    enum Model: String, CaseIterable {
        case first, last, linear
        case positionBased = "position_based"
        case timeDecay = "time_decay"
        case markov, shapley
    }

    /// What paths add to.
    fileprivate struct Sums {
        var total = Credit()
        var chain = TouchChain()
        var weights: TouchWeights
        /// By model, then by the channel's number, one on: the first is that of no channel. `markov` has
        /// none: its credit comes from `chain`.
        var credits = [[Credit]](repeating: [], count: Model.allCases.count)
    }

    private var touches: Touches
    private var sums: Sums

    init(_ rules: AttributionRules) {
        touches = Touches(lookback: rules.lookback)
        sums = Sums(weights: TouchWeights(halfLife: rules.halfLife))
    }

    mutating func observe(
        _ customer: borrowing CustomerRows, _ facts: LabelFacts,
        _ sessions: borrowing CustomerSessions
    ) {
        Self.observe(customer, facts, sessions, &touches, &sums)
    }

    // Told both members: what is called for each path changes one while the other is walked.
    private static func observe(
        _ customer: borrowing CustomerRows, _ facts: LabelFacts,
        _ sessions: borrowing CustomerSessions, _ touches: inout Touches, _ sums: inout Sums
    ) {
        touches.paths(of: customer, facts, sessions) { path, conversion in
            sums.chain.add(path, isConverted: conversion != nil)
            guard let conversion else { return }
            let value = Int(conversion.value)
            sums.add(path, value < 0 ? nil : customer.values[value])
        }
    }

    /// All conversions and their value.
    var total: Credit { sums.total }

    /// The channels of any path, converted or not, in the rows that tables have for them; `name` gives a
    /// channel's.
    func rows(name: (Int32) -> [UInt8]) -> [ChannelRow] {
        ChannelRow.rows(of: sums.chain.touches, name: name)
    }

    /// What `rows` get by a model, in their order; with the removal effect by `markov`.
    ///
    /// The credit by `markov` is rounded by less than 10⁻¹⁵ of the total; the row with the largest
    /// effect gets what is left over.
    func credits(
        _ model: Model, of rows: [ChannelRow]
    ) -> [(credit: Credit, effect: Double?)] {
        guard model == .markov else {
            let known = sums.credits[Model.allCases.firstIndex(of: model) ?? 0]
            return rows.map { row in
                var credit = Credit()
                for channel in row.channels {
                    let index = Int(channel - SegmentTable.none)
                    if index < known.count { credit.add(known[index]) }
                }
                return (credit, nil)
            }
        }
        guard let effects = sums.chain.removalEffects(of: rows.map(\.channels)),
            let largest = effects.indices.max(by: { effects[$0] < effects[$1] })
        else { return rows.map { _ in (Credit(), nil) } }
        let sum = effects.reduce(0, +)
        var parts = effects.map { Int64($0 / sum * Double(Credit.one)) }
        parts[largest] += Credit.one - parts.reduce(0, +)
        return zip(effects, parts).map { effect, share in
            (share != 0 ? total.share(share) : Credit(), effect)
        }
    }
}

extension Attribution.Sums {
    mutating func add(_ path: Span<Touches.Touch>, _ value: CustomerRows.Value?) {
        total.add(Credit.one, of: value)
        for (number, model) in Attribution.Model.allCases.enumerated() where model != .markov {
            weights.set(model, path)
            for index in path.indices where weights.parts[index] != 0 {
                let channel = Int(path[index].channel - SegmentTable.none)
                while credits[number].count <= channel { credits[number].append(Credit()) }
                credits[number][channel].add(weights.parts[index], of: value)
            }
        }
    }
}
