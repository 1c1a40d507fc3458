@testable import Figures

extension Plot {
    /// All texts of the figure in one of its layouts.
    func labels(in form: Form) -> [Label] {
        PlotPicture(of: self, in: form).picture.shapes.compactMap {
            if case .text(let label) = $0 { label } else { nil }
        }
    }
}

/// The error that `figure` throws, in words.
func message<Row>(_ figure: Figure<Row>) -> String? {
    do throws(FigureError) {
        _ = try figure.drawn()
        return nil
    } catch {
        return error.description
    }
}
