extension [UInt8] {
    /// Everything that stands in a file; what a gzip file holds, if it is one. Throws `RecordError`.
    public init(contentsOfFile path: String) throws(RecordError) {
        do throws(FileDescriptor.Refusal) {
            self = try FileDescriptor(reading: path).readToEnd()
        } catch {
            throw .unreadable(path: path, code: error.code)
        }
        guard Gunzip.recognizes(self) else { return }
        do throws(Gunzip.Flaw) {
            self = try Gunzip.unpacked(self)
        } catch {
            throw .malformed(path: path, place: nil, flaw: .notGzip(error))
        }
    }
}
