import StageSupport
package import Rows

extension Analysis {
    /// Name of the zone of all dates and times in tables.
    package var zone: String { journey.timezone }

    /// Every table of the output folder, the funnel table first; `span` is when the data begin and end, nil
    /// without rows.
    package func tables(_ span: LogSpan?) -> [Table] {
        Self.makers(span).map { make in make(self) }
    }

    /// What makes each of the tables.
    fileprivate static func makers(
        _ span: LogSpan?
    ) -> [@Sendable (borrowing Analysis) -> Table] {
        [
            { $0.funnelTable(span) },
            { FunnelTables(segments: $0.segments, span: span).totals($0.funnels) },
            { $0.trendTable(span) }, { $0.timeToConvertTable() }, { $0.dropoffNextTable() },
            { $0.correlationTable() }, { $0.transitionsTable() }, { $0.touchpointsTable() },
            { $0.pathsTable() }, { $0.reworkTable() }, { $0.stagesTable() },
            { $0.stageChannelsTable() }, { $0.experienceTable() }, { $0.attributionTable() },
            { $0.metrics.table(dataEnd: span?.last ?? 0) }, { $0.retentionTable(span) },
            { $0.activityTable(span) }, { $0.hoursTable() }, { $0.frictionTable() },
            { $0.signalsTable() },
        ]
    }

    /// The funnel table alone.
    package func funnelTable(_ span: LogSpan?) -> Table {
        FunnelTables(segments: segments, span: span).funnel(funnels)
    }
}

/// Counts that no row changes any more: several threads may look at them.
package final class FinishedAnalysis: Sendable {
    package let counts: Analysis

    package init(_ counts: consuming Analysis) { self.counts = counts }

    /// As `Analysis.tables`, made by `jobs` threads.
    package func tables(_ span: LogSpan?, jobs: Int) -> [Table] {
        let makers = Analysis.makers(span)
        let work = OrderedWork<Table>(
            width: makers.count, workers: Workers(jobs > 1 ? min(jobs, makers.count) : 0))
        for make in makers { _ = work.submit { make(self.counts) } }
        return makers.compactMap { _ in work.next() }
    }
}
