import BasicContainers

/// Rows of one kind that come again: says which is the third within a limit, once per burst.
///
/// A burst goes on while each row lies within the limit of the second row before it.
struct Repeats: BitwiseCopyable {
    private var count: Int32 = 0
    private var last: Int64 = 0
    private var before: Int64 = 0
    private var isBurst = false

    /// Adds a row of the kind; true where a burst begins with it. Times in microseconds, rising.
    mutating func isThird(at time: Int64, within limit: Int64) -> Bool {
        let isClose = count >= 2 && time - before <= limit
        defer {
            count += 1
            before = last
            last = time
            isBurst = isClose
        }
        return isClose && !isBurst
    }
}

/// The visits of each page of a session, or of each touchpoint where rows have no page.
///
/// Memory: one entry a page, and one a touchpoint.
struct PageVisits: ~Copyable {
    struct Visits: BitwiseCopyable {
        var session = -1
        var repeats = Repeats()
    }

    private var ofPages = UniqueArray<Visits>()
    private var ofTouchpoints = UniqueArray<Visits>()

    /// Adds a row of `session`; true where it is the third visit within the limit.
    mutating func isThird(
        page: Int32, touchpoint: Int32, session: Int, at time: Int64, within limit: Int64
    ) -> Bool {
        page >= 0
            ? Self.isThird(&ofPages, Int(page), session, time, limit)
            : Self.isThird(&ofTouchpoints, Int(touchpoint), session, time, limit)
    }

    private static func isThird(
        _ visits: inout UniqueArray<Visits>, _ index: Int, _ session: Int, _ time: Int64,
        _ limit: Int64
    ) -> Bool {
        while visits.count <= index { visits.append(Visits()) }
        if visits[index].session != session { visits[index] = Visits(session: session) }
        return visits[index].repeats.isThird(at: time, within: limit)
    }
}
