#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// This program among others: where it lies, which of many it is, and what it asks of another.
public enum Program {
    /// The file of this program.
    public static let path: String = {
        let own = realpath("/proc/self/exe", nil) ?? realpath(CommandLine.arguments[0], nil)
        defer { free(own) }
        return own.map { String(cString: $0) } ?? CommandLine.arguments[0]
    }()

    /// Which of many this process is, if its launcher says so: an array of Slurm, `srun`, `mpirun` of Open MPI or MPICH.
    public static var rank: Int? {
        if let task = number("SLURM_ARRAY_TASK_ID") { return task - (number("SLURM_ARRAY_TASK_MIN") ?? 0) }
        return number("SLURM_PROCID") ?? number("OMPI_COMM_WORLD_RANK") ?? number("PMI_RANK")
    }

    /// How many there are.
    public static var rankCount: Int? {
        if number("SLURM_ARRAY_TASK_ID") != nil { return number("SLURM_ARRAY_TASK_COUNT") }
        return number("SLURM_NTASKS") ?? number("OMPI_COMM_WORLD_SIZE") ?? number("PMI_SIZE")
    }

    private static func number(_ variable: String) -> Int? { getenv(variable).flatMap { Int(String(cString: $0)) } }

    /// What a command prints, without the last line's end. What it says of errors goes where this program's errors go. Throws
    /// ``SweepError/refused(program:reason:)`` if it fails.
    static func output(of command: [String]) throws(SweepError) -> String {
        fflush(nil)
        guard let pipe = popen(command.map(quoted).joined(separator: " "), "r") else {
            throw .refused(program: command[0], reason: String(cString: strerror(errno)))
        }
        var bytes: [UInt8] = []
        while case let byte = fgetc(pipe), byte != EOF { bytes.append(UInt8(byte)) }
        let status = pclose(pipe)
        guard status == 0 else { throw .refused(program: command[0], reason: "failed (\(status >> 8 & 0xff))") }
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A word of a shell's command.
    static func quoted(_ word: String) -> String { "'" + word.replacing("'", with: "'\\''") + "'" }
}
