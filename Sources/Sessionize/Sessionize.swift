@main
struct Sessionize {
    static func main() {}
}
