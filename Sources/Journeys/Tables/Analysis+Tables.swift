package import Rows

extension Analysis {
    /// Name of the zone of all dates and times in tables.
    package var zone: String { journey.timezone }

    /// Every table of the output folder, the funnel table first; `span` is when the data begin and end, nil
    /// without rows.
    package func tables(_ span: LogSpan?) -> [Table] {
        let funnels = FunnelTables(segments: segments, span: span)
        let dataEnd = span?.last ?? 0
        return [
            funnels.funnel(self.funnels), funnels.totals(self.funnels),
            trendTable(span), timeToConvertTable(), dropoffNextTable(),
            correlationTable(), transitionsTable(), touchpointsTable(), pathsTable(),
            reworkTable(), stagesTable(), stageChannelsTable(), experienceTable(),
            attributionTable(),
            metrics.table(dataEnd: dataEnd), retentionTable(span), activityTable(span),
            hoursTable(),
            frictionTable(), signalsTable(),
        ]
    }

    /// The funnel table alone.
    package func funnelTable(_ span: LogSpan?) -> Table {
        FunnelTables(segments: segments, span: span).funnel(funnels)
    }
}
