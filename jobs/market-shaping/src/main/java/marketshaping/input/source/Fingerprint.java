package marketshaping.input.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import marketshaping.model.problem.Problems;

/**
 * The identity of a file's content.
 *
 * @param sha256 the SHA-256 of its bytes, in hexadecimal
 * @param bytes its size
 */
public record Fingerprint(String sha256, long bytes) {

    /** Reads the whole file and returns its fingerprint. Throws a user problem if the file cannot be read. */
    public static Fingerprint of(Path file) {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            return new Fingerprint(
                    HexFormat.of().formatHex(in.getMessageDigest().digest()), bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        } catch (IOException e) {
            throw Problems.inputUnreadable(file, e.toString());
        }
    }
}
