package marketshaping.model.secret;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import marketshaping.model.problem.Problems;

/**
 * The council's secret key, with which people's identifiers are hashed (HMAC-SHA-256). The text form of this object
 * does not contain the key.
 */
public final class PseudonymisationKey implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String VARIABLE = "MARKET_SHAPING_KEY";
    private static final int LEAST_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    /** The key of the sample council. It is not secret, because the sample contains no real people. */
    private static final String SAMPLE_KEY = "a throw-away key, for the artificial sample council only";

    private final byte[] secret;
    private transient ThreadLocal<Mac> mac;

    private PseudonymisationKey(byte[] secret) {
        this.secret = secret;
    }

    /** Returns the key of the sample council, which is not secret. */
    public static PseudonymisationKey ofSample() {
        return new PseudonymisationKey(SAMPLE_KEY.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads the key from the environment.
     *
     * @throws marketshaping.model.problem.UserProblem if it is missing or shorter than 32 bytes
     */
    public static PseudonymisationKey fromEnvironment(Map<String, String> environment) {
        String value = environment.getOrDefault(VARIABLE, "");
        if (value.isEmpty()) {
            throw Problems.keyMissing();
        }
        byte[] secret = value.getBytes(StandardCharsets.UTF_8);
        if (secret.length < LEAST_BYTES) {
            throw Problems.keyTooShort(secret.length, LEAST_BYTES);
        }
        return new PseudonymisationKey(secret);
    }

    /** Returns a short text that differs between keys and does not reveal the key. */
    public String fingerprint() {
        return hash("fingerprint of the key").substring(0, 16);
    }

    /** Returns the hash of an identifier in hexadecimal; null if the identifier is null. Thread-safe. */
    public String hash(String identifier) {
        return identifier == null
                ? null
                : HexFormat.of().formatHex(mac().doFinal(identifier.getBytes(StandardCharsets.UTF_8)));
    }

    private synchronized Mac mac() {
        if (mac == null) {
            mac = ThreadLocal.withInitial(this::newMac);
        }
        return mac.get();
    }

    private Mac newMac() {
        try {
            Mac fresh = Mac.getInstance(ALGORITHM);
            fresh.init(new SecretKeySpec(secret, ALGORITHM));
            return fresh;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "a key";
    }
}
