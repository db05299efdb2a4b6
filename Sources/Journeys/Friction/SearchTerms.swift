import BasicContainers
import Rows

/// The run of one touchpoint's rows that search for something: says which row refines the search.
struct SearchTerms {
    private static let null = Array("null".utf8)

    private var touchpoint: Int32 = -1
    private var term: [UInt8] = []
    private var last: Int64 = 0
    private var hasRefined = false
    private var found: [UInt8] = []
    private var properties: [UInt8] = []

    /// A row of another touchpoint, or another session, ends the run.
    mutating func end() { touchpoint = -1 }

    /// Adds a row; true where it has the second term of the run, at most the limit after the first.
    mutating func isRefined(
        by row: Int, _ customer: borrowing CustomerRows, _ touchpoint: Int32, property: [UInt8]
    ) -> Bool {
        if touchpoint != self.touchpoint { end() }
        // Moved out and back: a span of a member keeps the others from changing.
        var found: [UInt8] = []
        swap(&found, &self.found)
        defer { swap(&found, &self.found) }
        properties.removeAll(keepingCapacity: true)
        found.removeAll(keepingCapacity: true)
        guard customer.append(propertiesOfRow: row, to: &properties),
            Properties.append(property.span, of: properties.span, to: &found), !found.isEmpty,
            found != Self.null
        else { return false }
        let time = customer.rows[row].time
        let goesOn = self.touchpoint >= 0 && time - last <= Signal.refinementLimit
        let isOther = goesOn && found != term
        let isRefined = isOther && !hasRefined
        hasRefined = goesOn && (hasRefined || isOther)
        self.touchpoint = touchpoint
        last = time
        swap(&term, &found)
        return isRefined
    }
}
