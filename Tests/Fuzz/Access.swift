import Formats

/// The corpus is `Corpus/access`.
func fuzzAccess(_ bytes: [UInt8]) {
    for format in [Format.combined, .traefikCLF, .haproxy, .alb, .elb, .s3] {
        Feed.read(bytes, as: format)
    }
}
