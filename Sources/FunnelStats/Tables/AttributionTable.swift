import ByteIO

/// `attribution.csv`: what each model credits to each channel.
struct AttributionTable {
    private static let columns: [StaticString] = [
        "model", "channel", "conversions", "value", "currency", "removal_effect",
    ]

    let analysis: Analysis

    /// By model, then conversions falling, then the bytes of the channel.
    func attribution() -> Table {
        let attribution = analysis.attribution
        let channels = attribution.channels.map { (name: analysis.channel($0), number: $0) }
            .sorted { $0.name.span.order($1.name.span) < 0 }
        let markov = attribution.markov(channels.map(\.number))
        let rows = Attribution.Model.allCases.flatMap { model in
            channels.enumerated()
                .map { place, channel in
                    let credit =
                        model == .markov
                        ? markov[place].credit : attribution.credit(model, of: channel.number)
                    return (
                        name: channel.name, credit: credit,
                        effect: model == .markov ? markov[place].effect : nil
                    )
                }
                // The sort is stable: equal ones stay in the order of their bytes.
                .sorted { $0.credit.conversions > $1.credit.conversions }
                .map { [.text(model.rawValue), .text($0.name)] + cells($0.credit, $0.effect) }
        }
        return Table(name: "attribution.csv", columns: Self.columns, rows: rows)
    }

    private func cells(_ credit: Attribution.Credit, _ effect: Double?) -> [Cell] {
        let attribution = analysis.attribution
        let value = attribution.hasTwoCurrencies ? nil : credit.value
        return [
            .rate(credit.conversions), .rate(value),
            value == nil ? .missing : .text(attribution.currency), .rate(effect),
        ]
    }
}
