import ByteIO
import Formats
import Rows

// Lines of servers' logs.
extension RowMaker {
    /// The values of a request that decide its class and columns.
    struct RequestValues: BitwiseCopyable {
        var method = Part.none
        var page = Part.none
        var origin = Origin()
    }

    /// Makes the row of a request.
    mutating func makeRequest(
        _ text: Span<UInt8>, _ line: Part, _ reader: inout ShapeReader
    ) -> Outcome {
        isTeachable = false
        var values = RequestValues()
        guard isPlainRequest(text, &reader), read(text, &reader, &values) else { return .unknown }
        let (address, agent) = (reader.fields[.address], reader.fields[.agent])
        let client = requestAgents.slot(text, [agent], salt: reader.fields.hasAgent ? 1 : 0)
        let request = requestPairs.slot(
            text, values.method, reader.fields[.status], in: &requests)
        guard client >= 0, request >= 0 else {
            isTeachable = true
            return .unknown
        }
        let known = clients.known(text, address, requestAgents[client].serial)
        guard known != nil || PlainValue.isAddress(text, address) else { return .unknown }
        guard isWanted else { return .filtered(.time) }
        if let outcome = rejectedClass(text, values.page, requestAgents[client].note) {
            return outcome
        }
        let origin = requestOrigins.slot(
            text, values.origin.requestParts,
            salt: UInt64(requests[request].note & NameNote.pageView))
        guard origin >= 0 else {
            isTeachable = true
            return .unknown
        }
        guard
            let visitor = known
                ?? clients.newPseudonym(text, &reader, requestAgents[client].serial),
            let id = setID(text, line, &reader, request, visitor)
        else { return .unknown }
        let columns = RequestColumns(client: client, request: request, origin: origin)
        rowLength = written(text, &reader, values.page, columns, visitor: visitor, id: id.digest)
        return rowLength > 0 ? .event : .unknown
    }

    /// Sets the key; the id that a request without one gets. Nil where the logged one cannot be copied.
    @inline(__always)
    private mutating func setID(
        _ text: Span<UInt8>, _ line: Part, _ reader: inout ShapeReader,
        _ request: Int, _ visitor: SipHash.Digest
    ) -> (digest: SipHash.Digest?, Void)? {
        let id = reader.fields[.eventID]
        guard !id.isEmpty, EventIdentity.isID(text.extracting(id)) else {
            let line = keys.line(text.extracting(line))
            key = .line(line.key)
            return (line.id, ())
        }
        let known = keys.key(
            text, id: id, name: requests[request].first, of: requests.store.span, visitor: .none,
            pseudonym: visitor, user: reader.fields[.user], at: clock.form)
        guard text.isCopied(id), let known else { return nil }
        key = known
        return (nil, ())
    }

    /// Where the memos have a request's answers.
    private struct RequestColumns: BitwiseCopyable {
        let client: Int
        let request: Int
        let origin: Int
    }

    /// The length of the row, written column by column; 0 where a value is not fit for it.
    @inline(__always)
    private mutating func written(
        _ text: Span<UInt8>, _ reader: inout ShapeReader, _ page: Part,
        _ known: RequestColumns, visitor: SipHash.Digest, id: SipHash.Digest?
    ) -> Int {
        var row = buffer.row()
        row.append(clock.form)
        row.append(0x09)
        row.append(visitor)
        row.append(0x09, checking: text, reader.fields[.user])
        let (request, bytes) = (requests[known.request], requests.store.span)
        row.append(0x09)
        row.append(bytes, request.first)
        row.append(0x09)
        let (from, store) = (requestOrigins[known.origin], requestOrigins.store.span)
        row.append(store, from.first)
        row.append(text, page)
        row.append(store, from.second)
        row.append(requestAgents.store.span, requestAgents[known.client].first)
        row.append(bytes, request.second)
        if !duration.isEmpty { row.append(duration.span, Part(0, duration.count)) }
        row.append(tabs: 3)
        if let id { row.append(id) } else { row.append(text, reader.fields[.eventID]) }
        row.append(bytes, request.third)
        return row.isComplete ? row.count : 0
    }

    /// Whether every value is one that can be copied or remembered; reads the time.
    @inline(__always)
    private mutating func isPlainRequest(
        _ text: Span<UInt8>, _ reader: inout ShapeReader
    ) -> Bool {
        guard !reader.fields.hasOthers(than: requestFields), reader.fields.has(.time),
            reader.fields.has(.address),
            reader.fields.has(.date)
                ? readTime(text, date: reader.fields[.date], clock: reader.fields[.time])
                : readTime(text, reader.fields[.time])
        else { return false }
        // Behind a proxy the client is another one.
        if reader.fields.has(.forwarded),
            ClientAddress.mayBePrivate(text, reader.fields[.address].start)
        {
            return false
        }
        duration.clear()
        guard
            !reader.fields.has(anyOf: durationFields)
                || PlainValue.appendDuration(text, reader.fields, to: &duration)
        else { return false }
        if reader.fields.has(.size), !PlainValue.isSize(text, reader.fields[.size]) {
            return false
        }
        let user = reader.fields[.user]
        return user.isEmpty || text.isCopied(user) && !Self.isAddress(text, user)
    }

    /// Most requests have no user: not to be copied into the caller.
    @inline(never)
    private static func isAddress(_ text: Span<UInt8>, _ user: Part) -> Bool {
        ClientAddress.isOnly(text, user)
    }

    /// Takes request and URLs apart; false where one has an unusual form.
    @inline(__always)
    mutating func read(
        _ text: Span<UInt8>, _ reader: inout ShapeReader, _ values: inout RequestValues
    ) -> Bool {
        values.method = reader.fields[.method]
        let url = reader.fields.has(.url) ? reader.fields[.url] : reader.fields[.page]
        let parts: PlainURL
        if reader.fields.has(.request) {
            guard values.method.isEmpty, url.isEmpty,
                let request = PlainRequest(text, reader.fields[.request])
            else { return false }
            values.method = request.method
            parts = PlainURL(text, path: request.url)
        } else {
            guard let usual = PlainURL(text, url) else { return false }
            parts = usual
        }
        let referrer = reader.fields[.referrer]
        guard !values.method.isEmpty,
            parts.origin.isEmpty, PlainURL.isCopiedPage(text, parts.path),
            text.first(0x24, in: referrer) == referrer.end
        else { return false }
        values.page = parts.path
        values.origin.site = reader.fields[.site]
        values.origin.setURL(text, parts)
        values.origin.setQuery(text, reader.fields[.query])
        values.origin.setReferrer(text, referrer)
        return values.origin.urlQuery.isEmpty || values.origin.query.isEmpty
    }

    /// The class of a request that is no event: a bot's, whose agent has `note`, or an asset's.
    @inline(__always)
    private mutating func rejectedClass(
        _ text: Span<UInt8>, _ page: Part, _ note: UInt32
    ) -> Outcome? {
        if note != 0 {
            countBot(note)
            return .bot
        }
        guard text.first(0x2E, in: page) < page.end else { return nil }
        let page = text.extracting(page)
        if page.isProbe {
            countBot(number(of: .probe))
            return .bot
        }
        return StaticAsset.isAsset(page: page) ? .filtered(.asset) : nil
    }
}
