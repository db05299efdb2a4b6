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
    /// That of the first value; empty where it has none, which is a currency of its own.
    var currency: [UInt8] = []
    var hasTwoCurrencies = false
    /// Rows whose value is in the sum, and others with one.
    var values = 0
    var otherValues = 0
    /// Rows that a tracker adds by itself to what a visitor does.
    var automatic = 0
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
        (values, otherValues, automatic) = (0, 0, 0)
    }

    /// Adds a row in the order of `EventColumn`, whose offsets `fields` holds. Its value counts where its event
    /// is one of `valueEvents`.
    mutating func add(
        _ row: Span<UInt8>, _ fields: RowFields, time: Int64, _ valueEvents: ValueEvents
    ) {
        count(at: time)
        hasFields = true
        let event = row.extracting(fields[.event])
        if event.equals("page_view") {
            let page = row.extracting(fields[.page])
            if pageViews == 0 { entryPage.append(page) }
            exitPage.removeAll(keepingCapacity: true)
            exitPage.append(page)
            pageViews += 1
        } else if AutomaticEvent.isNamed(event) {
            automatic += 1
        }
        if Self.isError(row.extracting(fields[.status])) { errors += 1 }
        if attributionRank < 3 { attribute(row, fields) }
        if device.isEmpty { device.append(row.extracting(fields[.device])) }
        if country.isEmpty { country.append(row.extracting(fields[.country])) }
        if !fields[.value].isEmpty {
            if valueEvents.contains(event) {
                add(row.extracting(fields[.value]), in: row.extracting(fields[.currency]))
            } else {
                otherValues += 1
            }
        }
    }

    /// Whether the visitor did one thing and no more.
    var isBounce: Bool { events - automatic == 1 }

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

    private mutating func add(_ amount: Span<UInt8>, in named: Span<UInt8>) {
        if value.isEmpty {
            currency.append(named)
        } else if !currency.span.equals(named) {
            hasTwoCurrencies = true
        }
        value.add(amount)
        values += 1
    }
}

extension RowFields {
    /// Where `column` lies in a row of exactly the event columns.
    subscript(column: EventColumn) -> Range<Int> { self[column.rawValue] }
}
