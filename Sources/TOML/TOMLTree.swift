/// The tables of a file while it is read, with what may still be added to each.
///
/// A table is named by its index; that of the whole file is `top`. A header opens a section, which is the
/// table that the pairs below it go to.
struct TOMLTree {
    static let top = 0

    /// What made a table.
    private enum Origin: Equatable {
        /// A longer header or key: `[a.b]` makes `a`, which `[a]` may open once.
        case implied
        case header
        /// Dotted keys, which may add to it from the same section alone.
        case keys(section: Int)
    }

    private enum Entry {
        case value(TOMLValue)
        case table(Int)
        /// The tables of `[[a]]`, in order.
        case tables([Int])
    }

    private struct Table {
        var origin: Origin
        var entries: [String: Entry] = [:]
    }

    private var tables = [Table(origin: .header)]

    /// A table that stands nowhere yet, for an inline table.
    mutating func makeTable() -> Int {
        tables.append(Table(origin: .header))
        return tables.count - 1
    }

    /// The section of `[path]`; nil where there is something else, or it was opened before.
    mutating func open(_ path: [String]) -> Int? {
        guard let name = path.last, let parent = walk(path.dropLast()) else { return nil }
        switch tables[parent].entries[name] {
        case nil:
            return add(name, to: parent, .header)
        case .table(let table) where tables[table].origin == .implied:
            tables[table].origin = .header
            return table
        default:
            return nil
        }
    }

    /// The section of `[[path]]`; nil where there is something else.
    mutating func append(_ path: [String]) -> Int? {
        guard let name = path.last, let parent = walk(path.dropLast()) else { return nil }
        var list: [Int] = []
        switch tables[parent].entries[name] {
        case nil: break
        case .tables(let earlier): list = earlier
        default: return nil
        }
        // Taken out, so that the list has one owner and grows in place.
        tables[parent].entries[name] = nil
        let table = makeTable()
        list.append(table)
        tables[parent].entries[name] = .tables(list)
        return table
    }

    /// Sets `path` below `section`; false where there is something, or a table that may take no more.
    mutating func set(_ path: [String], in section: Int, to value: TOMLValue) -> Bool {
        guard let name = path.last else { return false }
        var table = section
        for part in path.dropLast() {
            switch tables[table].entries[part] {
            case nil:
                table = add(part, to: table, .keys(section: section))
            case .table(let inner)
            where tables[inner].origin == .implied
                || tables[inner].origin == .keys(section: section):
                tables[inner].origin = .keys(section: section)
                table = inner
            default:
                return false
            }
        }
        guard tables[table].entries[name] == nil else { return false }
        tables[table].entries[name] = .value(value)
        return true
    }

    /// What a table holds, with all that lies in it.
    func values(of table: Int) -> [String: TOMLValue] {
        tables[table].entries.mapValues { entry in
            switch entry {
            case .value(let value): value
            case .table(let inner): .table(values(of: inner))
            case .tables(let list): .array(list.map { .table(values(of: $0)) })
            }
        }
    }

    /// The table at `path`, made where it is missing; of `[[a]]` the last one.
    private mutating func walk(_ path: ArraySlice<String>) -> Int? {
        var table = Self.top
        for name in path {
            switch tables[table].entries[name] {
            case nil: table = add(name, to: table, .implied)
            case .table(let inner): table = inner
            case .tables(let list): table = list.last ?? table
            case .value: return nil
            }
        }
        return table
    }

    private mutating func add(_ name: String, to parent: Int, _ origin: Origin) -> Int {
        tables.append(Table(origin: origin))
        tables[parent].entries[name] = .table(tables.count - 1)
        return tables.count - 1
    }
}
