//! What both phone apps have in common is told once: the same phrases in the same words, and no way to a network.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use dowel_tests::setup;
use serde_json::Value;

/// Each phrase's texts in one language, by plural form; "" where it has none.
type Texts = BTreeMap<String, BTreeMap<String, String>>;

const LANGUAGES: [(&str, &str); 2] = [("en", "values"), ("de", "values-de")];

/// Android alone: iOS asks for the camera by itself, and only once; says a number together with what it counts, where
/// Android sets it apart in larger type; has a slider for the voice's speed, a wheel while it measures, sections that need
/// no heading of their own, and always a picker for videos.
const ONLY_ANDROID: &[&str] = &[
    "camera_allow",
    "camera_not_allowed",
    "live_one_less_short",
    "live_one_more_short",
    "live_reps_unit",
    "session_counts",
    "settings_faster",
    "settings_measuring",
    "settings_more",
    "settings_slower",
    "video_no_chooser",
];

/// iOS alone: what only its system tells of camera and sound.
const ONLY_IOS: &[&str] = &["camera_restricted", "camera_too_warm", "sound_taken"];

/// Where the way to a remedy has other names on the other phone, and a plural has to hold its number.
const OTHER_WORDS: &[&str] = &["camera_never_allowed", "live_rest_left", "problem_model"];

#[test]
fn both_apps_say_the_same() {
    for (language, folder) in LANGUAGES {
        let (android, ios) = (of_android(folder), of_ios(language));
        assert!(android.len() > 150 && ios.len() > 150);
        assert_eq!(only(&android, &ios), set(ONLY_ANDROID), "{language}");
        assert_eq!(only(&ios, &android), set(ONLY_IOS), "{language}");
        for (key, texts) in &android {
            let Some(here) = ios.get(key) else { continue };
            let is_other = here != texts;
            assert_eq!(
                is_other,
                set(OTHER_WORDS).contains(key.as_str()),
                "{language} {key}: {texts:?} {here:?}"
            );
        }
    }
}

#[test]
fn ios_has_no_way_to_a_network() {
    let ways = [
        "URLSession",
        "URLRequest",
        "URLConnection",
        "NSURL",
        "NWConnection",
        "FoundationNetworking",
        "import Network",
        "import CFNetwork",
        "import WebKit",
        "WKWebView",
        "getaddrinfo",
        "http://",
        "https://",
    ];
    let folder = setup::repository().join("ios");
    let files: Vec<_> = ["Sources", "App"]
        .iter()
        .flat_map(|part| swift_files(&folder.join(part)))
        .collect();
    assert!(files.len() > 40, "{}", files.len());
    for file in files {
        let text = fs::read_to_string(&file).expect("a Swift file");
        for way in ways {
            assert!(!text.contains(way), "{} names {way}", file.display());
        }
    }
}

fn set<'a>(keys: &[&'a str]) -> BTreeSet<&'a str> {
    keys.iter().copied().collect()
}

fn only<'a>(these: &'a Texts, others: &Texts) -> BTreeSet<&'a str> {
    these
        .keys()
        .filter(|key| !others.contains_key(*key))
        .map(String::as_str)
        .collect()
}

/// `strings.xml`, a text a line.
fn of_android(folder: &str) -> Texts {
    let file = setup::repository()
        .join("android/app/src/main/res")
        .join(folder)
        .join("strings.xml");
    let (mut texts, mut plural) = (Texts::new(), String::new());
    for line in fs::read_to_string(file)
        .expect("strings.xml")
        .lines()
        .map(str::trim)
    {
        if let Some((key, text)) = element(line, "string", "name") {
            texts.entry(key).or_default().insert(String::new(), text);
        } else if let Some((form, text)) = element(line, "item", "quantity") {
            texts.entry(plural.clone()).or_default().insert(form, text);
        } else if let Some(rest) = line.strip_prefix("<plurals name=\"") {
            plural = rest.trim_end_matches("\">").to_owned();
        } else {
            assert!(
                !line.contains("<string") && !line.contains("<item"),
                "not read: {line}"
            );
        }
    }
    texts
}

/// The attribute and the text of `<tag attribute="…">text</tag>`.
fn element(line: &str, tag: &str, attribute: &str) -> Option<(String, String)> {
    let rest = line.strip_prefix(&format!("<{tag} {attribute}=\""))?;
    let (value, rest) = rest.split_once("\">")?;
    let text = rest.strip_suffix(&format!("</{tag}>"))?;
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    let text = plain
        .iter()
        .fold(text.to_owned(), |text, (entity, letter)| {
            text.replace(entity, letter)
        });
    Some((value.to_owned(), text))
}

/// `Localizable.xcstrings`, with the places as Android writes them.
fn of_ios(language: &str) -> Texts {
    let file = setup::repository().join("ios/App/Resources/Localizable.xcstrings");
    let catalogue: Value =
        serde_json::from_str(&fs::read_to_string(file).expect("a catalogue")).expect("JSON");
    let strings = catalogue["strings"].as_object().expect("strings");
    strings
        .iter()
        .map(|(key, entry)| (key.clone(), forms(&entry["localizations"][language])))
        .collect()
}

fn forms(localization: &Value) -> BTreeMap<String, String> {
    let text = |of: &Value| {
        let text = of["stringUnit"]["value"].as_str().unwrap_or_default();
        text.replace("lld", "d").replace("$@", "$s")
    };
    match localization["variations"]["plural"].as_object() {
        Some(plural) => plural
            .iter()
            .map(|(form, of)| (form.clone(), text(of)))
            .collect(),
        None => BTreeMap::from([(String::new(), text(localization))]),
    }
}

/// Links, to what is generated, are not followed.
fn swift_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let (path, kind) = (entry.path(), entry.file_type().expect("a kind"));
        if kind.is_dir() {
            found.extend(swift_files(&path));
        } else if kind.is_file() && path.extension().is_some_and(|ending| ending == "swift") {
            found.push(path);
        }
    }
    found
}
