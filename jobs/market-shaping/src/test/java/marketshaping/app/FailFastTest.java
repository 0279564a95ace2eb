package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import marketshaping.testkit.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong options, settings, mappings and plans are reported before any class of Spark is loaded. */
class FailFastTest {
    private static final String KEY = "a key that is long enough, for tests only";

    @TempDir
    private Path folder;

    private Path input;

    /** A call of the program in its own process, with the names of all classes that it loaded. */
    private record Call(int exitCode, String err, List<String> classes) {

        void isRefusedWithoutSpark(String... messages) {
            assertThat(err).contains(messages);
            assertThat(exitCode).isEqualTo(2);
            assertThat(classes)
                    .contains("marketshaping.Main", "marketshaping.model.problem.UserProblem")
                    .noneMatch(name -> name.matches("(org\\.apache\\.spark|scala|org\\.apache\\.hadoop)\\..*"));
        }
    }

    @BeforeEach
    void createInput() throws IOException {
        input = Files.createDirectories(folder.resolve("in"));
    }

    @Test
    void missing_or_short_key_is_refused() throws Exception {
        run("", "--input", input.toString()).isRefusedWithoutSpark("MS-1001: MARKET_SHAPING_KEY is not set.");
        run("short", "--input", input.toString()).isRefusedWithoutSpark("MS-1002: ", "is only 5 bytes long");
    }

    @Test
    void all_errors_of_options_and_settings_are_refused_together() throws Exception {
        Path settings = write("settings.yaml", "council: {name: Elsewhere, code: E0}\n");
        run(
                        KEY,
                        "--input",
                        folder.resolve("none").toString(),
                        "--settings",
                        settings.toString(),
                        "--mapping",
                        "placements=nowhere",
                        "--as-at",
                        "2999-12-31")
                .isRefusedWithoutSpark(
                        "MS-1101: The input folder " + folder.resolve("none"),
                        "MS-1007: " + settings + ", line 1: the setting 'council.code' has the wrong value 'E0'.",
                        "MS-1006: " + settings + ", line 1: the setting 'contact' is missing.",
                        "MS-1402: There is no mapping 'nowhere'.",
                        "MS-1019: --as-at 2999-12-31 is in the future");
    }

    @Test
    void wrong_mapping_file_is_refused() throws Exception {
        Path mapping = write("ours.yaml", "inputs:\n  placements:\n    colums: {}\n    rows-of: cases\n");
        run(KEY, "--input", input.toString(), "--mapping", "placements=" + mapping)
                .isRefusedWithoutSpark("MS-1401: " + mapping + ", line 3: inputs.placements.colums is not a valid key");
    }

    @Test
    void wrong_plan_is_refused() throws Exception {
        Path plan = write("plan.yaml", "places:\n  - {setting: Extra care, places: 0, from: 2030-02-31}\n");
        call(KEY, "scenario", "--lake", folder.resolve("lake").toString(), "--file", plan.toString())
                .isRefusedWithoutSpark(
                        "MS-1023: " + plan + ", line 2: 'places[1].places' has the wrong value '0'.",
                        "MS-1023: " + plan + ", line 2: 'places[1].from' has the wrong value '2030-02-31'.");
    }

    private Call run(String key, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                "run",
                "--lake",
                folder.resolve("lake").toString(),
                "--packs",
                folder.resolve("packs").toString()));
        all.addAll(List.of(arguments));
        Call call = call(key, all.toArray(String[]::new));
        assertThat(folder.resolve("lake")).doesNotExist();
        return call;
    }

    private Call call(String key, String... arguments) throws Exception {
        Path loaded = folder.resolve("loaded.txt");
        Path err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + loaded + "::filecount=0",
                "-Dmarket-shaping.home=" + Home.FOLDER,
                "-cp",
                System.getProperty("java.class.path"),
                "marketshaping.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(err.toFile());
        builder.environment().put("MARKET_SHAPING_KEY", key);
        int code = builder.start().waitFor();
        try (Stream<String> lines = Files.lines(loaded, StandardCharsets.UTF_8)) {
            // A line is: [time][level][tags] name source: place
            List<String> classes = lines.map(
                            line -> line.substring(line.lastIndexOf("] ") + 1).strip())
                    .map(line -> line.split(" ")[0])
                    .toList();
            return new Call(code, Files.readString(err), classes);
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
