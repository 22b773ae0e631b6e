import com.android.build.api.artifact.SingleArtifact
import org.gradle.work.DisableCachingByDefault
import org.jetbrains.kotlin.gradle.dsl.JvmTarget
import org.w3c.dom.Element
import javax.inject.Inject
import javax.xml.parsers.DocumentBuilderFactory

plugins {
    alias(libs.plugins.android.application)
    alias(libs.plugins.kotlin.android)
}

val checkout: File = rootDir.parentFile

/** Builds the core and its facade for each of [abis]. Cargo itself knows what is still current. */
@DisableCachingByDefault(because = "cargo has a cache of its own")
abstract class BuildCore @Inject constructor(private val exec: ExecOperations) : DefaultTask() {
    @get:Internal
    abstract val repository: DirectoryProperty

    @get:Internal
    abstract val ndk: DirectoryProperty

    @get:Input
    abstract val abis: ListProperty<String>

    @get:Input
    abstract val minSdk: Property<Int>

    @get:OutputDirectory
    abstract val libraries: DirectoryProperty

    init {
        outputs.upToDateWhen { false }
    }

    @TaskAction
    fun build() {
        exec.exec {
            workingDir = repository.get().asFile
            environment("ANDROID_NDK_HOME", ndk.get().asFile.path)
            commandLine(
                listOf("cargo", "ndk", "--target", abis.get().joinToString(","), "--platform", "${minSdk.get()}") +
                    listOf("--output-dir", libraries.get().asFile.path) +
                    listOf("build", "--locked", "--release", "--package", "dowel-bindings", "--lib"),
            )
        }
    }
}

/** Lays the pose networks ready. */
@DisableCachingByDefault(because = "it copies")
abstract class LayNetworks @Inject constructor(private val exec: ExecOperations) : DefaultTask() {
    @get:Internal
    abstract val repository: DirectoryProperty

    @get:OutputDirectory
    abstract val assets: DirectoryProperty

    init {
        outputs.upToDateWhen { false }
    }

    @TaskAction
    fun lay() {
        exec.exec {
            workingDir = repository.get().asFile
            commandLine("cargo", "xtask", "android", "assets", "--into", assets.get().asFile.path)
        }
    }
}

/** No library may add a permission, or a part that Android or another app could start. */
@DisableCachingByDefault(because = "it reads one small file")
abstract class HoldManifest : DefaultTask() {
    @get:InputFile
    @get:PathSensitive(PathSensitivity.NONE)
    abstract val merged: RegularFileProperty

    @get:OutputFile
    abstract val held: RegularFileProperty

    @TaskAction
    fun hold() {
        val file = merged.get().asFile
        val root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).documentElement
        expect(setOf("android.permission.CAMERA", "android.permission.VIBRATE"), root, "uses-permission", "uses-permission-sdk-23", "permission")
        expect(
            setOf("app.dowel.android.MainActivity", "app.dowel.android.ReportProvider"),
            root, "activity", "activity-alias", "service", "receiver", "provider",
        )
        file.copyTo(held.get().asFile, overwrite = true)
    }

    private fun expect(names: Set<String>, root: Element, vararg tags: String) {
        val found = tags.flatMap { tag ->
            val all = root.getElementsByTagName(tag)
            List(all.length) { (all.item(it) as Element).getAttribute("android:name") }
        }
        if (found.toSet() != names) throw GradleException("The merged manifest has $found where it should have $names.")
    }
}

android {
    namespace = "app.dowel"
    compileSdk = 35
    ndkVersion = "28.2.13676358"

    defaultConfig {
        applicationId = "app.dowel"
        minSdk = 26
        targetSdk = 35
        versionCode = 1
        versionName = "0.1.0"
        // Phones without 64 bits are too slow for the networks.
        ndk { abiFilters += "arm64-v8a" }
    }

    buildTypes {
        debug {
            // The emulator's.
            ndk { abiFilters += "x86_64" }
        }
        release {
            isMinifyEnabled = true
            isShrinkResources = true
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"), "proguard-rules.pro")
        }
    }

    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }

    androidResources {
        localeFilters += listOf("en", "de")
    }

    sourceSets {
        // The generated facade where it is, not a copy.
        named("main") { kotlin.srcDir(checkout.resolve("bindings/generated/kotlin")) }
        // Maven runs the tests.
        named("test") { kotlin.setSrcDirs(emptyList<String>()) }
    }

    packaging {
        // The core calls ONNX Runtime itself, not through Java.
        jniLibs.excludes += "**/libonnxruntime4j_jni.so"
        resources.excludes += listOf("META-INF/**", "kotlin/**", "DebugProbesKt.bin")
    }

    // The person chooses the app's language, whatever the phone's: both are always there.
    bundle {
        language { enableSplit = false }
    }

    // A list of the libraries, encrypted for the shop, has no place in the app.
    dependenciesInfo {
        includeInApk = false
        includeInBundle = false
    }
}

kotlin {
    compilerOptions { jvmTarget = JvmTarget.JVM_17 }
}

dependencies {
    implementation(variantOf(libs.jna) { artifactType("aar") })
    implementation(libs.onnxruntime)
}

dependencyLocking {
    lockAllConfigurations()
}

androidComponents {
    onVariants { variant ->
        val name = variant.name.replaceFirstChar(Char::uppercase)
        val core = tasks.register<BuildCore>("build${name}Core") {
            repository = checkout
            ndk = sdkComponents.ndkDirectory
            abis = if (variant.buildType == "debug") listOf("arm64-v8a", "x86_64") else listOf("arm64-v8a")
            minSdk = variant.minSdk.apiLevel
        }
        variant.sources.jniLibs?.addGeneratedSourceDirectory(core, BuildCore::libraries)

        val networks = tasks.register<LayNetworks>("lay${name}Networks") {
            repository = checkout
        }
        variant.sources.assets?.addGeneratedSourceDirectory(networks, LayNetworks::assets)

        val manifest = tasks.register<HoldManifest>("hold${name}Manifest")
        variant.artifacts.use(manifest).wiredWithFiles(HoldManifest::merged, HoldManifest::held)
            .toTransform(SingleArtifact.MERGED_MANIFEST)
    }
}
