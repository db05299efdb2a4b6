import ByteIO
import Rows

/// W3C extended logs: `#Fields: date time c-ip cs-method …`, then a row of those columns a request.
///
/// IIS writes `time-taken` in milliseconds, CloudFront its columns between TABs; times are UTC. The
/// directives count from where they stand, so the lines of an input are read in order. Source: W3C,
/// WD-logfile-960323.
struct ExtendedLog: Sendable {
    private struct Column: Sendable {
        let meaning: FieldNames.Meaning
        var form: TextForm
    }

    /// A clock that falls by more than this shows the next day, in seconds; less is disorder.
    private static let allowedFall = 60

    private let format: Format
    private let names: FieldNames
    private var columns: [Column] = []
    private var headerError: RowError? = RowError(.badHeader, "no #Fields: before the line")
    private var hasAgent = false
    private(set) var splitsAtTabs = false
    private var isMicrosoft = false
    /// The day of `#Date:`, for rows that have the time alone, and the clock of the row before.
    private var day: CivilDate?
    private var lastClock = 0
    private(set) var seenKeys: [String] = []
    /// How often `#Fields:` was read.
    private(set) var headers = 0

    init(_ format: Format, options: DecodeOptions) {
        self.format = format
        names = FieldNames(.extended, options: options)
        isMicrosoft = format == .iis
    }

    /// Takes what a line that begins with `#` says.
    mutating func readDirective(_ line: Span<UInt8>, _ filler: inout EventFiller) {
        if line.starts(with: "#Fields:") {
            readFields(line.extracting(8...), &filler)
        } else if line.starts(with: "#Software: Microsoft") {
            isMicrosoft = format != .cloudfront
        } else if line.starts(with: "#Date:") {
            let text = line.extracting(AccessLog.trimmed(line, 6..<line.count))
            guard text.count >= 10, let date = Self.date(text.extracting(0..<10)) else { return }
            day = date
            lastClock = 0
        }
    }

    /// The field of each column.
    var columnFields: [EventField?] { columns.map(\.meaning.field) }

    /// Whether rows can be read, and nothing but their fields is wanted of them.
    var isReadable: Bool {
        headerError == nil
            && columns.allSatisfy { !$0.meaning.isProperty && $0.meaning.others.isEmpty }
    }

    /// 0 is the best name of a field.
    func priority(of column: Int) -> Int { columns[column].meaning.priority }

    private mutating func readFields(_ text: Span<UInt8>, _ filler: inout EventFiller) {
        headers += 1
        columns.removeAll()
        var cursor = FieldCursor()
        while cursor.hasMore(text) {
            let start = cursor.at
            while !FieldCursor.endsField(text, cursor.at) { cursor.at += 1 }
            let name = text.extracting(start..<cursor.at).text
            var meaning = names.meaning(of: name, below: FieldNames.Meaning())
            if meaning.isProperty { meaning.number = filler.properties.key(meaning.property) }
            columns.append(Column(meaning: meaning, form: .plain))
        }
        let keys = columns.map(\.meaning.keyPath)
        seenKeys = Array(Set(seenKeys + keys)).sorted()
        splitsAtTabs = format == .cloudfront || keys.contains("x-edge-location")
        let isMilliseconds = isMicrosoft || keys.contains("sc-win32-status")
        for index in columns.indices { setForm(of: &columns[index], isMilliseconds) }
        hasAgent = columns.contains { $0.meaning.field == .agent }
        headerError =
            columns.contains { $0.meaning.field == .time }
            ? nil : RowError(.badHeader, "no time in '\(excerpt(of: text))'")
    }

    private func setForm(of column: inout Column, _ isMilliseconds: Bool) {
        switch column.meaning.field {
        case .agent: column.form = splitsAtTabs ? .percent : .plus
        case .forwarded: column.form = .plus
        case .referrer: column.form = splitsAtTabs ? .plain : .plus
        default: column.form = .plain
        }
        guard column.meaning.field == .seconds, isMilliseconds else { return }
        var meaning = column.meaning
        meaning.field = .milliseconds
        column = Column(meaning: meaning, form: .plain)
    }
}

extension ExtendedLog {
    mutating func decode(
        _ line: Span<UInt8>, _ filler: inout EventFiller, into draft: inout EventDraft
    ) throws(RowError) {
        if let headerError { throw headerError }
        filler.begin()
        var cursor = FieldCursor()
        for (index, column) in columns.enumerated() {
            let range = try cell(line, &cursor, index)
            guard !filler.isMissing(line.extracting(range), as: column.meaning.field) else {
                continue
            }
            take(column, range, line, &filler)
        }
        let isAtEnd = splitsAtTabs ? cursor.at > line.count : !cursor.hasMore(line)
        guard isAtEnd else {
            throw RowError(.fieldsMismatch, "more than the \(columns.count) fields of #Fields:")
        }
        draft.hasAgentField = hasAgent
        try setTime(line, &filler)
        try filler.fill(&draft, from: line, as: .extended)
    }

    private func cell(
        _ line: Span<UInt8>, _ cursor: inout FieldCursor, _ index: Int
    ) throws(RowError) -> Range<Int> {
        let start: Int
        if splitsAtTabs {
            start = cursor.at
            guard start <= line.count else { throw tooFew(index) }
            let end = line.firstOffset(of: 0x09, from: start) ?? line.count
            cursor.at = end + 1
            return start..<end
        }
        guard cursor.hasMore(line) else { throw tooFew(index) }
        start = cursor.at
        if line[start] == 0x22, let quote = line.firstOffset(of: 0x22, from: start + 1),
            FieldCursor.endsField(line, quote + 1)
        {
            cursor.at = quote + 1
            return start + 1..<quote
        }
        while !FieldCursor.endsField(line, cursor.at) { cursor.at += 1 }
        return start..<cursor.at
    }

    private func tooFew(_ count: Int) -> RowError {
        RowError(.fieldsMismatch, "\(count) fields, #Fields: has \(columns.count)")
    }

    private func take(
        _ column: Column, _ range: Range<Int>, _ line: Span<UInt8>, _ filler: inout EventFiller
    ) {
        if let field = column.meaning.field {
            let value = EventFields.Value(
                range: range, form: column.form, priority: column.meaning.priority)
            filler.fields.offer(field, value)
            for other in column.meaning.others { filler.fields.offer(other, value) }
        }
        guard column.meaning.isProperty else { return }
        filler.properties.add(column.meaning.number, text: line.extracting(range))
    }

    /// The time of a row: UTC; its day is `date`, or that of `#Date:` and the days since.
    private mutating func setTime(
        _ line: Span<UInt8>, _ filler: inout EventFiller
    ) throws(RowError) {
        guard filler.fields.has(.time) else { throw RowError(.missingField, "no time") }
        let text = line.extracting(filler.fields[.time].range)
        if filler.fields.has(.date) {
            let date = line.extracting(filler.fields[.date].range)
            guard let date = Self.date(date),
                let time = LoggedTime(date: date, clockAt: 0, in: text)
            else { throw RowError(.badTime, "time '\(excerpt(of: date)) \(excerpt(of: text))'") }
            filler.moment = time
        } else if text.count > 12, let time = LoggedTime(text) {
            filler.moment = time
        } else {
            filler.moment = try clockAlone(text)
        }
        filler.moment?.isZoned = true
    }

    private mutating func clockAlone(_ text: Span<UInt8>) throws(RowError) -> LoggedTime {
        guard let day else { throw RowError(.missingField, "no date, and no #Date: before") }
        guard let time = LoggedTime(date: day, clockAt: 0, in: text) else {
            throw RowError(.badTime, "time '\(excerpt(of: text))'")
        }
        let clock = Int(time.time.microseconds / 1_000_000) - day.daysSince1970 * 86_400
        defer { lastClock = clock }
        guard clock < lastClock - Self.allowedFall else { return time }
        let next = CivilDate(daysSince1970: day.daysSince1970 + 1)
        self.day = next
        return LoggedTime(date: next, clockAt: 0, in: text) ?? time
    }

    private static func date(_ text: Span<UInt8>) -> CivilDate? {
        guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D,
            let century = text.twoDigits(at: 0), let year = text.twoDigits(at: 2),
            let month = text.twoDigits(at: 5), let day = text.twoDigits(at: 8)
        else { return nil }
        return CivilDate(year: century * 100 + year, month: month, day: day)
    }
}
