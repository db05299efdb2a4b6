/// Conversions and their value shared out to the channels that led to them, by each model.
///
/// Expects customers one after another. Memory: sums by channel, and by pair of channels.
struct Attribution {
    /// How one conversion is shared out, or all of them together.
    enum Model: String, CaseIterable {
        case first, last, linear
        case positionBased = "position_based"
        case timeDecay = "time_decay"
        case markov, shapley
    }

    /// All conversions and their value.
    private(set) var total = Credit()
    /// Chains of touches, for `markov`.
    private(set) var chain = TouchChain()

    private var touches: Touches
    private var weights: TouchWeights
    /// By model, then by the channel's number, one place on: the first is that of no channel. `markov`
    /// has none: its credit comes from `chain`.
    private var credits: [[Credit]]

    init(_ rules: AttributionRules) {
        touches = Touches(lookback: rules.lookback)
        weights = TouchWeights(halfLife: rules.halfLife)
        credits = [[Credit]](repeating: [], count: Model.allCases.count)
    }

    mutating func observe(
        _ customer: borrowing CustomerRows, _ facts: LabelFacts, _ sessions: CustomerSessions
    ) {
        // Moved out and back: what is called for each path changes the sums beside it.
        var touches = self.touches
        self.touches = Touches(lookback: touches.lookback)
        defer { self.touches = touches }
        touches.paths(of: customer, facts, sessions) { path, conversion in
            chain.add(path, isConverted: conversion != nil)
            guard let conversion else { return }
            let value = Int(conversion.value)
            add(path, value < 0 ? nil : customer.values[value])
        }
    }

    private mutating func add(_ path: [Touches.Touch], _ value: CustomerRows.Value?) {
        total.add(Credit.one, of: value)
        for (number, model) in Model.allCases.enumerated() where model != .markov {
            weights.set(model, path)
            for (touch, share) in zip(path, weights.parts) where share != 0 {
                let place = Int(touch.channel - SegmentTable.none)
                while credits[number].count <= place { credits[number].append(Credit()) }
                credits[number][place].add(share, of: value)
            }
        }
    }

    /// Channels of any path, converted or not.
    var channels: [Int32] { chain.channels }

    /// What `channels` get by a model, in their order; with the removal effect by `markov`.
    ///
    /// The credit by `markov` is rounded by less than 10⁻¹⁵ of the total; the channel with the largest
    /// effect gets what is left over.
    func credits(
        _ model: Model, of channels: [Int32]
    ) -> [(credit: Credit, effect: Double?)] {
        guard model == .markov else {
            let known = credits[Model.allCases.firstIndex(of: model) ?? 0]
            return channels.map { channel in
                let place = Int(channel - SegmentTable.none)
                return (place < known.count ? known[place] : Credit(), nil)
            }
        }
        guard let effects = chain.removalEffects(of: channels),
            let largest = effects.indices.max(by: { effects[$0] < effects[$1] })
        else { return channels.map { _ in (Credit(), nil) } }
        let sum = effects.reduce(0, +)
        var parts = effects.map { Int64($0 / sum * Double(Credit.one)) }
        parts[largest] += Credit.one - parts.reduce(0, +)
        return zip(effects, parts).map { effect, share in
            (share != 0 ? total.share(share) : Credit(), effect)
        }
    }
}
