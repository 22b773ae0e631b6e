import DowelModel
import Foundation

/// The app's catalogue of words, read as it is.
struct Catalogue: Decodable {
    struct Entry: Decodable {
        let comment: String?
        let localizations: [String: Localization]
    }

    struct Localization: Decodable {
        let stringUnit: Unit?
        let variations: Variations?
    }

    struct Variations: Decodable {
        let plural: [String: Form]
    }

    struct Form: Decodable {
        let stringUnit: Unit
    }

    struct Unit: Decodable {
        let state: String
        let value: String
    }

    let sourceLanguage: String
    let version: String
    let strings: [String: Entry]

    static let languages = ["en", "de"]

    static let app: Catalogue = {
        let ios = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
        let file = ios.appendingPathComponent("App/Resources/Localizable.xcstrings")
        return try! JSONDecoder().decode(Catalogue.self, from: Data(contentsOf: file))
    }()

    /// Every text of a phrase in a language, by its plural form; a phrase without forms has one called "".
    func texts(_ key: String, _ language: String) -> [String: String] {
        guard let localization = strings[key]?.localizations[language] else { return [:] }
        if let unit = localization.stringUnit { return ["": unit.value] }
        return localization.variations?.plural.mapValues(\.stringUnit.value) ?? [:]
    }

    func book(_ language: String) -> Phrasebook {
        Phrasebook(locale: Locale(identifier: language)) { phrase, count in
            let texts = texts(phrase.rawValue, language)
            guard let text = texts[count.map { $0 == 1 ? "one" : "other" } ?? ""] else {
                fatalError("\(phrase.rawValue) has no words in \(language)")
            }
            return text
        }
    }
}

private let books = Dictionary(uniqueKeysWithValues: Catalogue.languages.map { ($0, Catalogue.app.book($0)) })

extension Words {
    /// In English; and it can be said in German, too.
    var shown: String {
        _ = books["de"]!.text(self)
        return books["en"]!.text(self)
    }
}

extension Line {
    var shown: String { "\(label.shown): \(value.shown)" }
}
