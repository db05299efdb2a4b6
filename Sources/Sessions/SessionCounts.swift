/// What became of rows and sessions.
package struct SessionCounts {
    /// Delivered and quarantined.
    package var sessions = 0
    package var quarantinedSessions = 0
    package var heldSessions = 0
    package var rows = 0
    package var quarantinedRows = 0
    package var heldRows = 0
    package var noKey = 0
    /// Rows of the delivered sessions, by their totals.
    package var events = 0
    /// Rows of these sessions whose value is in that of their session, and others with a value.
    package var values = 0
    package var otherValues = 0
    /// With declared ids: rows without one, gaps inside a session that the timeout would split, and
    /// neighbours that it would join.
    package var undeclared = 0
    package var declaredGaps = 0
    package var declaredNeighbours = 0

    package init() {}
}
