package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketshaping.testkit.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the launcher with a Java command that only prints its arguments. */
class LauncherTest {
    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void install() throws IOException {
        home = folder.resolve("a home");
        Path bin = Files.createDirectories(home.resolve("jobs/bin"));
        Files.copy(Home.LAUNCHER, bin.resolve("market-shaping"));
        Files.createFile(bin.resolve("council.jvm"));
        Files.createFile(bin.resolve("region.jvm"));
        Path target = Files.createDirectories(home.resolve("jobs/market-shaping/target"));
        Files.createFile(target.resolve("market-shaping.jar"));
        Path java = folder.resolve("java/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void no_profile_uses_the_council_options() throws Exception {
        assertThat(call(Map.of(), "run")).first().isEqualTo(options("council"));
    }

    @Test
    void profile_is_read_from_option_and_environment() throws Exception {
        assertThat(call(Map.of(), "run", "--profile", "region")).first().isEqualTo(options("region"));
        assertThat(call(Map.of(), "run", "--profile=region")).first().isEqualTo(options("region"));
        assertThat(call(Map.of("MARKET_SHAPING_PROFILE", "region"), "run"))
                .first()
                .isEqualTo(options("region"));
        assertThat(call(Map.of("MARKET_SHAPING_PROFILE", "region"), "run", "--profile", "council"))
                .first()
                .isEqualTo(options("council"));
    }

    @Test
    void unknown_profile_is_passed_to_the_product() throws Exception {
        assertThat(call(Map.of(), "run", "--profile", "county"))
                .startsWith(options("council"))
                .endsWith("run", "--profile", "county");
    }

    @Test
    void arguments_reach_the_product_unchanged() throws Exception {
        assertThat(call(Map.of("MARKET_SHAPING_JAVA_OPTS", "-Xmx1g -Da=b"), "check", "--input", "the in put", ""))
                .contains("-Xmx1g", "-Da=b", "-Dmarket-shaping.terminal=false", "-Dmarket-shaping.home=" + home)
                .endsWith(
                        "-jar",
                        home + "/jobs/market-shaping/target/market-shaping.jar",
                        "check",
                        "--input",
                        "the in put",
                        "");
    }

    private String options(String profile) {
        return "@" + home + "/jobs/bin/" + profile + ".jvm";
    }

    private List<String> call(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("jobs/bin/market-shaping").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder launcher = new ProcessBuilder(command).redirectErrorStream(true);
        launcher.environment().remove("MARKET_SHAPING_PROFILE");
        launcher.environment().remove("MARKET_SHAPING_JAVA_OPTS");
        launcher.environment().putAll(environment);
        launcher.environment().put("JAVA_HOME", folder.resolve("java").toString());
        Process process = launcher.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return List.of(output.split("\n", -1)).subList(0, output.split("\n", -1).length - 1);
    }
}
