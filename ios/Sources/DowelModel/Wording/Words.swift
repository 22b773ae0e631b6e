import Foundation

/// Words to be shown: the app's own, which are looked up in its catalogue, or the core's, which come ready in the
/// chosen language.
public indirect enum Words: Equatable, Hashable, Sendable {
    case ready(String)
    /// The values fill the places in the phrase.
    case phrase(Phrase, [Value])
    /// A phrase that depends on how many; the count is also its value.
    case counted(Phrase, Int)

    public enum Value: Equatable, Hashable, Sendable {
        case whole(Int)
        case decimal(Double)
        /// Looked up first.
        case words(Words)
    }
}

/// A label with its value, as a summary lists them.
public struct Line: Equatable, Hashable, Sendable {
    public let label: Words
    public let value: Words
}

extension Phrase {
    public var words: Words { .phrase(self, []) }

    func words(_ values: Words.Value...) -> Words { .phrase(self, values) }

    func counted(_ count: Int) -> Words { .counted(self, count) }
}

/// Looks words up.
public struct Phrasebook: Sendable {
    private let locale: Locale
    private let pattern: @Sendable (Phrase, Int?) -> String

    /// - Parameter pattern: The format string of a phrase, as a bundle has it. The number is the count that a plural
    ///   depends on; a bundle's own plurals don't need it, as `String(format:locale:arguments:)` resolves them.
    public init(locale: Locale, pattern: @escaping @Sendable (Phrase, Int?) -> String) {
        self.locale = locale
        self.pattern = pattern
    }

    public func text(_ words: Words) -> String {
        switch words {
        case .ready(let text): text
        case .phrase(let phrase, let values): fill(pattern(phrase, nil), values)
        case .counted(let phrase, let count): fill(pattern(phrase, count), [.whole(count)])
        }
    }

    private func fill(_ pattern: String, _ values: [Words.Value]) -> String {
        String(format: pattern, locale: locale, arguments: values.map(argument))
    }

    private func argument(_ value: Words.Value) -> any CVarArg {
        switch value {
        case .whole(let number): number
        case .decimal(let number): number
        case .words(let words): NSString(string: text(words))
        }
    }
}
