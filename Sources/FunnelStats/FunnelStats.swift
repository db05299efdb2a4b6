@main
struct FunnelStats {
    static func main() {}
}
