import Commands

@main
enum Main {
  static func main() {
    Entry.main()
  }
}
