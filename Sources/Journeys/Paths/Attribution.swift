import StageSupport

/// Conversions and their value shared out to the channels that led to them, by each model. What is paid back is
/// taken from those that led to the conversion; where the data do not hold that, from the refund's own session.
///
/// Expects customers one after another. Memory: sums by channel, and by pair of channels.
struct Attribution: ~Copyable {
    /// How one conversion is shared out, or all of them together.
    enum Model: String, CaseIterable {
        case first, last
        case lastNonDirect = "last_non_direct"
        case linear
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
        /// By channel: refunds of conversions that the data do not hold, whatever the model.
        var refunds: [Credit] = []
    }

    private var touches: Touches
    private var sums: Sums

    /// `direct` is the number of the channel of that name.
    init(_ rules: AttributionRules, direct: Int32) {
        touches = Touches(lookback: rules.lookback)
        sums = Sums(weights: TouchWeights(halfLife: rules.halfLife, direct: direct))
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
        touches.paths(of: customer, facts, sessions) { path, end in
            switch end {
            case .conversion(let row):
                sums.chain.add(path, isConverted: true)
                sums.add(path, customer.value(ofRow: row))
                for refund in customer.refunds(ofConversion: row) {
                    sums.takeBack(path, customer.value(ofRow: refund))
                }
            case .refund(let row): sums.takeBack(path[0].channel, customer.value(ofRow: row))
            case .nothing: sums.chain.add(path, isConverted: false)
            }
        }
    }

    /// All conversions and their value less all refunds.
    var total: Credit {
        sums.refunds.reduce(into: sums.total) { $0.add($1) }
    }

    /// The channels of any path, converted or not, in the rows that tables have for them; `name` gives a
    /// channel's.
    func rows(name: (Int32) -> [UInt8]) -> [ChannelRow] {
        var touches = sums.chain.touches
        let known = Set(touches.map(\.channel))
        for (index, refunds) in sums.refunds.enumerated() where refunds != Credit() {
            let channel = SegmentTable.none + Int32(index)
            if !known.contains(channel) { touches.append((channel, 0)) }
        }
        return ChannelRow.rows(of: touches, name: name)
    }

    /// What `rows` get by a model, in their order; with the removal effect by `markov`.
    ///
    /// The credit by `markov` is rounded by less than 10⁻¹⁵ of the total; the row with the largest
    /// effect gets what is left over.
    func credits(
        _ model: Model, of rows: [ChannelRow]
    ) -> [(credit: Credit, effect: Double?)] {
        let number = Model.allCases.firstIndex(of: model) ?? 0
        let credits =
            model == .markov
            ? markovCredits(of: rows) : rows.map { (Self.sum($0, of: sums.credits[number]), nil) }
        return zip(rows, credits).map { row, found in
            var credit = found.credit
            credit.add(Self.sum(row, of: sums.refunds))
            return (credit, found.effect)
        }
    }

    /// The sum of the row's channels; `credits` are by the channel's number, one on.
    private static func sum(_ row: ChannelRow, of credits: [Credit]) -> Credit {
        var sum = Credit()
        for channel in row.channels {
            let index = Int(channel - SegmentTable.none)
            if index < credits.count { sum.add(credits[index]) }
        }
        return sum
    }

    private func markovCredits(
        of rows: [ChannelRow]
    ) -> [(credit: Credit, effect: Double?)] {
        guard let effects = sums.chain.removalEffects(of: rows.map(\.channels)),
            let largest = effects.indices.max(by: { effects[$0] < effects[$1] })
        else { return rows.map { _ in (Credit(), nil) } }
        let sum = effects.reduce(0, +)
        var parts = effects.map { Int64($0 / sum * Double(Credit.one)) }
        parts[largest] += Credit.one - parts.reduce(0, +)
        return zip(effects, parts).map { effect, share in
            (share != 0 ? sums.total.share(share) : Credit(), effect)
        }
    }
}

extension Attribution.Sums {
    /// Shares a conversion out.
    mutating func add(_ path: Span<Touches.Touch>, _ value: CustomerRows.Value?) {
        total.add(Credit.one, of: value)
        share(path) { credit, parts in credit.add(parts, of: value) }
    }

    /// Shares the amount of a refund out, which lies below 0.
    mutating func takeBack(_ path: Span<Touches.Touch>, _ value: CustomerRows.Value?) {
        guard let value else { return }
        total.addAmount(Credit.one, of: value)
        share(path) { credit, parts in credit.addAmount(parts, of: value) }
    }

    /// Takes the amount of a refund from one channel.
    mutating func takeBack(_ channel: Int32, _ value: CustomerRows.Value?) {
        guard let value else { return }
        let index = Int(channel - SegmentTable.none)
        while refunds.count <= index { refunds.append(Credit()) }
        refunds[index].addAmount(Credit.one, of: value)
    }

    /// Calls `add` with what each touch has by each model, and the parts that are added to it.
    @inline(__always)
    private mutating func share(
        _ path: Span<Touches.Touch>, add: (inout Credit, Int64) -> Void
    ) {
        for (number, model) in Attribution.Model.allCases.enumerated() where model != .markov {
            weights.set(model, path)
            for index in path.indices where weights.parts[index] != 0 {
                let channel = Int(path[index].channel - SegmentTable.none)
                while credits[number].count <= channel { credits[number].append(Credit()) }
                add(&credits[number][channel], weights.parts[index])
            }
        }
    }
}

// What adds up.
extension Attribution: Mergeable {
    func write(to partial: inout PartialWriter) {
        partial.begin("conversions")
        partial.append(sums.total)
        partial.end()
        sums.chain.write(to: &partial)
        for (number, credits) in sums.credits.enumerated() {
            Self.write("credit", number, credits, to: &partial)
        }
        Self.write("refund", 0, sums.refunds, to: &partial)
    }

    /// A line for each channel that has any.
    private static func write(
        _ word: StaticString, _ model: Int, _ credits: [Credit], to partial: inout PartialWriter
    ) {
        let field = CustomerSessions.channelField
        func channel(_ index: Int) -> Int32 { SegmentTable.none + Int32(index) }
        let order = partial.order(credits.indices) {
            (partial.values[field].rank(channel($0)), 0)
        }
        for index in order where credits[index] != Credit() {
            partial.begin(word)
            partial.append(model)
            partial.append(value: channel(index), ofField: field)
            partial.append(credits[index])
            partial.end()
        }
    }

    mutating func merge(_ partial: inout PartialReader) throws(Failure) {
        try partial.begin("conversions")
        sums.total.add(try partial.credit())
        try partial.finishLine()
        try sums.chain.merge(&partial)
        while partial.isNext("credit") {
            let model = try partial.number(in: sums.credits.indices)
            try Self.merge(&sums.credits[model], &partial)
        }
        while partial.isNext("refund") {
            _ = try partial.number(in: 0..<1)
            try Self.merge(&sums.refunds, &partial)
        }
    }

    private static func merge(
        _ credits: inout [Credit], _ partial: inout PartialReader
    ) throws(Failure) {
        let channel = try partial.value(ofField: CustomerSessions.channelField)
        let index = Int(channel - SegmentTable.none)
        while credits.count <= index { credits.append(Credit()) }
        credits[index].add(try partial.credit())
        try partial.finishLine()
    }
}
