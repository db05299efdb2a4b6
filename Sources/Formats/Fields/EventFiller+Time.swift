import ByteIO
import Rows

extension EventFiller {
    /// A received time this much before an event's own time shows a client's clock that runs ahead.
    package static var allowedSkew: Int64 { 5 * 60 * 1_000_000 }

    /// The event's own time; a client clock is corrected by the times of sending and receiving.
    mutating func time(_ line: Span<UInt8>, _ dialect: Dialect) throws(RowError) -> LoggedTime {
        if let moment { return moment }
        guard fields.has(.received) || fields.has(.original) else {
            // A day alone, where a log has no more.
            var own = try clock(.time, line, dialect)
            if own == nil { own = try clock(.date, line, dialect) }
            guard let time = own ?? wrapperTime else {
                throw RowError(.missingField, "no time")
            }
            return time
        }
        return try corrected(line, dialect)
    }

    private mutating func corrected(
        _ line: Span<UInt8>, _ dialect: Dialect
    ) throws(RowError) -> LoggedTime {
        let received = try clock(.received, line, dialect)
        var own = try clock(.time, line, dialect)
        // Segment's `timestamp` is corrected already; the others are not needed beside it.
        let isCorrected = dialect == .segment && own != nil
        let sent = isCorrected ? nil : try clock(.sent, line, dialect)
        var original = isCorrected ? nil : try clock(.original, line, dialect)
        if dialect != .segment, sent != nil {
            // Mapped to `sent` and `received`: the time is the client's own, as `originalTimestamp` is.
            swap(&own, &original)
        }
        if own == nil, let received, let original, let sent, sent.time >= original.time {
            own = received
            own?.time.microseconds -= sent.time.microseconds - original.time.microseconds
            if received.time != sent.time { notes.insert(.skewCorrected) }
        }
        if own == nil, received != nil { notes.insert(.receivedTime) }
        guard let found = own ?? received ?? original else {
            throw RowError(.missingField, "no time")
        }
        if let received,
            found.time.microseconds > received.time.microseconds + Self.allowedSkew
        {
            notes.insert(.receivedTime)
            return received
        }
        return found
    }

    private mutating func clock(
        _ field: EventField, _ line: Span<UInt8>, _ dialect: Dialect
    ) throws(RowError) -> LoggedTime? {
        guard fields.has(field) else { return nil }
        let value = fields[field]
        let unit =
            (rules.units.isEmpty ? nil : rules.units[field])
            ?? (dialect == .ga4 ? .microseconds : nil)
        if options.timeFormat == nil, value.form == .plain,
            let time = LoggedTime(line.extracting(value.range), unit: unit)
        {
            return time
        }
        try read(field, line)
        if let time = options.timeFormat?.time(scratch.span) { return time }
        if let time = LoggedTime(scratch.span, unit: unit) { return time }
        let text = excerpt(of: scratch.span)
        if field == .time, let time = try dated(line) { return time }
        throw RowError(.badTime, "time '\(text)'")
    }

    /// A clock alone, with its day in another field.
    private mutating func dated(_ line: Span<UInt8>) throws(RowError) -> LoggedTime? {
        guard fields.has(.date) else { return nil }
        let clock = scratch
        try read(.date, line)
        let both = scratch + [0x20] + clock
        return options.timeFormat?.time(both.span) ?? LoggedTime(both.span)
    }
}
