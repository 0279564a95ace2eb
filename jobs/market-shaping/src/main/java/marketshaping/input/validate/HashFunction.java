package marketshaping.input.validate;

import marketshaping.model.secret.PseudonymisationKey;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * Registers the SQL function {@code hash_person}, which hashes an identifier under the council's key. It is a function
 * and not an SQL expression because an expression would contain the key as a literal, and Spark prints query plans in
 * its logs.
 */
public final class HashFunction {
    private HashFunction() {}

    public static void register(SparkSession spark, PseudonymisationKey key) {
        UDF1<String, String> hash = key::hash;
        spark.udf().register("hash_person", hash, DataTypes.StringType);
    }
}
