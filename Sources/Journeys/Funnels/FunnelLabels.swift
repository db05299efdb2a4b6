/// Which steps and exclusions of one funnel each label stands for.
struct FunnelLabels {
    private(set) var steps: [UInt64] = []
    private(set) var exclusions: [UInt64] = []
    private let funnel: Funnel
    private let inline: [Funnel.Matcher: Int]

    /// `inline` numbers the inline rules of all funnels.
    init(_ funnel: Funnel, inline: [Funnel.Matcher: Int]) {
        self.funnel = funnel
        self.inline = inline
    }

    /// Learns the labels that `table` has gained since the last call.
    mutating func learn(_ table: LabelTable) {
        while steps.count < table.labels.count {
            let label = table.labels[steps.count]
            let name = table.name(label.touchpoint)
            steps.append(mask(funnel.steps, label, name))
            exclusions.append(mask(funnel.exclusions, label, name))
        }
    }

    /// The steps that no row matched so far, by their number from 0; `isMet` says whether rows have a label.
    func unmatchedSteps(_ isMet: (Int) -> Bool) -> [Int] {
        let matched = steps.indices.reduce(0) { isMet($1) ? $0 | steps[$1] : $0 }
        return funnel.steps.indices.filter { matched & (1 << $0) == 0 }
    }

    /// A conversion that was reported before is nothing again. What matches conversions takes no refund, unless
    /// it is a rule on amounts.
    private func mask(
        _ matchers: [Funnel.Matcher], _ label: LabelTable.Label, _ name: [UInt8]
    ) -> UInt64 {
        guard label.standing != .repeated else { return 0 }
        let isRefund = label.standing == .refund
        var mask: UInt64 = 0
        for (index, matcher) in matchers.enumerated() {
            let matches =
                switch matcher {
                case .touchpoint(let wanted): !isRefund && Array(wanted.utf8) == name
                case .rule(let rule, _):
                    (!isRefund || rule.comparesAmounts)
                        && inline[matcher].map { label.inline.contains($0) } ?? false
                }
            if matches { mask |= 1 << index }
        }
        return mask
    }
}
