/// Amazon's load balancers and object store.
extension TokenLayout {
    /// `http TIME ELB CLIENT:PORT TARGET:PORT 0.000 0.001 0.000 200 200 34 366 "GET http://…" "agent" …`.
    ///
    /// Source: AWS, "Access logs for your Application Load Balancer".
    static let alb = TokenLayout(
        columns: [Column(name: "type")] + balancer + [
            Column(name: "cipher"), Column(name: "protocol"), Column(name: "target group"),
            Column(name: "trace", shape: .quoted),
            Column(name: "domain", shape: .quoted, field: .site),
        ], minimum: 14, firstWords: ["http", "https", "h2", "grpcs", "ws", "wss"])

    /// The same without its first column; lines of 2014 end at the request.
    ///
    /// Source: AWS, "Access logs for your Classic Load Balancer".
    static let elb = TokenLayout(columns: balancer, minimum: 12)

    private static let balancer: [Column] = [
        Column(name: "time", shape: .time), Column(name: "balancer"),
        Column(name: "client", shape: .client, field: .address), Column(name: "target"),
        Column(name: "request time", shape: .seconds),
        Column(name: "target time", shape: .seconds),
        Column(name: "response time", shape: .seconds), Column(name: "status", field: .status),
        Column(name: "target status"), Column(name: "received", field: .size),
        Column(name: "sent", field: .size),
        Column(name: "request", shape: .quoted, field: .request),
        Column(name: "agent", shape: .loose, field: .agent),
    ]

    /// `OWNER BUCKET [time] IP REQUESTER REQID OPERATION KEY "request" STATUS ERROR BYTES SIZE TOTAL_MS
    /// TURN_MS "referrer" "agent" VERSION…`.
    ///
    /// Source: AWS, "Amazon S3 server access log format".
    static let s3 = TokenLayout(
        columns: [
            Column(name: "owner"), Column(name: "bucket"), Column(name: "time", shape: .bracketed),
            Column(name: "address", field: .address), Column(name: "requester", field: .user),
            Column(name: "request id", field: .eventID), Column(name: "operation"),
            Column(name: "key"), Column(name: "request", shape: .quoted, field: .request),
            Column(name: "status", field: .status), Column(name: "error"),
            Column(name: "bytes", field: .size), Column(name: "size", field: .size),
            Column(name: "total time", field: .milliseconds), Column(name: "turn-around time"),
            Column(name: "referrer", shape: .quoted, field: .referrer),
            Column(name: "agent", shape: .loose, field: .agent),
        ], minimum: 17)
}
