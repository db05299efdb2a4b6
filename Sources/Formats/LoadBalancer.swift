/// Amazon's load balancers and object store, and Envoy.
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

    /// `[TIME] "METHOD PATH PROTOCOL" STATUS FLAGS RECEIVED SENT MS UPSTREAM_MS "FORWARDED" "agent" "id" "authority"
    /// "host"`.
    ///
    /// Source: Envoy, "Access logging: default format string".
    static let envoy = TokenLayout(
        columns: envoyStart + envoyEnd, minimum: 13)

    /// The same with three more fields behind the flags, and the addresses at the end. Source: Istio, "Envoy access
    /// logs".
    static let istio = TokenLayout(
        columns: envoyStart + [
            Column(name: "details"), Column(name: "termination"),
            Column(name: "failure", shape: .quoted),
        ] + envoyEnd + [
            Column(name: "cluster"), Column(name: "local address"),
            Column(name: "downstream local address"),
            Column(name: "downstream address", shape: .client, field: .address),
        ], minimum: 16)

    private static let envoyStart: [Column] = [
        Column(name: "time", shape: .bracketed),
        Column(name: "request", shape: .quoted, field: .request),
        Column(name: "status", field: .status), Column(name: "flags"),
    ]
    private static let envoyEnd: [Column] = [
        Column(name: "received", field: .size), Column(name: "sent", field: .size),
        Column(name: "duration", field: .milliseconds), Column(name: "upstream duration"),
        Column(name: "forwarded", shape: .quoted, field: .forwarded),
        Column(name: "agent", shape: .loose, field: .agent),
        Column(name: "request id", shape: .quoted, field: .eventID),
        Column(name: "authority", shape: .quoted, field: .site),
        Column(name: "upstream", shape: .quoted),
    ]
}
