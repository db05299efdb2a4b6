import ByteIO
import Rows

/// What `sessions.csv` says of one session, added up row by row in the order of time.
///
/// Texts are kept as they stand in the row, escapes and all.
struct SessionTotals {
    var start: Int64 = 0
    var end: Int64 = 0
    var events = 0
    var pageViews = 0
    var errors = 0
    var entryPage: [UInt8] = []
    var exitPage: [UInt8] = []
    /// `channel TAB source TAB medium TAB campaign` of the row that says most.
    var attribution: [UInt8] = []
    var attributionRank = 0
    var device: [UInt8] = []
    var country: [UInt8] = []
    var value = DecimalSum()
    var currency: [UInt8] = []
    var hasTwoCurrencies = false
    /// Whether more than times was added.
    var hasFields = false

    /// Forgets the session and keeps the memory of its texts.
    mutating func begin(at time: Int64) {
        // Where only times matter there is nothing else to forget.
        if hasFields { forgetFields() }
        start = time
        end = time
        events = 0
    }

    private mutating func forgetFields() {
        hasFields = false
        pageViews = 0
        errors = 0
        entryPage.clear()
        exitPage.clear()
        attribution.clear()
        attributionRank = 0
        device.clear()
        country.clear()
        value = DecimalSum()
        currency.clear()
        hasTwoCurrencies = false
    }

    /// Adds a row in the order of `EventColumn`, whose offsets `fields` holds.
    mutating func add(_ row: Span<UInt8>, _ fields: RowFields, time: Int64) {
        count(at: time)
        hasFields = true
        if row.extracting(fields[.event]).equals("page_view") {
            let page = row.extracting(fields[.page])
            if pageViews == 0 { entryPage.append(page) }
            exitPage.removeAll(keepingCapacity: true)
            exitPage.append(page)
            pageViews += 1
        }
        if Self.isError(row.extracting(fields[.status])) { errors += 1 }
        if attributionRank < 3 { attribute(row, fields) }
        if device.isEmpty { device.append(row.extracting(fields[.device])) }
        if country.isEmpty { country.append(row.extracting(fields[.country])) }
        if !fields[.value].isEmpty { add(row, value: fields[.value], in: fields[.currency]) }
    }

    /// Adds a row of which only the time matters.
    mutating func count(at time: Int64) {
        end = max(end, time)
        events += 1
    }

    private static func isError(_ status: Span<UInt8>) -> Bool {
        status.count == 3 && status[0] >= 0x34 && status[0] <= 0x39
    }

    /// Rank 3: a campaign, a source or a channel that is not direct; 2: a channel; 1: any row.
    private mutating func attribute(_ row: Span<UInt8>, _ fields: RowFields) {
        let channel = row.extracting(fields[.channel])
        var rank = channel.isEmpty ? 1 : 2
        if !fields[.campaign].isEmpty || !fields[.source].isEmpty
            || rank == 2 && !channel.equals("direct")
        {
            rank = 3
        }
        guard rank > attributionRank else { return }
        attributionRank = rank
        attribution.clear()
        let range = fields[.channel].lowerBound..<fields[.campaign].upperBound
        attribution.append(row.extracting(range))
    }

    private mutating func add(
        _ row: Span<UInt8>, value: Range<Int>, in currencyRange: Range<Int>
    ) {
        self.value.add(row.extracting(value))
        let named = row.extracting(currencyRange)
        guard !named.isEmpty else { return }
        if currency.isEmpty {
            currency.append(named)
        } else if !currency.span.equals(named) {
            hasTwoCurrencies = true
        }
    }
}

extension RowFields {
    /// Where `column` lies in a row of exactly the event columns.
    subscript(column: EventColumn) -> Range<Int> { self[column.rawValue] }
}
