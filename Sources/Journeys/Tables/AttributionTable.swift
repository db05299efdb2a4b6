import StatsFolder
import ByteIO

/// `attribution.csv`: what each model credits to each channel.
extension Analysis {
    /// By model, then conversions falling, then the bytes of the channel.
    func attributionTable() -> Table {
        // In the order of their bytes, so that sums over them do not depend on the order of rows.
        let channels = attribution.channels
            .map { (name: channel($0), number: $0) }
            .sorted { $0.name.span.order($1.name.span) < 0 }
        let rows = Attribution.Model.allCases.flatMap { model in
            let credits = attribution.credits(model, of: channels.map(\.number))
            let order = credits.indices.sorted {
                let (left, right) = (credits[$0].credit.parts, credits[$1].credit.parts)
                return left == right ? $0 < $1 : left > right
            }
            return order.map { index -> [Cell] in
                let (credit, effect) = credits[index]
                return [
                    .text(model.rawValue), .text(channels[index].name),
                    .id(credit.conversionsText), credit.value.map { .id($0.amount) } ?? .missing,
                    credit.value.map { .text($0.currency) } ?? .missing, .rate(effect),
                ]
            }
        }
        return Table(shape: .attribution, rows: rows)
    }
}
