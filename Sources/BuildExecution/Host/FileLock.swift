/// A file that is locked as long as this value lives.
package protocol FileLock: Sendable {}
