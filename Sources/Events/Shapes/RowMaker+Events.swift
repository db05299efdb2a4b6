import ByteIO
import Formats
import Rows

// Lines of event logs.
extension RowMaker {
    /// Where the memos have a line's answers, -1 for none.
    private struct Known: BitwiseCopyable {
        var agent = -1
        var name = -1
        var origin = -1
        var status = -1
    }

    /// The values of a line that the memos are asked for.
    struct EventValues: BitwiseCopyable {
        var page = Part.none
        var origin = Origin()
    }

    /// Makes the row of an event.
    mutating func makeEvent(
        _ text: Span<UInt8>, _ line: Part, _ reader: inout ShapeReader
    ) -> Outcome {
        isTeachable = false
        var values = EventValues()
        var known = Known()
        guard isPlainEvent(text, &reader), read(text, &reader, &values) else { return .unknown }
        guard find(text, &reader, values, &known) else {
            isTeachable = true
            return .unknown
        }
        let hasName = reader.fields.has(.name)
        guard !hasName || names[known.name].note & NameNote.screen == 0 && !values.page.isEmpty,
            write(text, line, &reader, values, known)
        else { return .unknown }
        guard isWanted else { return .filtered(.time) }
        let bot = agents[known.agent].note
        if bot != 0 {
            countBot(bot)
            return .bot
        }
        return .event
    }

    /// Whether every value is one that can be copied or remembered; reads the time.
    @inline(__always)
    private mutating func isPlainEvent(
        _ text: Span<UInt8>, _ reader: inout ShapeReader
    ) -> Bool {
        guard !reader.fields.hasOthers(than: eventFields), reader.fields.has(.time),
            // The event may be a request whatever its kind is called, or the method a property.
            !reader.fields.has(.method), isQuery(text, reader.fields[.query]),
            reader.fields.has(.event) || reader.dialect == .segment && reader.fields.has(.type),
            readTime(text, &reader)
        else { return false }
        if reader.fields.has(.country),
            !PlainValue.isCode(text, reader.fields[.country], length: 2)
        {
            return false
        }
        if reader.fields.has(.currency),
            !PlainValue.isCode(text, reader.fields[.currency], length: 3)
        {
            return false
        }
        return !reader.fields.has(.value) || PlainValue.isDecimal(text, reader.fields[.value])
    }

    /// Whether `part` is a URL's query, or nothing: else it is a property.
    @inline(__always)
    private func isQuery(_ text: Span<UInt8>, _ part: Part) -> Bool {
        part.isEmpty || text.first(0x3D, in: part) < part.end
    }

    /// Reads the event's own time, which is not far behind that of receiving.
    @inline(__always)
    private mutating func readTime(_ text: Span<UInt8>, _ reader: inout ShapeReader) -> Bool {
        var latest = Int64.max
        if reader.fields.has(.received) {
            guard clock.read(text, reader.fields[.received]) else { return false }
            latest = clock.time.microseconds + EventFiller.allowedSkew
        }
        return readTime(text, reader.fields[.time]) && time.microseconds <= latest
    }

    /// Takes the URLs apart; false where one has an unusual form.
    @inline(__always)
    mutating func read(
        _ text: Span<UInt8>, _ reader: inout ShapeReader, _ values: inout EventValues
    ) -> Bool {
        values.origin.site = reader.fields[.site]
        let url = reader.fields.has(.url) ? reader.fields[.url] : reader.fields[.page]
        if !url.isEmpty {
            guard let parts = PlainURL(text, url), PlainURL.isPage(text, parts.path) else {
                return false
            }
            values.page = parts.path
            values.origin.setURL(text, parts)
        }
        values.origin.setQuery(text, reader.fields[.query])
        values.origin.setReferrer(text, reader.fields[.referrer])
        values.origin.source = reader.fields[.source]
        values.origin.medium = reader.fields[.medium]
        values.origin.campaign = reader.fields[.campaign]
        values.origin.channel = reader.fields[.channel]
        return true
    }

    /// Asks the memos; false where one does not know its values.
    @inline(__always)
    private mutating func find(
        _ text: Span<UInt8>, _ reader: inout ShapeReader, _ values: EventValues,
        _ known: inout Known
    ) -> Bool {
        known.agent = agents.slot(text, [reader.fields[.agent], reader.fields[.device]])
        known.name = names.slot(text, [reader.fields[.type], reader.fields[.event]])
        guard known.agent >= 0, known.name >= 0 else { return false }
        let pageView = UInt64(names[known.name].note & NameNote.pageView)
        known.origin = origins.slot(
            text, values.origin.parts, salt: values.origin.siteSalt | pageView)
        guard known.origin >= 0 else { return false }
        guard reader.fields.has(.status) else { return true }
        known.status = statuses.slot(text, [reader.fields[.status]])
        return known.status >= 0
    }

    /// Writes the row, column by column; false where a value is not fit for it.
    @inline(__always)
    private mutating func write(
        _ text: Span<UInt8>, _ line: Part, _ reader: inout ShapeReader, _ values: EventValues,
        _ known: Known
    ) -> Bool {
        let (visitor, user) = (reader.fields[.visitor], reader.fields[.user])
        let (address, id) = (reader.fields[.address], reader.fields[.eventID])
        var pseudonym: SipHash.Digest?
        if !address.isEmpty {
            pseudonym = clients.pseudonym(
                text, &reader, agents[known.agent].serial)
            guard pseudonym != nil else { return false }
        }
        if !visitor.isEmpty { pseudonym = nil }
        guard !visitor.isEmpty || !address.isEmpty || !user.isEmpty,
            // Ids that are addresses are hashed.
            !ClientAddress.isOnly(text, visitor), !ClientAddress.isOnly(text, user),
            !ClientAddress.isOnly(text, reader.fields[.session])
        else { return false }
        var lineID: SipHash.Digest?
        if !id.isEmpty, EventIdentity.isID(text.extracting(id)) {
            let known = keys.key(
                text, id: id, name: names[known.name].first, of: names.store.span, visitor: visitor,
                pseudonym: pseudonym, user: user, at: clock.form)
            guard let known else { return false }
            key = known
        } else {
            // An id that tells nothing gets that of the line.
            let line = keys.line(text.extracting(line))
            (key, lineID) = (.line(line.key), line.id)
        }
        rowLength = written(
            text, &reader, values, known, pseudonym: pseudonym, id: lineID)
        return rowLength > 0
    }

    /// The length of the row, written column by column; 0 where a value is not fit for it. `id` is that
    /// of an event without one.
    @inline(__always)
    private mutating func written(
        _ text: Span<UInt8>, _ reader: inout ShapeReader, _ values: EventValues,
        _ known: Known, pseudonym: SipHash.Digest?, id: SipHash.Digest?
    ) -> Int {
        var row = buffer.row()
        row.append(clock.form)
        if let pseudonym {
            row.append(0x09)
            row.append(pseudonym)
        } else {
            row.append(0x09, checking: text, reader.fields[.visitor])
        }
        row.append(0x09, checking: text, reader.fields[.user])
        row.append(0x09)
        row.append(names.store.span, names[known.name].first)
        row.append(0x09)
        let (from, store) = (origins[known.origin], origins.store.span)
        row.append(store, from.first)
        row.append(checking: text, values.page)
        row.append(store, from.second)
        row.append(agents.store.span, agents[known.agent].first)
        row.append(0x09, checking: text, reader.fields[.country])
        row.append(0x09)
        if known.status >= 0 {
            row.append(statuses.store.span, statuses[known.status].first)
        }
        row.append(0x09)
        row.append(0x09, checking: text, reader.fields[.value])
        row.append(0x09, checking: text, reader.fields[.currency])
        if let id {
            row.append(0x09)
            row.append(id)
        } else {
            row.append(0x09, checking: text, reader.fields[.eventID])
        }
        row.append(0x09, checking: text, reader.fields[.session])
        row.append(0x09)
        guard reader.appendProperties(text, to: &row) else { return 0 }
        row.append(0x0A)
        return row.isComplete ? row.count : 0
    }
}
