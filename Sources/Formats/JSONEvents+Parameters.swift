import ByteIO
import Rows

// GA4's parameters: [{"key":"page_location","value":{"string_value":"https://…"}},…].
extension JSONEvents {
    mutating func parameters(
        _ node: Int, _ scanner: inout JSONScanner, _ line: Span<UInt8>,
        _ filler: inout EventFiller
    ) throws(RowError) {
        var inner = scanner
        try scanner.skip(line, depth: stack.count)
        inner.at += 1
        while inner.peek(line) == 0x7B {
            try parameter(node, &inner, line, &filler)
            guard inner.peek(line) == 0x2C else { return }
            inner.at += 1
        }
    }

    private mutating func parameter(
        _ node: Int, _ scanner: inout JSONScanner, _ line: Span<UInt8>,
        _ filler: inout EventFiller
    ) throws(RowError) {
        var key: (range: Range<Int>, hasEscapes: Bool)?
        var inner: JSONScanner?
        scanner.at += 1
        while scanner.peek(line) == 0x22 {
            let name = try scanner.string(line).range
            try scanner.expect(0x3A, line)
            let kind = try scanner.kind(line)
            if kind == .string,
                line.extracting(name).equals("key") || line.extracting(name).equals("name")
            {
                key = try scanner.string(line)
            } else {
                if line.extracting(name).equals("value") { inner = scanner }
                try scanner.skip(line, depth: stack.count)
            }
            if scanner.peek(line) == 0x2C { scanner.at += 1 }
        }
        try scanner.expect(0x7D, line)
        guard let key, var inner else { return }
        let child = try self.node(
            line.extracting(key.range), hasEscapes: key.hasEscapes, below: node, &filler)
        guard inner.peek(line) == 0x7B else {
            if inner.peek(line) == 0x22 { _ = try value(of: child, &inner, line, &filler) }
            return
        }
        inner.at += 1
        while inner.peek(line) == 0x22 {
            _ = try inner.string(line)
            try inner.expect(0x3A, line)
            let kind = try inner.kind(line)
            if kind == .string || kind == .number {
                _ = try value(of: child, &inner, line, &filler)
                return
            }
            try inner.skip(line, depth: stack.count)
            if inner.peek(line) == 0x2C { inner.at += 1 }
        }
    }
}
