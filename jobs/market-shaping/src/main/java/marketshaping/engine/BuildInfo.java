package marketshaping.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/**
 * Which build of this software runs.
 *
 * @param version as released
 * @param build tells one build from another, so that a table made by another build is made anew
 */
public record BuildInfo(String version, String build) {

    public static BuildInfo running() {
        String version = BuildInfo.class.getPackage().getImplementationVersion();
        return new BuildInfo(version == null ? "development" : version, markOfJar());
    }

    public String inWords() {
        return "%s (build %s)".formatted(version, build);
    }

    private static String markOfJar() {
        try {
            Path jar = Path.of(BuildInfo.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(jar) ? markOf(jar.toFile()) : "classes";
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the checksums that a jar keeps of its files: the same code built twice has one mark, and nothing is read. */
    private static String markOf(File jar) throws IOException {
        try (ZipFile files = new ZipFile(jar)) {
            return Fingerprints.of(files.stream()
                            .map(file -> file.getName() + ":" + file.getCrc())
                            .sorted()
                            .toArray())
                    .substring(0, 12);
        }
    }
}
