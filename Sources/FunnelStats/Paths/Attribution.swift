import Foundation
import Touchpoints

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

    /// What a channel gets by one model.
    struct Credit: Equatable {
        var conversions = 0.0
        /// The value shared out to it; nil where no conversion of it had one.
        var value: Double?
    }

    /// All conversions together.
    private(set) var conversions = 0
    /// Σ of their values, nil where none has one; not to be used with two currencies.
    private(set) var value: Double?
    private(set) var currency: [UInt8] = []
    private(set) var hasTwoCurrencies = false
    /// Chains of touches, for `markov`.
    private(set) var chain = TouchChain()

    private let touches: Touches
    private let halfLife: Int64
    /// By model, then by the channel's number, one place on: the first is that of no channel. `markov`
    /// has none: its credit comes from `chain`.
    private var credits: [[Credit]]
    private var weights: [Double] = []
    private var seen: [Int32] = []

    init(_ rules: AttributionRules) {
        touches = Touches(lookback: rules.lookback)
        halfLife = rules.halfLife
        credits = [[Credit]](repeating: [], count: Model.allCases.count)
    }

    mutating func see(
        _ customer: borrowing CustomerRows, _ facts: LabelFacts, _ sessions: CustomerSessions
    ) {
        let found = touches
        found.paths(of: customer, facts, sessions) { path, conversion in
            chain.add(path, isConverted: conversion != nil)
            guard let conversion else { return }
            let amount = conversion.value < 0 ? nil : customer.values[Int(conversion.value)]
            add(path, amount)
        }
    }

    private mutating func add(_ path: [Touches.Touch], _ amount: CustomerRows.Value?) {
        conversions += 1
        let value = amount?.amount.number
        if let amount, let value { count(value, amount.currency) }
        for (model, kind) in Model.allCases.enumerated() where kind != .markov {
            setWeights(kind, path)
            for (touch, weight) in zip(path, weights) where weight > 0 {
                add(weight, value, to: touch.channel, model)
            }
        }
    }

    private mutating func count(_ value: Double, _ currency: [UInt8]) {
        self.value = (self.value ?? 0) + value
        guard !currency.isEmpty else { return }
        if self.currency.isEmpty { self.currency = currency }
        if self.currency != currency { hasTwoCurrencies = true }
    }

    private mutating func add(
        _ weight: Double, _ value: Double?, to channel: Int32, _ model: Int
    ) {
        let place = Int(channel - SegmentTable.none)
        while credits[model].count <= place { credits[model].append(Credit()) }
        credits[model][place].conversions += weight
        if let value {
            credits[model][place].value = (credits[model][place].value ?? 0) + value * weight
        }
    }

    /// The share of each touch of a path; they add up to 1.
    private mutating func setWeights(_ model: Model, _ path: [Touches.Touch]) {
        let count = path.count
        weights.removeAll(keepingCapacity: true)
        weights.append(contentsOf: repeatElement(0, count: count))
        switch model {
        case .first: weights[0] = 1
        case .last: weights[count - 1] = 1
        case .linear, .markov:
            for place in 0..<count { weights[place] = 1 / Double(count) }
        case .positionBased: setPositions(count)
        case .timeDecay: setDecay(path)
        case .shapley: setSets(path)
        }
    }

    private mutating func setPositions(_ count: Int) {
        switch count {
        case 1: weights[0] = 1
        case 2: weights = [0.5, 0.5]
        default:
            for place in 1..<count - 1 { weights[place] = 0.2 / Double(count - 2) }
            weights[0] = 0.4
            weights[count - 1] = 0.4
        }
    }

    /// Weights of 2^(−age / half-life). They are taken from the youngest touch, so that none is too
    /// small for a number.
    private mutating func setDecay(_ path: [Touches.Touch]) {
        let youngest = path.map(\.age).min() ?? 0
        var sum = 0.0
        for (place, touch) in path.enumerated() {
            weights[place] = exp2(-Double(touch.age - youngest) / Double(halfLife))
            sum += weights[place]
        }
        for place in weights.indices { weights[place] /= sum }
    }

    /// Each distinct channel gets the same; here at its first touch.
    ///
    /// Conversions of paths within a set of channels are a sum of unanimity games, whose Shapley value
    /// this is.
    private mutating func setSets(_ path: [Touches.Touch]) {
        seen.removeAll(keepingCapacity: true)
        for (place, touch) in path.enumerated() where !seen.contains(touch.channel) {
            seen.append(touch.channel)
            weights[place] = 1
        }
        for place in weights.indices { weights[place] /= Double(seen.count) }
    }

    /// Channels of any path, converted or not.
    var channels: [Int32] { chain.channels }

    /// What the channel gets by a model other than `markov`.
    func credit(_ model: Model, of channel: Int32) -> Credit {
        let (number, place) = (
            Model.allCases.firstIndex(of: model) ?? 0, Int(channel - SegmentTable.none)
        )
        return place < credits[number].count ? credits[number][place] : Credit()
    }

    /// What the channels get by `markov`, in their order: all conversions and all value by their
    /// removal effects.
    func markov(_ channels: [Int32]) -> [(credit: Credit, effect: Double?)] {
        guard let effects = chain.removalEffects(of: channels) else {
            return channels.map { _ in (Credit(), nil) }
        }
        let sum = effects.reduce(0, +)
        return effects.map { effect in
            let share = sum > 0 ? effect / sum : 0
            return (
                Credit(
                    conversions: share * Double(conversions), value: value.map { $0 * share }),
                effect
            )
        }
    }
}
