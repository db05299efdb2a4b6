import StatsFolder
import ByteIO

/// `attribution.csv`: what each model credits to each channel.
extension Analysis {
    /// The channels of any path in the rows that the table has for them.
    var channelRows: [ChannelRow] { attribution.rows { channel($0) } }

    /// By model, then conversions falling, then the bytes of the channel; `(other)` last.
    func attributionTable() -> Table {
        let channels = channelRows
        let rows = Attribution.Model.allCases.flatMap { model in
            let credits = attribution.credits(model, of: channels)
            let order = credits.indices.sorted {
                let (left, right) = (credits[$0].credit.parts, credits[$1].credit.parts)
                if channels[$0].isPooled != channels[$1].isPooled { return channels[$1].isPooled }
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
