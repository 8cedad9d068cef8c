/// Work that was broken off, since the build is to end.
struct Stopped: Error {}
