package marketshaping.output.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import marketshaping.engine.Storage;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The password that encrypts a workbook, or none. It has no {@code toString}, so logs cannot reveal it. */
public final class WorkbookPassword {
    /** No password: workbooks are not encrypted. */
    public static final WorkbookPassword NONE = new WorkbookPassword("");

    /** The longest password that Excel accepts, in characters. */
    public static final int MAX_LENGTH = 255;

    /** A value for POI that selects the cipher's default key and block size. */
    private static final int CIPHER_DEFAULT = -1;

    private final String secret;

    private WorkbookPassword(String secret) {
        this.secret = secret;
    }

    /**
     * Returns a password with this text.
     *
     * @param secret of 1 to {@link #MAX_LENGTH} characters
     */
    public static WorkbookPassword of(String secret) {
        if (secret.isEmpty() || secret.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A workbook password must have 1 to %d characters".formatted(MAX_LENGTH));
        }
        return new WorkbookPassword(secret);
    }

    /**
     * Copies a finished workbook with Excel's own encryption: AES-256, with a key derived from the password by SHA-512.
     * Random salts make each copy different.
     */
    void copy(Path workbook, OutputStream out) throws IOException {
        if (secret.isEmpty()) {
            Storage.copy(workbook, out);
            return;
        }
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(
                            EncryptionMode.agile,
                            CipherAlgorithm.aes256,
                            HashAlgorithm.sha512,
                            CIPHER_DEFAULT,
                            CIPHER_DEFAULT,
                            null)
                    .getEncryptor();
            encryptor.confirmPassword(secret);
            try (OutputStream encrypted = encryptor.getDataStream(container)) {
                Storage.copy(workbook, encrypted);
            }
            container.writeFilesystem(out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns true if this password decrypts the workbook; {@link #NONE} matches an unencrypted workbook. */
    public boolean opens(Path workbook) throws IOException {
        try (InputStream in = FileMagic.prepareToCheckMagic(Storage.open(workbook))) {
            boolean isEncrypted = FileMagic.valueOf(in) == FileMagic.OLE2;
            if (secret.isEmpty() || !isEncrypted) {
                return secret.isEmpty() && !isEncrypted;
            }
            try (POIFSFileSystem container = new POIFSFileSystem(in)) {
                return new EncryptionInfo(container).getDecryptor().verifyPassword(secret);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
