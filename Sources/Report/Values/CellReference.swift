import ByteIO

/// Where a cell stands: `table:line:column`, where the header is line 1.
struct CellReference {
    let table: TableName
    let record: Int
    let column: StaticString

    func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: table.name.utf8)
        bytes.append(0x3A)
        bytes.append(decimal: Int64(record))
        bytes.append(0x3A)
        bytes.append(column)
    }
}
