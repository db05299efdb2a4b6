import ByteIO
import Rows

// Scores.
extension InputSample {
    /// The share of the lines that `format` reads. A line that is well formed but wrong in a value
    /// speaks for its format, unless times and numbers are all that tells the format.
    func fit(_ format: Format, _ options: DecodeOptions) -> Detection.Fit {
        trial(of: format, options).fit
    }

    /// The score, and the keys or columns that the decoder met.
    func trial(
        of format: Format, _ options: DecodeOptions
    ) -> (fit: Detection.Fit, seenKeys: [String]) {
        var decoder = Decoder(format, options: options, joinsParts: joinsParts, unwraps: unwraps)
        var draft = EventDraft()
        var cursor = RecordCursor()
        var (read, all) = (0, 0)
        while let reading = decoder.next(
            bytes.span, BlockTraits(isLast: true), &cursor, into: &draft)
        {
            guard reading != .blank else { continue }
            all += 1
            if case .rejected(let error) = reading, error.speaksAgainst(format) { continue }
            read += 1
        }
        let share = all == 0 ? 1 : Double(read) / Double(all)
        let keys = Set(decoder.seenKeys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return (Detection.Fit(format: format, share: share), keys)
    }

    func firstFailure(of format: Format) -> (Int, RowError)? {
        var decoder = Decoder(format)
        var draft = EventDraft()
        for line in lines {
            draft.removeAll()
            do throws(RowError) {
                try decoder.decode(line.text.span, into: &draft)
            } catch  where error.speaksAgainst(format) {
                return (line.number, error)
            } catch {
                continue
            }
        }
        return nil
    }

    /// The formats that are chosen by trial, best first; ties go to the one named first.
    func textFits(_ options: DecodeOptions) -> [Detection.Fit] {
        var fits = [Format.alb, .elb, .s3, .haproxy, .istio, .envoy].map { fit($0, options) }
        fits += ServerFormat.known.map { fit(.server($0), options) }
        fits += accessFits()
        let order = Array(fits.enumerated()).sorted {
            ($1.element.share, $0.offset) < ($0.element.share, $1.offset)
        }
        let isHopeless = order.allSatisfy { $0.element.share == 0 }
        return isHopeless
            ? [Format.combined, .common].map { .init(format: $0, share: 0) } : order.map(\.element)
    }

    /// One family: its lines may differ, so the commonest shape names it and all shapes count.
    private func accessFits() -> [Detection.Fit] {
        var counts: [Format: Int] = [:]
        var filler = EventFiller(options: DecodeOptions())
        var log = AccessLog()
        for line in lines {
            filler.begin()
            do throws(RowError) {
                let shape = try log.scan(line.text.span, &filler)
                counts[shape.format, default: 0] += 1
            } catch {
                if !error.isStructural { counts[.common, default: 0] += 1 }
            }
        }
        let order: [Format] = [.vcombined, .combined, .vcommon, .common]
        let all = order.reduce(0) { $0 + (counts[$1] ?? 0) }
        let best = order.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? .common
        return order.map { format in
            let count = format == best ? all : counts[format] ?? 0
            return .init(format: format, share: Double(count) / Double(lines.count))
        }
    }

    /// JSON is told by its keys.
    static func json(_ keys: Set<String>) -> Format {
        if keys.contains("request.uri") || keys.contains("request.headers") { return .caddy }
        if keys.contains("DownstreamStatus") { return .traefik }
        let hasID =
            keys.contains("messageId") || keys.contains("message_id")
            || keys.contains("anonymousId")
        if hasID && keys.contains("type") || keys.contains("batch") { return .segment }
        if keys.contains("user_pseudo_id"),
            keys.contains("event_params") || keys.contains("event_timestamp")
        {
            return .ga4
        }
        if keys.contains("specversion") { return .cloudevents }
        return VendorFormat.found(by: keys).map { .vendor($0) } ?? .json
    }

    /// The keys of the sample, for a format that has names for its values.
    func seenKeys(_ format: Format, _ options: DecodeOptions) -> [String] {
        // All keys of JSON, not only those that its own format looks at.
        let reader = format.isJSON ? Format.json : format
        guard reader.hasNames else { return [] }
        return trial(of: reader, options).seenKeys
    }
}
