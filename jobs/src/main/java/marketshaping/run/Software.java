package marketshaping.run;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import marketshaping.source.Fingerprint;

/**
 * Which build of this software runs.
 *
 * @param version as released
 * @param build tells one build from another, so that a table made by another build is made anew
 */
record Software(String version, String build) {

    static Software running() {
        String version = Software.class.getPackage().getImplementationVersion();
        return new Software(version == null ? "development" : version, markOfJar());
    }

    String inWords() {
        return "%s (build %s)".formatted(version, build);
    }

    private static String markOfJar() {
        try {
            Path jar = Path.of(Software.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(jar) ? Fingerprint.of(jar).sha256().substring(0, 12) : "classes";
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
