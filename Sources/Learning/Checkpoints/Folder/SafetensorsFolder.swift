/// The tensors of `model.safetensors`, or of the shards that `model.safetensors.index.json` names.
struct SafetensorsFolder: TensorSource {
    private struct Index: Decodable {
        var weight_map: [String: String]
    }

    private var files: [String: Safetensors] = [:]
    /// The file of every tensor.
    private var places: [String: String] = [:]

    init(reading folder: URL) throws(CheckpointError) {
        let index = folder.appending(path: "model.safetensors.index.json")
        guard FileManager.default.fileExists(atPath: index.path) else {
            let name = "model.safetensors"
            files[name] = try Self.file(folder, name)
            for tensor in files[name]?.tensorNames ?? [] { places[tensor] = name }
            return
        }
        let data = try contents(of: index)
        do {
            places = try JSONDecoder().decode(Index.self, from: data).weight_map
        } catch {
            throw .json(file: index.lastPathComponent, reason: "is not the JSON of an index")
        }
        for name in Set(places.values).sorted() {
            // A name that leaves the folder is no shard's.
            guard !name.contains("/"), name != ".." else {
                throw .json(file: index.lastPathComponent, reason: "names \(name), which is no file of the folder")
            }
            files[name] = try Self.file(folder, name)
        }
        for (tensor, name) in places.sorted(by: <) where files[name]?.shape(of: tensor) == nil {
            throw .missing(tensor: "\(tensor), which should be in \(name)")
        }
    }

    private static func file(_ folder: URL, _ name: String) throws(CheckpointError) -> Safetensors {
        do {
            return try Safetensors(reading: folder.appending(path: name))
        } catch {
            throw .safetensors(error)
        }
    }

    var tensorNames: [String] { places.keys.sorted() }

    var byteCount: Int { files.values.reduce(0) { $0 + $1.byteCount } }

    func shape(of name: String) -> [Int]? { places[name].flatMap { files[$0]?.shape(of: name) } }

    func read(
        _ rows: Range<Int>, of name: String, into floats: UnsafeMutableBufferPointer<Float>
    ) throws(CheckpointError) {
        guard let place = places[name], let file = files[place] else { throw .missing(tensor: name) }
        try file.read(rows, of: name, into: floats)
    }
}
