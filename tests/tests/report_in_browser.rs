//! The report as a browser shows it: no console message, no outside request, nothing cut off.
//!
//! The pages, screenshots and prints stay in the target folder's `tmp/report_in_browser`, to be looked at.

mod report_sample;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use dowel_core::report::{self, ReportInput};
use dowel_core::words::{Language, Words};
use report_sample::Sample;

const PHONE_PX: u32 = 360;
const LARGE_PHONE_PX: u32 = 390;
const DESKTOP_PX: u32 = 1200;

/// What a page must reach by itself: put into a copy of it to measure the layout.
const PROBE: &str = r#"<script>
addEventListener('load', () => {
  const wide = [...document.querySelectorAll('body *')]
    .filter(e => !e.closest('.scroll, .sr, .skip, thead, figure svg'))
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => e.tagName + '.' + e.getAttribute('class'));
  const touching = (selector) => [...document.querySelectorAll(selector)].filter((e, i, all) => {
    const before = all[i - 1];
    if (!before || before.parentNode !== e.parentNode) return false;
    const [a, b] = [before.getBoundingClientRect(), e.getBoundingClientRect()];
    return a.right > b.left && b.right > a.left && a.bottom > b.top && b.bottom > a.top;
  }).map(e => e.textContent);
  const tiny = [...document.querySelectorAll('body *')]
    .filter(e => !e.closest('svg') && e.childNodes.length && parseFloat(getComputedStyle(e).fontSize) < 12)
    .map(e => e.tagName + '.' + e.getAttribute('class'));
  const text = JSON.stringify({ width: innerWidth, wide, tiny,
    touching: [...touching('.number'), ...touching('.x span'), ...touching('.y span')] });
  parent.postMessage(text, '*');
});
</script>"#;

fn page(sample: &Sample) -> String {
    page_in(Language::English, sample)
}

/// The page as a person gets it who is also coached in that language.
fn page_in(language: Language, sample: &Sample) -> String {
    let words = &Words::of(language);
    let mut analysis = sample.analysis.clone();
    for cue in &mut analysis.cues {
        cue.text = words.get(&format!("cue-{}", cue.id));
    }
    report::html(&ReportInput {
        words,
        title: "Tuesday, garden, six hinges.mp4",
        drawn_up: "21 November 2025",
        analysis: &analysis,
        frames: &sample.frames,
        pictures: &sample.pictures,
    })
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report_in_browser");
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

fn save(name: &str, page: &str) -> PathBuf {
    let path = folder().join(name);
    std::fs::write(&path, page).expect("the target folder can be written");
    path
}

fn chromium(page: &Path, arguments: &[&str]) -> Output {
    let profile = tempfile::tempdir().expect("a temporary folder");
    let output = Command::new("chromium")
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
        ])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Neither the page nor the browser itself reaches anyone.
            "--host-resolver-rules=MAP * ~NOTFOUND",
        ])
        .args(["--enable-logging=stderr", "--v=0", "--hide-scrollbars"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .args(arguments)
        .arg(format!("file://{}", page.display()))
        .output();
    let output = output.unwrap_or_else(|e| {
        panic!("chromium does not start ({e}): run `cargo xtask test`, which installs what the tests need")
    });
    assert!(
        output.status.success(),
        "chromium failed: {}",
        stderr(&output)
    );
    output
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What the page wrote to the console; the page's own policy reports refused requests there too.
fn console(output: &Output) -> Vec<String> {
    let lines = stderr(output);
    lines
        .lines()
        .filter(|l| l.contains("CONSOLE"))
        .map(str::to_owned)
        .collect()
}

fn screenshot(page: &Path, name: &str, width: u32, height: u32, more: &[&str]) -> Vec<u8> {
    let path = folder().join(name);
    let _ = std::fs::remove_file(&path);
    let shot = format!("--screenshot={}", path.display());
    let size = format!("--window-size={width},{height}");
    let output = chromium(page, &[&[&*shot, &*size], more].concat());
    assert_eq!(console(&output), Vec::<String>::new());
    std::fs::read(&path).expect("chromium writes the screenshot")
}

/// What a probe says of the page in a frame of the given width.
fn probe(name: &str, page: &str, width: u32, probe: &str) -> serde_json::Value {
    let (head, rest) = page
        .split_once("<meta http-equiv")
        .expect("the page has a policy");
    let (_, rest) = rest.split_once("/>").expect("the policy ends");
    let probed = format!(
        "{head}{}",
        rest.replace("</body>", &format!("{probe}</body>"))
    );
    let probed = save(&format!("{name}-{width}-probed.html"), &probed);
    let frame = format!(
        "<!DOCTYPE html><pre id=out></pre><iframe src=\"file://{}\" style=\"border:0;width:{width}px;height:800px\"></iframe>\
         <script>onmessage = e => out.textContent = 'PROBE' + e.data + 'END'</script>",
        probed.display()
    );
    let frame = save(&format!("{name}-{width}-frame.html"), &frame);
    let dump = chromium(
        &frame,
        &[
            "--dump-dom",
            "--window-size=1400,900",
            "--virtual-time-budget=5000",
        ],
    );
    let dom = String::from_utf8_lossy(&dump.stdout).into_owned();
    let answer = dom
        .split_once("<pre id=\"out\">PROBE")
        .and_then(|(_, rest)| rest.split_once("END"));
    let (json, _) = answer.unwrap_or_else(|| panic!("the probe did not answer: {dom:.400}"));
    serde_json::from_str(json).expect("the probe answers JSON")
}

fn assert_layout(name: &str, page: &str) {
    for width in [PHONE_PX, LARGE_PHONE_PX, DESKTOP_PX] {
        let found = probe(name, page, width, PROBE);
        assert_eq!(found["width"], width, "{name}");
        for fault in ["wide", "touching", "tiny"] {
            let list = found[fault].as_array().expect("a list");
            assert!(list.is_empty(), "{name} at {width} px, {fault}: {list:?}");
        }
    }
}

#[test]
fn the_browser_reports_nothing_and_asks_for_nothing() {
    let page = page(&report_sample::usual());
    let path = save("usual.html", &page);
    let output = chromium(&path, &["--dump-dom"]);
    assert_eq!(console(&output), Vec::<String>::new());
    let dom = String::from_utf8_lossy(&output.stdout);
    assert!(dom.contains("6 hip hinges"), "the page is shown");
}

/// Asks the browser where the stick's marks came to lie and what they look like.
const STICK_PROBE: &str = r#"<script>
addEventListener('load', () => {
  const marks = [...document.querySelectorAll('figure > svg')].map(svg => {
    const frame = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('circle:not(.joint)')].map(e => {
      const box = e.getBoundingClientRect(), style = getComputedStyle(e);
      return { state: e.getAttribute('class'), width: box.width,
        inside: box.left >= frame.left && box.right <= frame.right && box.top >= frame.top,
        filled: style.fill !== 'none', dashed: style.strokeDasharray !== 'none' };
    });
  });
  const curve = document.querySelector('.plot.low path.spine').getBoundingClientRect();
  const lane = document.querySelector('.plot.low').getBoundingClientRect();
  parent.postMessage(JSON.stringify({ marks,
    curve: curve.width / lane.width, fits: curve.top >= lane.top - 2 && curve.bottom <= lane.bottom + 2,
    signs: document.querySelectorAll('.reps .signs').length }), '*');
});
</script>"#;

#[test]
fn the_stick_and_its_contacts_are_seen_and_told_apart_by_shape() {
    let page = page(&report_sample::usual());
    let found = probe("stick", &page, LARGE_PHONE_PX, STICK_PROBE);
    let pictures = found["marks"].as_array().unwrap();
    assert!(pictures.len() >= 5);
    let marks: Vec<_> = pictures
        .iter()
        .flat_map(|p| p.as_array().unwrap())
        .collect();
    assert_eq!(marks.len(), 3 * pictures.len(), "three contacts in each");
    for mark in &marks {
        let shape = [&mark["filled"], &mark["dashed"]].map(|v| v.as_bool().unwrap());
        let expected = match mark["state"].as_str().unwrap() {
            "touching" => [true, false],
            "lifted" => [false, false],
            "cant-tell" => [false, true],
            other => panic!("{other}"),
        };
        assert_eq!(shape, expected, "{mark}");
        assert_eq!(mark["inside"], true, "{mark}");
        assert!(mark["width"].as_f64().unwrap() > 5.0, "{mark}");
    }
    for state in ["touching", "lifted", "cant-tell"] {
        assert!(marks.iter().any(|m| m["state"] == state), "{state}");
    }
    assert!(
        found["curve"].as_f64().unwrap() > 0.9 && found["fits"] == true,
        "{found}"
    );
    assert_eq!(found["signs"], 6);
}

#[test]
fn a_page_that_asks_for_something_outside_is_caught() {
    let page = page(&report_sample::refused())
        .replace("</body>", "<img src=\"http://127.0.0.1:9/x.png\"/></body>");
    let output = chromium(&save("leaking.html", &page), &["--dump-dom"]);
    let console = console(&output).join("\n");
    assert!(
        console.contains("Content Security Policy"),
        "the policy is not reported: {console}"
    );
}

#[test]
fn a_usual_set_fits_a_phone_and_a_desktop() {
    let page = page(&report_sample::usual());
    assert_layout("usual", &page);
    let path = save("usual.html", &page);
    let phone = screenshot(&path, "usual-phone.png", LARGE_PHONE_PX, 6200, &[]);
    let desktop = screenshot(&path, "usual-desktop.png", DESKTOP_PX, 3600, &[]);
    let dark = screenshot(
        &path,
        "usual-dark.png",
        DESKTOP_PX,
        3600,
        &[
            "--force-dark-mode",
            "--blink-settings=preferredColorScheme=0",
        ],
    );
    for png in [&phone, &desktop, &dark] {
        // A blank page of this size compresses to a few kilobytes.
        assert!(
            png.len() > 60_000,
            "the screenshot holds only {} bytes",
            png.len()
        );
    }
    assert_ne!(desktop, dark, "the dark theme looks different");
}

#[test]
fn long_and_refused_recordings_fit_too() {
    assert_layout("long", &page(&report_sample::long(300)));
    assert_layout("refused", &page(&report_sample::refused()));
    let refused = save("refused.html", &page(&report_sample::refused()));
    screenshot(&refused, "refused-phone.png", LARGE_PHONE_PX, 2000, &[]);
    let long = save("long.html", &page(&report_sample::long(300)));
    screenshot(&long, "long-desktop.png", DESKTOP_PX, 6000, &[]);
}

#[test]
fn every_language_fits_a_phone_and_a_desktop() {
    // English has its own tests.
    for &language in Language::ALL.iter().filter(|&&l| l != Language::English) {
        let name = |sample| format!("{sample}-{language}");
        let page = |sample| page_in(language, &sample);
        assert_layout(&name("long"), &page(report_sample::long(40)));
        assert_layout(&name("refused"), &page(report_sample::refused()));
        let usual = page(report_sample::usual());
        assert_layout(&name("usual"), &usual);
        let path = save(&format!("usual-{language}.html"), &usual);
        let [phone, desktop] = ["phone", "desktop"].map(|at| format!("usual-{language}-{at}.png"));
        screenshot(&path, &phone, LARGE_PHONE_PX, 6600, &[]);
        screenshot(&path, &desktop, DESKTOP_PX, 3800, &[]);
    }
}

#[test]
fn a_usual_set_prints_on_a_few_pages() {
    for &language in Language::ALL {
        prints_on_a_few_pages(language);
    }
}

fn prints_on_a_few_pages(language: Language) {
    let name = format!("print-{language}.html");
    let path = save(&name, &page_in(language, &report_sample::usual()));
    let pdf = folder().join(format!("usual-{language}.pdf"));
    let _ = std::fs::remove_file(&pdf);
    let output = chromium(
        &path,
        &[
            &format!("--print-to-pdf={}", pdf.display()),
            "--no-pdf-header-footer",
        ],
    );
    assert_eq!(console(&output), Vec::<String>::new());
    let bytes = std::fs::read(&pdf).expect("chromium writes the PDF");
    let text = String::from_utf8_lossy(&bytes);
    let pages = text.matches("/Type /Page\n").count() + text.matches("/Type /Page/").count();
    assert!((1..=4).contains(&pages), "{pages} pages in {language}");
}
