//! Everything that set-up fetches or makes, by name, size and SHA-256. CONTRIBUTING.md says how to
//! update a pin.

/// A file below the set-up folder.
#[derive(Debug)]
pub struct Pin {
    pub path: &'static str,
    pub bytes: u64,
    pub sha256: &'static str,
}

/// The package client that delivers a download.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Client {
    Npm,
    Pip,
}

/// A package file, kept so that the rest can be made again without a network.
#[derive(Debug)]
pub struct Download {
    pub client: Client,
    /// As the client writes a package and its version.
    pub package: &'static str,
    pub file: Pin,
}

/// One member of a download's archive.
#[derive(Debug)]
pub struct Unpacked {
    pub from: &'static Download,
    pub member: &'static str,
    pub executable: bool,
    pub file: Pin,
}

/// An ONNX file converted from an unpacked network.
#[derive(Debug)]
pub struct Model {
    pub from: &'static Unpacked,
    pub without_mask: bool,
    pub file: Pin,
}

const fn pin(path: &'static str, bytes: u64, sha256: &'static str) -> Pin {
    Pin {
        path,
        bytes,
        sha256,
    }
}

static POSE_PACKAGE: Download = Download {
    client: Client::Npm,
    package: "@mediapipe/pose@0.5.1675469404",
    file: pin(
        "downloads/mediapipe-pose-0.5.1675469404.tgz",
        40_985_403,
        "8bb349a7b3a3ba699df23be804ddd3b3eab810b50b15406894be257859388a84",
    ),
};

// The wheel's Python version does not matter: only the library inside is used.
static RUNTIME_PACKAGE: Download = Download {
    client: Client::Pip,
    package: "onnxruntime==1.31.1",
    file: pin(
        "downloads/onnxruntime-1.31.1-cp311-cp311-manylinux_2_28_x86_64.whl",
        23_753_652,
        "5752bd508126ae7c49894d3b9d2e83f0c3d487319246d04c444b393308d7ad7f",
    ),
};

// The same version for Arm, for `cargo xtask cross`.
static ARM_RUNTIME_PACKAGE: Download = Download {
    client: Client::Pip,
    package: "onnxruntime==1.31.1",
    file: pin(
        "downloads/onnxruntime-1.31.1-cp311-cp311-manylinux_2_28_aarch64.whl",
        21_413_526,
        "da05378364c44d4407e463982d2bf8d5e4cfea873283757e48beeb41df97b7f3",
    ),
};

static FFMPEG_PACKAGE: Download = Download {
    client: Client::Pip,
    package: "imageio-ffmpeg==0.8.1",
    file: pin(
        "downloads/imageio_ffmpeg-0.8.1-py3-none-manylinux_2_28_x86_64.whl",
        67_998_402,
        "050d6850601c3b3890bd2b28306f3b842b3daea390a561101174375a1c460bda",
    ),
};

pub static RUNTIME: Unpacked = Unpacked {
    from: &RUNTIME_PACKAGE,
    member: "onnxruntime/capi/libonnxruntime.so.1.31.1",
    executable: false,
    file: pin(
        "runtime/libonnxruntime.so",
        29_352_200,
        "fc44112fbe06d7d689c57e11d3862031f64711007e4ee020f8eed5185fd2c1d3",
    ),
};

pub static ARM_RUNTIME: Unpacked = Unpacked {
    from: &ARM_RUNTIME_PACKAGE,
    member: "onnxruntime/capi/libonnxruntime.so.1.31.1",
    executable: false,
    file: pin(
        "cross/home/runtime/libonnxruntime.so",
        25_265_040,
        "8aa3b76b28c778a2b1dd660d34161adb1d508c9ccd04ff9dc80e26eca5df8467",
    ),
};

pub static FFMPEG: Unpacked = Unpacked {
    from: &FFMPEG_PACKAGE,
    member: "imageio_ffmpeg/binaries/ffmpeg-linux-x86_64-v9.0.2",
    executable: true,
    file: pin(
        "bin/ffmpeg",
        172_692_552,
        "0d709a0bed1a43f24cd2c420878c63afea4580671b6949ad19ed124572f3bc3d",
    ),
};

const fn network(member: &'static str, file: Pin) -> Unpacked {
    Unpacked {
        from: &POSE_PACKAGE,
        member,
        executable: false,
        file,
    }
}

// The package's "packed assets" are the detector and nothing else.
static DETECTION: Unpacked = network(
    "package/pose_solution_packed_assets.data",
    pin(
        "tflite/pose_detection.tflite",
        2_962_288,
        "a63c614bef30d35947f13be361820b1e4e3bec9cfeebf4d11216a18373108e85",
    ),
);

static LITE: Unpacked = network(
    "package/pose_landmark_lite.tflite",
    pin(
        "tflite/pose_landmark_lite.tflite",
        2_819_824,
        "f17bfbecadb61c3be1baa8b8d851cc6619c870a87167b32848ad20db306b9d61",
    ),
);

static FULL: Unpacked = network(
    "package/pose_landmark_full.tflite",
    pin(
        "tflite/pose_landmark_full.tflite",
        6_440_512,
        "e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f",
    ),
);

static HEAVY: Unpacked = network(
    "package/pose_landmark_heavy.tflite",
    pin(
        "tflite/pose_landmark_heavy.tflite",
        27_709_200,
        "59e42d71bcd44cbdbabc419f0ff76686595fd265419566bd4009ef703ea8e1fe",
    ),
);

/// The networks as they are published; the converter's checks read them too.
pub static NETWORKS: [&Unpacked; 4] = [&DETECTION, &LITE, &FULL, &HEAVY];

pub static MODELS: [Model; 7] = [
    Model {
        from: &DETECTION,
        without_mask: true,
        file: pin(
            "models/pose_detection.onnx",
            5_953_199,
            "873252d9ffb2c3c9e86788f4bc7e19ab93984bc20d8c24fc5e126035d0dbb115",
        ),
    },
    Model {
        from: &LITE,
        without_mask: true,
        file: pin(
            "models/pose_landmark_lite.onnx",
            2_747_389,
            "58c6e4bbeb837e0b751bbe7f7f38078bf311a6b1d8f04d31616db7f019533ab3",
        ),
    },
    Model {
        from: &FULL,
        without_mask: true,
        file: pin(
            "models/pose_landmark_full.onnx",
            6_362_027,
            "471d04f504b03aca99a9fb5bd820e456e59f7d226efb4deb2938ba24f226431c",
        ),
    },
    Model {
        from: &HEAVY,
        without_mask: true,
        file: pin(
            "models/pose_landmark_heavy.onnx",
            27_558_608,
            "25fdad0d50dea9d6a2b36e10c886767fd8092b1ffb48d14eef1e1bf486870f40",
        ),
    },
    Model {
        from: &LITE,
        without_mask: false,
        file: pin(
            "models/pose_landmark_lite_mask.onnx",
            2_754_748,
            "98c4009cfa777df58ff30750afc2a3cd3b1ef933a5dd1684c4060317de96da6d",
        ),
    },
    Model {
        from: &FULL,
        without_mask: false,
        file: pin(
            "models/pose_landmark_full_mask.onnx",
            6_370_216,
            "7e15dbcaa7044778b6a11328a11bd2ee02d37747c8a9d8d6d863e39a587c68c1",
        ),
    },
    Model {
        from: &HEAVY,
        without_mask: false,
        file: pin(
            "models/pose_landmark_heavy_mask.onnx",
            27_567_085,
            "98c9195b6d1f8b5c9f1eebcfbed3be360ceb7af7e69da8fda113d7884d4ece4f",
        ),
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    const DOWNLOADS: [&Download; 4] = [
        &POSE_PACKAGE,
        &RUNTIME_PACKAGE,
        &ARM_RUNTIME_PACKAGE,
        &FFMPEG_PACKAGE,
    ];

    #[test]
    fn each_pin_has_its_own_path_and_a_whole_checksum() {
        let downloads = DOWNLOADS.map(|d| &d.file);
        let unpacked = NETWORKS
            .into_iter()
            .chain([&RUNTIME, &ARM_RUNTIME, &FFMPEG]);
        let pins: Vec<&Pin> = downloads
            .into_iter()
            .chain(unpacked.map(|u| &u.file))
            .chain(MODELS.iter().map(|m| &m.file))
            .collect();

        let paths: HashSet<_> = pins.iter().map(|p| p.path).collect();
        let sums: HashSet<_> = pins.iter().map(|p| p.sha256).collect();
        assert_eq!(paths.len(), pins.len());
        assert_eq!(sums.len(), pins.len());
        for pin in pins {
            assert!(pin.bytes > 0, "{}", pin.path);
            assert_eq!(pin.sha256.len(), 64, "{}", pin.path);
            assert!(
                pin.sha256
                    .bytes()
                    .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)),
                "{}",
                pin.path
            );
        }
    }

    /// The core checks what it loads by itself, with its own list.
    #[test]
    fn the_core_expects_the_same_networks() {
        let core = include_str!("../../core/src/pose/models.rs");
        for model in &MODELS {
            assert!(
                core.contains(model.file.sha256),
                "core/src/pose/models.rs lacks the checksum of {}",
                model.file.path
            );
        }
    }

    /// Otherwise poses could differ by more than the processor.
    #[test]
    fn arm_is_checked_with_the_same_onnx_runtime() {
        assert_eq!(ARM_RUNTIME_PACKAGE.package, RUNTIME_PACKAGE.package);
    }

    /// The file name that a client saves under is the one that the pin expects.
    #[test]
    fn downloads_are_named_after_their_package() {
        for download in DOWNLOADS {
            let version = download.package.rsplit(['@', '=']).next().unwrap();
            assert!(
                download.file.path.contains(version),
                "{}",
                download.file.path
            );
        }
    }
}
