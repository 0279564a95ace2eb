package marketshaping.run;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import marketshaping.problem.Problems;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * The council's secret, under which people's identifiers are hashed (HMAC-SHA-256).
 *
 * <p>The hash is a function of our own and not an expression of the engine's, because an expression would hold the key
 * as a literal, and query plans are printed in logs.
 */
final class Key {
    private static final String VARIABLE = "MARKET_SHAPING_KEY";
    private static final int LEAST_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    /** The sample council's people are nobody, so its key is no secret. */
    private static final String SAMPLE_KEY = "a throw-away key, for the artificial sample council only";

    private final byte[] secret;

    private Key(byte[] secret) {
        this.secret = secret;
    }

    static Key ofSample() {
        return new Key(SAMPLE_KEY.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws marketshaping.problem.UserProblem where it is missing or short */
    static Key fromEnvironment(java.util.Map<String, String> environment) {
        String value = environment.getOrDefault(VARIABLE, "");
        if (value.isEmpty()) {
            throw Problems.keyMissing();
        }
        byte[] secret = value.getBytes(StandardCharsets.UTF_8);
        if (secret.length < LEAST_BYTES) {
            throw Problems.keyTooShort(secret.length, LEAST_BYTES);
        }
        return new Key(secret);
    }

    /** Tells one key from another without telling the key. */
    String fingerprint() {
        return new Hash(secret).call("fingerprint of the key").substring(0, 16);
    }

    /** Teaches a session the function {@code hash_person}. */
    void register(SparkSession spark) {
        spark.udf().register("hash_person", new Hash(secret), DataTypes.StringType);
    }

    private static final class Hash implements UDF1<String, String>, Serializable {
        private static final long serialVersionUID = 1L;
        private final byte[] secret;
        private transient ThreadLocal<Mac> mac;

        private Hash(byte[] secret) {
            this.secret = secret;
        }

        @Override
        public String call(String identifier) {
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
    }
}
