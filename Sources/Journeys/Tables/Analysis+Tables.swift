extension Analysis {
    /// Every table of the output folder, the funnel table first; `dataEnd` in microseconds.
    package func tables(dataEnd: Int64) -> [Table] {
        let funnels = FunnelTables(segments: segments, dataEnd: dataEnd)
        return [
            funnels.funnel(self.funnels), funnels.totals(self.funnels),
            trendTable(dataEnd: dataEnd), timeToConvertTable(), dropoffNextTable(),
            correlationTable(), transitionsTable(), touchpointsTable(), pathsTable(),
            reworkTable(), stagesTable(), stageChannelsTable(), attributionTable(),
            metrics.table(dataEnd: dataEnd), retentionTable(dataEnd: dataEnd), hoursTable(),
            frictionTable(), signalsTable(),
        ]
    }

    /// The funnel table alone.
    package func funnelTable(dataEnd: Int64) -> Table {
        FunnelTables(segments: segments, dataEnd: dataEnd).funnel(funnels)
    }
}
