import BasicContainers
import ByteIO
import Rows

/// Tells the conversions of a customer from what only looks like them: one that was reported before, and refunds.
///
/// A conversion whose id the customer had before is that one reported again; it lends its amount to one without.
/// A conversion with a negative amount is a refund: it belongs to the conversion before it with its id, or where it
/// has no id to the last one before it. Memory: the ids of the customer at hand.
struct ConversionReports {
    /// Of all customers that had to be looked at.
    private(set) var conversionCount = 0
    private(set) var repeatCount = 0
    private(set) var refundCount = 0

    private var id: FieldReader?
    private var ids = Interner()
    /// By id: the row that reported it first, -1 where only refunds did.
    private var rowsOfIDs: [Int] = []
    private var text: [UInt8] = []
    private var refunds: [CustomerRows.Refund] = []

    /// Adds to `columns` what rows have to keep for it.
    init(_ rules: ConversionRules, keeping columns: inout [EventColumn]) {
        id = rules.id.map { FieldReader($0, keeping: &columns) }
    }

    /// Whether any row of the customer may be something else than it looks like.
    func concern(_ customer: borrowing CustomerRows) -> Bool {
        id != nil || customer.hasNegativeValue
    }

    /// Gives the rows that are no conversions labels that say so, and the customer its refunds; `facts` know all
    /// labels so far.
    mutating func settle(
        _ customer: inout CustomerRows, _ facts: LabelFacts, _ labels: inout RowClassifier
    ) {
        ids.removeAll()
        rowsOfIDs.removeAll(keepingCapacity: true)
        refunds.removeAll(keepingCapacity: true)
        var last = -1
        for row in customer.rows.indices where facts.isConversion(customer.rows[row]) {
            let known = number(ofRow: row, customer)
            let first = known.map { rowsOfIDs[$0] } ?? -1
            if customer.value(ofRow: row)?.amount.isNegative == true {
                refunds.append(.init(conversion: known == nil ? last : first, row: row))
                refundCount += 1
                relabel(row, as: .refund, &customer, &labels)
            } else if first >= 0 {
                repeatCount += 1
                customer.complete(first, with: row)
                relabel(row, as: .repeated, &customer, &labels)
            } else {
                conversionCount += 1
                if let known { rowsOfIDs[known] = row }
                last = row
            }
        }
        customer.setRefunds(refunds)
    }

    private func relabel(
        _ row: Int, as standing: LabelTable.Standing, _ customer: inout CustomerRows,
        _ labels: inout RowClassifier
    ) {
        let label = labels.number(ofLabel: Int(customer.rows[row].label), as: standing)
        customer.relabel(row, as: label)
    }

    /// The number of the row's id among those of the customer; nil where it has none.
    private mutating func number(ofRow row: Int, _ customer: borrowing CustomerRows) -> Int? {
        text.removeAll(keepingCapacity: true)
        id?.append(ofRow: row, customer, to: &text)
        guard !text.isEmpty else { return nil }
        let number = ids.number(of: text)
        if number == rowsOfIDs.count { rowsOfIDs.append(-1) }
        return number
    }
}

// What adds up.
extension ConversionReports: SummedCounts {
    mutating func forEachSum<Problem>(
        _ use: (inout Int) throws(Problem) -> Void
    ) throws(Problem) {
        try use(&conversionCount)
        try use(&repeatCount)
        try use(&refundCount)
    }
}
