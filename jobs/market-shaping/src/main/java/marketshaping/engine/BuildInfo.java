package marketshaping.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/**
 * The version and build of this software.
 *
 * @param version the released version, or "development"
 * @param build a fingerprint of the code; tables written by a different build are written again
 */
public record BuildInfo(String version, String build) {

    public static BuildInfo running() {
        String version = BuildInfo.class.getPackage().getImplementationVersion();
        return new BuildInfo(version == null ? "development" : version, buildOfJar());
    }

    public String description() {
        return "%s (build %s)".formatted(version, build);
    }

    private static String buildOfJar() {
        try {
            Path jar = Path.of(BuildInfo.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Storage.isFile(jar) ? build(jar.toFile()) : "classes";
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Calculates the fingerprint from the checksums of the jar's entries. They are quick to read and depend only on the
     * code.
     */
    private static String build(File jar) throws IOException {
        try (ZipFile files = new ZipFile(jar)) {
            return Fingerprints.of(files.stream()
                            .map(file -> file.getName() + ":" + file.getCrc())
                            .sorted()
                            .toArray())
                    .substring(0, 12);
        }
    }
}
