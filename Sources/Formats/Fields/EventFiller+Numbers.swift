import ByteIO
import Rows

/// Status, sizes, durations, money and codes.
extension EventFiller {
    mutating func setNumbers(
        _ line: Span<UInt8>, _ draft: inout EventDraft, _ dialect: Dialect
    ) throws(RowError) {
        let isRequest = dialect.isRequestLog || !fields.has(.event) && !fields.has(.type)
        if fields.has(.status) { try setStatus(line, &draft, isRequest: isRequest) }
        if fields.has(.size) { try checkSize(line) }
        try setDuration(line, &draft, isRequest: isRequest)
        if fields.has(.currency) { try setCode(.currency, .currency, 3, line, &draft) }
        if fields.has(.value) { try setValue(line, &draft) }
        guard fields.has(.country) else { return }
        if dialect.namesCountries {
            try setCountryName(line, &draft)
        } else {
            try setCode(.country, .country, 2, line, &draft)
        }
    }

    /// Digits without leading zeros. An event log's `status` may be about something else.
    private mutating func setStatus(
        _ line: Span<UInt8>, _ draft: inout EventDraft, isRequest: Bool
    ) throws(RowError) {
        let value = fields[.status]
        if value.form == .plain {
            return try setStatus(
                text: line.extracting(value.range), line, &draft, isRequest: isRequest)
        }
        try read(.status, line)
        let text = scratch
        try setStatus(text: text.span, line, &draft, isRequest: isRequest)
    }

    private mutating func setStatus(
        text: Span<UInt8>, _ line: Span<UInt8>, _ draft: inout EventDraft, isRequest: Bool
    ) throws(RowError) {
        guard text.count <= 9, Decimal.isDigits(text) else {
            if isRequest { throw RowError(.badStatus, "status '\(excerpt(of: text))'") }
            return try keepUnusable(.status, as: .status, line)
        }
        var zeros = 0
        while zeros < text.count - 1, text[zeros] == 0x30 { zeros += 1 }
        let isUsual = zeros == 0 && text.count == 3 && (0x31...0x35).contains(text[0])
        if !isUsual { notes.insert(.oddStatus) }
        isRedirected = isUsual && text[0] == 0x33 && !text.equals("304")
        draft.set(.status, text.extracting(zeros...))
    }

    private mutating func checkSize(_ line: Span<UInt8>) throws(RowError) {
        let value = fields[.size]
        if value.form == .plain { return try Self.checkSize(text: line.extracting(value.range)) }
        try read(.size, line)
        try Self.checkSize(text: scratch.span)
    }

    private static func checkSize(text: Span<UInt8>) throws(RowError) {
        guard Decimal.isDigits(text), text.count <= 18 || Int64(text.text) != nil else {
            throw RowError(.badNumber, "size '\(excerpt(of: text))'")
        }
    }

    private mutating func setDuration(
        _ line: Span<UInt8>, _ draft: inout EventDraft, isRequest: Bool
    ) throws(RowError) {
        guard let (field, scale) = Duration.unit(where: { fields.has($0) }) else { return }
        try read(field, line)
        guard let duration = Duration(scratch.span, scale: scale) else {
            if isRequest {
                throw RowError(.badNumber, "duration '\(excerpt(of: scratch.span))'")
            }
            return try keepUnusable(field, as: .durationMilliseconds, line)
        }
        draft.set(.durationMilliseconds) { duration.append(to: &$0) }
    }

    /// A plain decimal as logged, other amounts as plain decimals. One that names another currency than the
    /// log does is none.
    private mutating func setValue(
        _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        try read(.value, line)
        guard !Decimal.isDecimal(scratch.span) else { return draft.set(.value, scratch.span) }
        guard let amount = Amount(scratch.span),
            amount.currency.isEmpty || draft.isEmpty(.currency)
                || draft[.currency].equals(amount.currency.span)
        else { return try keepUnusable(.value, as: .value, line) }
        draft.set(.value, amount.decimal.span)
        if !amount.currency.isEmpty { draft.set(.currency, amount.currency.span) }
    }

    /// A code of `length` letters, in capitals.
    private mutating func setCode(
        _ field: EventField, _ column: EventColumn, _ length: Int, _ line: Span<UInt8>,
        _ draft: inout EventDraft
    ) throws(RowError) {
        try read(field, line)
        var isCode = scratch.count == length
        for index in scratch.indices {
            scratch[index] &= 0xDF
            isCode = isCode && (0x41...0x5A).contains(scratch[index])
        }
        guard isCode else { return try keepUnusable(field, as: column, line) }
        draft.set(column, scratch.span)
    }

    /// GA4 writes names of countries.
    private mutating func setCountryName(
        _ line: Span<UInt8>, _ draft: inout EventDraft
    ) throws(RowError) {
        try read(.country, line)
        guard let code = CountryNames.code(of: scratch.span.text) else {
            return try setCode(.country, .country, 2, line, &draft)
        }
        draft.set(.country, Array(code.utf8).span)
    }
}

/// How long something took.
struct Duration {
    private let decimal: Decimal
    private let scale: Double

    /// The field that says it, and how many microseconds its unit has; nil where `has` knows of none.
    static func unit(where has: (EventField) -> Bool) -> (EventField, Double)? {
        if has(.milliseconds) { return (.milliseconds, 1000) }
        if has(.seconds) { return (.seconds, 1_000_000) }
        if has(.microseconds) { return (.microseconds, 1) }
        return has(.nanoseconds) ? (.nanoseconds, 0.001) : nil
    }

    /// Nil for what is no number, or no time that anything takes.
    init?(_ text: Span<UInt8>, scale: Double) {
        let unit = Self.unit(at: text)
        let text = text.extracting(0..<text.count - (unit?.length ?? 0))
        let scale = unit?.scale ?? scale
        guard let decimal = Decimal(text), decimal.number >= 0, decimal.number * scale < 9e15
        else { return nil }
        self.decimal = decimal
        self.scale = scale
    }

    /// The unit that some servers write behind the number, as in `0.034s` and `12.5ms`, in microseconds.
    private static func unit(at text: Span<UInt8>) -> (length: Int, scale: Double)? {
        guard text.count > 1, text[text.count - 1] == 0x73 else { return nil }
        switch text[text.count - 2] {
        case 0x6D: return (2, 1000)
        case 0x75: return (2, 1)
        case 0x6E: return (2, 0.001)
        // The last byte of a micro sign.
        case 0xB5: return (3, 1)
        default: return (1, 1_000_000)
        }
    }

    /// Appends it in milliseconds.
    func append(to bytes: inout [UInt8]) { decimal.appendThousandths(scale: scale, to: &bytes) }
}
