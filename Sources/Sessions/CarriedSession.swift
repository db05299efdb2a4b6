import BasicContainers
import ByteIO
import Rows

/// A session in quarantine that is not over, as the state keeps it: its totals, no rows.
///
/// The row form has the columns of `Column`; the first three stand where an event row has time, visitor
/// and user, and say whose the session is.
enum CarriedSession {
    enum Column: Int, CaseIterable {
        case start, visitor, user, session, id, mark, end, events, pageViews, errors, entryPage
        case exitPage, channel, source, medium, campaign, attributionRank, device, country, value
        case currency, currencies, values, otherValues, automatic, firstCampaign
    }

    static let names = Column.allCases.map { "\($0)" }

    /// Appends the row without LF. `field`, the visitor's or the user's, and `declared` are as they stand
    /// in rows; `name`, what the field stands for, and `customer` are plain.
    static func write(
        _ session: borrowing Session, _ totals: SessionTotals, field: Span<UInt8>,
        name: Span<UInt8>, declared: [UInt8], customer: Span<UInt8>, to row: inout [UInt8]
    ) {
        Timestamp(microseconds: totals.start).write(to: &row)
        row.append(0x09)
        if !session.key.isUsers { row.append(field) }
        row.append(0x09)
        if session.key.isUsers || !Namesake.isCustomer(customer, of: name) {
            RowText.append(customer, to: &row)
        }
        row.append(0x09)
        row.append(declared.span)
        row.append(0x09)
        row.append(session.id.span)
        row.append(0x09)
        row.append(decimal: Int64(session.mark))
        row.append(0x09)
        Timestamp(microseconds: totals.end).write(to: &row)
        for count in [totals.events, totals.pageViews, totals.errors] {
            row.append(0x09)
            row.append(decimal: Int64(count))
        }
        for text in [totals.entryPage, totals.exitPage, totals.attribution] {
            row.append(0x09)
            row.append(text.span)
        }
        row.append(0x09)
        row.append(decimal: Int64(totals.attributionRank))
        for text in [totals.device, totals.country] {
            row.append(0x09)
            row.append(text.span)
        }
        row.append(0x09)
        totals.value.writeExactly(to: &row)
        row.append(0x09)
        row.append(totals.currency.span)
        row.append(0x09)
        row.append(decimal: totals.hasTwoCurrencies ? 2 : 1)
        for count in [totals.values, totals.otherValues, totals.automatic] {
            row.append(0x09)
            row.append(decimal: Int64(count))
        }
        row.append(0x09)
        row.append(session.campaign.span)
    }

    /// Fills in what the row tells; false where it is no such row.
    static func read(_ row: Span<UInt8>, into session: inout Session) -> Bool {
        var fields = RowFields(count: Column.allCases.count)
        guard fields.split(row) else { return false }
        func field(_ column: Column) -> [UInt8] {
            row.extracting(fields[column.rawValue]).copied()
        }
        func number(_ column: Column) -> Int? { Int(field(column).span.text) }
        guard let start = Timestamp(row: field(.start).span),
            let end = Timestamp(row: field(.end).span),
            let events = number(.events), let pageViews = number(.pageViews), events > 0,
            let errors = number(.errors), let rank = number(.attributionRank),
            let mark = number(.mark), let currencies = number(.currencies),
            let values = number(.values), let otherValues = number(.otherValues),
            let automatic = number(.automatic)
        else { return false }
        session.totals.begin(at: start.microseconds)
        session.totals.end = end.microseconds
        session.totals.hasFields = true
        session.totals.events = events
        session.totals.pageViews = pageViews
        session.totals.errors = errors
        session.totals.entryPage = field(.entryPage)
        session.totals.exitPage = field(.exitPage)
        let from = fields[Column.channel.rawValue].lowerBound
        let to = fields[Column.campaign.rawValue].upperBound
        session.totals.attribution = row.extracting(from..<to).copied()
        session.totals.attributionRank = rank
        session.totals.device = field(.device)
        session.totals.country = field(.country)
        if !field(.value).isEmpty { session.totals.value.add(field(.value).span) }
        session.totals.currency = field(.currency)
        session.totals.hasTwoCurrencies = currencies > 1
        session.totals.values = values
        session.totals.otherValues = otherValues
        session.totals.automatic = automatic
        session.campaign = field(.firstCampaign)
        session.id.append(field(.id))
        session.hasID = !session.id.isEmpty
        session.mark = UInt32(clamping: mark)
        session.written = events
        return true
    }
}
