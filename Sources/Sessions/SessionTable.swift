import ByteIO
import StageSupport
import Rows

/// The lines of `sessions.csv`.
enum SessionTable {
    static let header =
        "session_id,customer,visitor,session_index,start,end,duration_s,events,page_views,"
        + "entry_page,exit_page,channel,source,medium,campaign,device,country,errors,value,currency,"
        + "bounced,start_cropped,end_cropped,quarantined\n"

    /// What a line says besides the totals.
    struct Marks {
        /// Nil in quarantine.
        var index: Int?
        var isStartCropped = false
        var isEndCropped = false
        var isQuarantined = false
    }

    /// Appends the line of one session; `customer` is plain, `visitor` as it stands in the row.
    static func append(
        _ totals: SessionTotals, id: Span<UInt8>, customer: Span<UInt8>, visitor: Span<UInt8>,
        _ marks: Marks, to lines: inout [UInt8]
    ) {
        lines.append(id)
        lines.append(0x2C)
        CSVText.append(id: customer, to: &lines)
        lines.append(0x2C)
        append(field: visitor, isID: true, to: &lines)
        lines.append(0x2C)
        if let index = marks.index { lines.append(decimal: Int64(index)) }
        lines.append(0x2C)
        append(totals, hasVisitor: !visitor.isEmpty, to: &lines)
        for flag in [marks.isStartCropped, marks.isEndCropped, marks.isQuarantined] {
            lines.append(0x2C)
            CSVText.append(flag: flag, to: &lines)
        }
        lines.append(0x0A)
    }

    /// From `start` to `bounced`.
    private static func append(
        _ totals: SessionTotals, hasVisitor: Bool, to lines: inout [UInt8]
    ) {
        Timestamp(microseconds: totals.start).write(to: &lines)
        lines.append(0x2C)
        Timestamp(microseconds: totals.end).write(to: &lines)
        lines.append(0x2C)
        CSVText.append(seconds: totals.end - totals.start, to: &lines)
        for count in [totals.events, totals.pageViews] {
            lines.append(0x2C)
            lines.append(decimal: Int64(count))
        }
        for text in [totals.entryPage, totals.exitPage] {
            lines.append(0x2C)
            append(field: text.span, to: &lines)
        }
        appendAttribution(totals.attribution.span, to: &lines)
        for text in [totals.device, totals.country] {
            lines.append(0x2C)
            append(field: text.span, to: &lines)
        }
        lines.append(0x2C)
        lines.append(decimal: Int64(totals.errors))
        lines.append(0x2C)
        if !totals.hasTwoCurrencies { totals.value.write(to: &lines) }
        lines.append(0x2C)
        if !totals.hasTwoCurrencies { append(field: totals.currency.span, to: &lines) }
        lines.append(0x2C)
        CSVText.append(flag: totals.isBounce && hasVisitor, to: &lines)
    }

    private static func appendAttribution(_ fields: Span<UInt8>, to lines: inout [UInt8]) {
        var start = 0
        for _ in 0..<4 {
            let end = fields.firstOffset(of: 0x09, from: start) ?? fields.count
            lines.append(0x2C)
            append(field: fields.extracting(start..<end), to: &lines)
            start = min(end + 1, fields.count)
        }
    }

    /// A row's field: escapes undone, guarded unless it is an id.
    private static func append(
        field: Span<UInt8>, isID: Bool = false, to lines: inout [UInt8]
    ) {
        guard field.firstOffset(of: 0x5C) != nil else {
            CSVText.append(text: field, guarded: !isID, to: &lines)
            return
        }
        var plain: [UInt8] = []
        RowText.appendPlain(field, to: &plain)
        CSVText.append(text: plain.span, guarded: !isID, to: &lines)
    }
}
