package marketshaping.output.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a workbook is encrypted with, or that it is not. It says nothing of itself where it is printed. */
public final class WorkbookPassword {
    /** No password: the workbook is as it is. */
    public static final WorkbookPassword NONE = new WorkbookPassword("");

    /** As many characters as Excel takes. */
    public static final int LONGEST = 255;

    /** The block size and the key's bits are those of the cipher. */
    private static final int AS_THE_CIPHER_HAS_IT = -1;

    private final String secret;

    private WorkbookPassword(String secret) {
        this.secret = secret;
    }

    /** @param secret of 1 to {@link #LONGEST} characters */
    public static WorkbookPassword of(String secret) {
        if (secret.isEmpty() || secret.length() > LONGEST) {
            throw new IllegalArgumentException("A password has 1 to %d characters".formatted(LONGEST));
        }
        return new WorkbookPassword(secret);
    }

    /**
     * Copies a finished workbook, encrypted as Excel does it: AES-256, the key from the password by SHA-512. The salts
     * are random, so that no two copies are the same bytes.
     */
    void copy(Path whole, OutputStream out) throws IOException {
        if (secret.isEmpty()) {
            Files.copy(whole, out);
            return;
        }
        try (POIFSFileSystem envelope = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(
                            EncryptionMode.agile,
                            CipherAlgorithm.aes256,
                            HashAlgorithm.sha512,
                            AS_THE_CIPHER_HAS_IT,
                            AS_THE_CIPHER_HAS_IT,
                            null)
                    .getEncryptor();
            encryptor.confirmPassword(secret);
            try (OutputStream encrypted = encryptor.getDataStream(envelope)) {
                Files.copy(whole, encrypted);
            }
            envelope.writeFilesystem(out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a workbook is encrypted with this; whether it is not encrypted, where this is no password. */
    public boolean opens(Path workbook) throws IOException {
        try (InputStream in = FileMagic.prepareToCheckMagic(Files.newInputStream(workbook))) {
            boolean isEncrypted = FileMagic.valueOf(in) == FileMagic.OLE2;
            if (secret.isEmpty() || !isEncrypted) {
                return secret.isEmpty() && !isEncrypted;
            }
            try (POIFSFileSystem envelope = new POIFSFileSystem(in)) {
                return new EncryptionInfo(envelope).getDecryptor().verifyPassword(secret);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
