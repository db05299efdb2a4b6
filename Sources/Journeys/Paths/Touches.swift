import BasicContainers

/// What led a customer to each conversion, and what led to none: channels of sessions.
///
/// The touches of a conversion are the sessions that started after the conversion before it and at most
/// the lookback before it; the converting session is the last. The sessions after the last conversion
/// that started at most the lookback before the customer's last row led to nothing. Sessions without a
/// visit are no touches.
struct Touches: ~Copyable {
    struct Touch: Equatable, BitwiseCopyable {
        /// The number of the session's channel.
        let channel: Int32
        /// From the session's start to the conversion, in microseconds.
        let age: Int64
    }

    /// What a path led to, with the number of its row.
    enum End {
        case conversion(Int)
        /// Money that goes back for a conversion which the data do not hold.
        case refund(Int)
        case nothing
    }

    /// In microseconds.
    let lookback: Int64

    /// The touches of the path at hand; kept to be filled again.
    private var path = UniqueArray<Touch>()

    init(lookback: Int64) { self.lookback = lookback }

    /// Calls `use` with each path of a customer and what it led to: conversions in time order, then
    /// refunds that belong to none of them, then nothing. Expects `sessions` in the order of their starts.
    mutating func paths(
        of customer: borrowing CustomerRows, _ facts: LabelFacts,
        _ sessions: borrowing CustomerSessions,
        use: (Span<Touch>, End) -> Void
    ) {
        var last = Int64.min
        var next = 0
        for index in customer.rows.indices where facts.isConversion(customer.rows[index]) {
            let row = customer.rows[index]
            let own = sessions.all[sessions.index(ofNumber: Int(row.session))]
            path.removeAll(keepingCapacity: true)
            while next < sessions.all.count, sessions.all[next].start <= row.time {
                let session = sessions.all[next]
                if session.number != own.number, session.start > last, session.visits > 0,
                    isNear(session.start, row.time)
                {
                    path.append(Touch(channel: session.channel, age: row.time - session.start))
                }
                next += 1
            }
            path.append(Touch(channel: own.channel, age: row.time - own.start))
            use(path.span, .conversion(index))
            last = row.time
        }
        for index in customer.refunds(ofConversion: -1) {
            let row = customer.rows[index]
            let own = sessions.all[sessions.index(ofNumber: Int(row.session))]
            path.removeAll(keepingCapacity: true)
            path.append(Touch(channel: own.channel, age: row.time - own.start))
            use(path.span, .refund(index))
        }
        guard next < sessions.all.count, !customer.rows.isEmpty else { return }
        let end = customer.rows[customer.rows.count - 1].time
        path.removeAll(keepingCapacity: true)
        for index in next..<sessions.all.count where isNear(sessions.all[index].start, end) {
            let session = sessions.all[index]
            guard session.visits > 0 else { continue }
            path.append(Touch(channel: session.channel, age: end - session.start))
        }
        if !path.isEmpty { use(path.span, .nothing) }
    }

    private func isNear(_ start: Int64, _ time: Int64) -> Bool { time - start <= lookback }
}
