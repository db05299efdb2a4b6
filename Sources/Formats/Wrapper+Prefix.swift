import ByteIO
import Rows

// What tools put in front of the lines that they show: `docker compose logs`, `docker service logs`, `docker logs -t`,
// `kubectl logs --prefix --timestamps`, `heroku logs`, CloudWatch exports, and the colours of any of them.
extension Wrapper {
    /// A look at the first byte: a letter, `[`, an escape, or a digit where a day may stand.
    static func mayBePrefixed(_ line: Span<UInt8>) -> Bool {
        guard line.count > 8 else { return false }
        switch line[0] {
        case 0x1B, 0x5B, 0x61...0x7A: return true
        case 0x30...0x39: return line[4] == 0x2D
        default: return false
        }
    }

    static func prefix(_ line: Span<UInt8>) -> Wrapper? {
        let start = coloursEnd(line, 0)
        let end = coloursStart(line)
        guard start < end else { return nil }
        let rest = line.extracting(0..<end)
        if let inside = podEnd(rest, start) ?? composeEnd(rest, start) ?? processEnd(rest, start) {
            return Wrapper(kind: .prefix, inside: inside..<end)
        }
        if let blank = rest.firstOffset(of: 0x20, from: start), blank - start >= 19,
            blank - start <= 36, let time = LoggedTime(iso: rest.extracting(start..<blank))
        {
            return Wrapper(kind: .prefix, inside: blank + 1..<end, time: time)
        }
        return start > 0 || end < line.count ? Wrapper(kind: .prefix, inside: start..<end) : nil
    }

    /// Behind `[pod/NAME/CONTAINER] `, as kubectl writes it.
    private static func podEnd(_ line: Span<UInt8>, _ start: Int) -> Int? {
        guard line.extracting(start...).starts(with: "[pod/"),
            let close = line.firstOffset(of: 0x5D, from: start), close + 1 < line.count,
            line[close + 1] == 0x20,
            line.firstOffset(of: 0x20, in: start..<close) == nil
        else { return nil }
        return close + 2
    }

    /// Behind `app[web.1]: `, as Heroku writes it, and journald without times.
    private static func processEnd(_ line: Span<UInt8>, _ start: Int) -> Int? {
        var at = start
        while at < line.count, isNameByte(line[at]) { at += 1 }
        guard at > start, at < line.count, line[at] == 0x5B else { return nil }
        let open = at
        at += 1
        while at < line.count, isNameByte(line[at]) { at += 1 }
        guard at > open + 1, at + 3 < line.count,
            line[at] == 0x5D, line[at + 1] == 0x3A, line[at + 2] == 0x20
        else { return nil }
        return at + 3
    }

    /// Behind `NAME  | `, as docker compose writes it, or `TASK@NODE  | `; the colours end before or behind the bar.
    private static func composeEnd(_ line: Span<UInt8>, _ start: Int) -> Int? {
        var at = start
        while at < line.count, isNameByte(line[at]) { at += 1 }
        guard at > start else { return nil }
        at = coloursEnd(line, at)
        let blank = at
        while at < line.count, line[at] == 0x20 { at += 1 }
        guard at > blank, at + 1 < line.count, line[at] == 0x7C else { return nil }
        at = coloursEnd(line, at + 1)
        guard at < line.count, line[at] == 0x20 else { return nil }
        return coloursEnd(line, at + 1)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2D, 0x2E, 0x30...0x39, 0x40...0x5A, 0x5F, 0x61...0x7A: true
        default: false
        }
    }

    /// Behind the colours at `start`: `ESC [ digits ; digits m`, any number of them.
    private static func coloursEnd(_ line: Span<UInt8>, _ start: Int) -> Int {
        var start = start
        while start + 2 < line.count, line[start] == 0x1B, line[start + 1] == 0x5B {
            var at = start + 2
            while at < line.count, line[at] &- 0x30 < 10 || line[at] == 0x3B { at += 1 }
            guard at < line.count, line[at] == 0x6D else { return start }
            start = at + 1
        }
        return start
    }

    /// Where the colours at the end of the line begin, which take those of its start back.
    private static func coloursStart(_ line: Span<UInt8>) -> Int {
        guard line[line.count - 1] == 0x6D, let escape = line.lastOffset(of: 0x1B),
            coloursEnd(line, escape) == line.count
        else { return line.count }
        return escape
    }
}
