"""What Xcode would read of the iOS app besides Swift: descriptions, texts, colours, scripts. Needs Debian's python3-yaml
and shellcheck; `cargo xtask test` runs it."""

import json
import plistlib
import re
import struct
import subprocess
import unittest
from pathlib import Path

import yaml

REPOSITORY = Path(__file__).resolve().parents[2]
IOS = REPOSITORY / "ios"
APP = IOS / "App"
RESOURCES = APP / "Resources"
ASSETS = RESOURCES / "Assets.xcassets"
LANGUAGES = {"en", "de"}


def swift_files():
    return sorted((APP / "Sources").rglob("*.swift"))


def plist(path):
    with open(path, "rb") as file:
        return plistlib.load(file)


class Project(unittest.TestCase):
    def setUp(self):
        self.project = yaml.safe_load((APP / "project.yml").read_text())

    def test_every_path_is_there_or_built(self):
        paths = [package["path"] for package in self.project["packages"].values()]
        for target in self.project["targets"].values():
            paths += [source["path"] for source in target["sources"]]
        self.assertIn("Sources", paths)
        for path in paths:
            whole = (APP / path).resolve()
            is_built = IOS / "build" in whole.parents
            self.assertTrue(is_built or whole.exists(), f"project.yml: {path} is missing")

    def test_the_privacy_manifest_is_a_part_of_the_app(self):
        sources = self.project["targets"]["Dowel"]["sources"]
        manifest = [source for source in sources if source["path"] == "Resources/PrivacyInfo.xcprivacy"]
        self.assertEqual([source.get("buildPhase") for source in manifest], ["resources"])

    def test_every_product_is_offered_by_its_package(self):
        for target in self.project["targets"].values():
            for dependency in target.get("dependencies", []):
                if "package" not in dependency:
                    continue
                path = self.project["packages"][dependency["package"]]["path"]
                manifest = (APP / path / "Package.swift").read_text()
                self.assertIn(f'.library(name: "{dependency["product"]}"', manifest)

    def test_it_is_built_for_the_packages_own_systems_and_language(self):
        ios = self.project["options"]["deploymentTarget"]["iOS"]
        self.assertEqual(ios, "17.0")
        self.assertEqual(self.project["settings"]["base"]["SWIFT_VERSION"], "6.0")
        for package in self.project["packages"].values():
            manifest = (APP / package["path"] / "Package.swift").read_text()
            self.assertIn(f".iOS(.v{ios.split('.')[0]})", manifest)
        script = (IOS / "scripts/build-xcframework.sh").read_text()
        self.assertIn(f"IPHONEOS_DEPLOYMENT_TARGET={ios} ", script)

    def test_it_names_nobodys_team(self):
        self.assertNotIn("DEVELOPMENT_TEAM", (APP / "project.yml").read_text())

    def test_the_framework_is_the_one_that_the_package_takes(self):
        script = (IOS / "scripts/build-xcframework.sh").read_text()
        name = re.search(r"^readonly name=(\w+)$", script, re.M)[1]
        self.assertIn(f"build/{name}.xcframework", (IOS / "Package.swift").read_text())
        generated = REPOSITORY / "bindings/generated/swift" / name
        for file in (generated / f"{name}.h", generated / "module.modulemap"):
            self.assertTrue(file.is_file(), f"{file.name} is missing")


class InfoPlist(unittest.TestCase):
    def setUp(self):
        self.info = plist(RESOURCES / "Info.plist")

    def test_the_camera_is_all_that_is_asked_for(self):
        asked = {key for key in self.info if key.endswith("UsageDescription")}
        self.assertEqual(asked, {"NSCameraUsageDescription"})

    def test_network_and_background_are_left_as_they_are(self):
        for key in ("NSAppTransportSecurity", "UIBackgroundModes", "NSBonjourServices", "UIFileSharingEnabled"):
            self.assertNotIn(key, self.info)

    def test_its_words_are_there_in_each_language(self):
        catalogue = json.loads((RESOURCES / "InfoPlist.xcstrings").read_text())
        shown = {key for key in self.info if key.endswith("UsageDescription")} | {"CFBundleDisplayName"}
        self.assertEqual(set(catalogue["strings"]), shown)
        for key in shown:
            texts = catalogue["strings"][key]["localizations"]
            self.assertEqual(set(texts), LANGUAGES)
            self.assertEqual(texts["en"]["stringUnit"]["value"], self.info[key])
            self.assertTrue(all(text["stringUnit"]["value"].strip() for text in texts.values()))
        self.assertEqual(set(self.info["CFBundleLocalizations"]), LANGUAGES)

    def test_the_phone_may_lie_on_its_side(self):
        for key in ("UISupportedInterfaceOrientations", "UISupportedInterfaceOrientations~ipad"):
            self.assertIn("UIInterfaceOrientationLandscapeLeft", self.info[key])
            self.assertIn("UIInterfaceOrientationPortrait", self.info[key])


class Privacy(unittest.TestCase):
    def test_nothing_is_tracked_or_collected_and_every_reason_is_given(self):
        manifest = plist(RESOURCES / "PrivacyInfo.xcprivacy")
        self.assertIs(manifest["NSPrivacyTracking"], False)
        self.assertEqual(manifest["NSPrivacyTrackingDomains"], [])
        self.assertEqual(manifest["NSPrivacyCollectedDataTypes"], [])
        for used in manifest["NSPrivacyAccessedAPITypes"]:
            self.assertTrue(used["NSPrivacyAccessedAPIType"].startswith("NSPrivacyAccessedAPICategory"))
            self.assertTrue(used["NSPrivacyAccessedAPITypeReasons"])

    def test_the_session_file_is_encrypted_and_in_no_backup(self):
        places = (APP / "Sources/Phone/PhonePlaces.swift").read_text()
        self.assertIn("[.protectionKey: FileProtectionType.complete]", places)
        self.assertIn("isExcludedFromBackup = true", places)


class Looks(unittest.TestCase):
    def palette(self, theme):
        source = (IOS / "Sources/DowelModel/Drawing/Palette.swift").read_text()
        part = source.split(f"static let {theme} = ")[1].split("static let")[0]
        tones = part.split("tones:")[1].split("inks:")[0]
        return dict(re.findall(r"\.(\w+): 0x(\w{6})", tones))

    def test_the_catalogues_colours_are_the_palettes(self):
        for name, tone in {"AccentColor": "accent", "Ground": "ground"}.items():
            contents = json.loads((ASSETS / f"{name}.colorset/Contents.json").read_text())
            for colour in contents["colors"]:
                theme = "dark" if "appearances" in colour else "light"
                parts = colour["color"]["components"]
                shown = "".join(parts[part][2:] for part in ("red", "green", "blue"))
                self.assertEqual(shown, self.palette(theme)[tone], f"{name}, {theme}")
            self.assertEqual(len(contents["colors"]), 2)

    def test_the_icon_is_what_the_store_takes(self):
        contents = json.loads((ASSETS / "AppIcon.appiconset/Contents.json").read_text())
        self.assertEqual([image["size"] for image in contents["images"]], ["1024x1024"])
        picture = (ASSETS / "AppIcon.appiconset" / contents["images"][0]["filename"]).read_bytes()
        self.assertEqual(picture[:8], b"\x89PNG\r\n\x1a\n")
        width, height, bits, kind = struct.unpack(">IIBB", picture[16:26])
        # Kind 2 has no transparency, which the store refuses.
        self.assertEqual((width, height, bits, kind), (1024, 1024, 8, 2))
        self.assertLessEqual(len(picture), 60_000)


class Words(unittest.TestCase):
    def test_no_view_has_words_of_its_own(self):
        # `Text(verbatim:)` shows what a model gives; anything in quotes in front of a person is a phrase.
        own = re.compile(r'\b(Text|Label|Button|Section|Toggle|Picker|navigationTitle|accessibilityLabel)\(\s*"')
        for path in swift_files():
            self.assertIsNone(own.search(path.read_text()), f"{path.name} has words of its own")


class Isolation(unittest.TestCase):
    def test_what_another_queue_calls_is_not_the_main_actors(self):
        # Apple's handler is not Sendable: without the word Swift 6 gives the closure to the main actor, and stops the
        # app when the queue calls it.
        handed = re.compile(r"\b(?:startDeviceMotionUpdates|addObserver)\([^)]*\) \{(?! @Sendable)")
        for path in swift_files():
            self.assertIsNone(handed.search(path.read_text()), f"{path.name} hands the main actor's to another queue")


class Table(unittest.TestCase):
    """ARCHITECTURE.md: where each feature lives in either shell."""

    def setUp(self):
        text = (REPOSITORY / "ARCHITECTURE.md").read_text()
        table = text.split("### Where a feature lives in either shell")[1].split("\n## ")[0]
        rows = [line.split("|")[2:4] for line in table.splitlines() if line.startswith("| ")][1:]
        self.android, self.ios = (
            {name for row in rows for name in re.findall(r"`([^`]+)`", row[side])} for side in (0, 1)
        )
        self.rows = rows

    def test_every_feature_names_a_file_in_either_shell(self):
        self.assertGreaterEqual(len(self.rows), 15)
        for row in self.rows:
            self.assertTrue(all("`" in side for side in row), f"{row} leaves a shell out")

    def test_every_named_file_is_there(self):
        for shell, named in ((REPOSITORY / "android", self.android), (IOS, self.ios)):
            sources = {path.name for path in shell.rglob("*") if path.suffix in (".kt", ".swift", ".xml")}
            self.assertEqual(named - sources, set(), f"{shell.name} has no such files")

    def test_no_presenter_model_or_screen_is_left_out(self):
        presenters = {path.name for path in (REPOSITORY / "android").rglob("src/main/**/*Presenter.kt")}
        models = {path.name for path in (IOS / "Sources").rglob("*Model.swift")}
        screens = {path.name for path in (APP / "Sources/Screens").glob("*.swift")}
        # The presenters' own base.
        self.assertEqual(presenters - self.android, {"Presenter.kt"})
        self.assertEqual(models | screens, self.ios & (models | screens))


class Scripts(unittest.TestCase):
    def test_shell_scripts_are_sound(self):
        scripts = sorted((IOS / "scripts").glob("*.sh")) + sorted((REPOSITORY / "tests/ios").glob("*.sh"))
        self.assertGreaterEqual(len(scripts), 2)
        for path in scripts:
            subprocess.run(["bash", "-n", path], check=True)
            subprocess.run(["shellcheck", path], check=True)


if __name__ == "__main__":
    unittest.main()
