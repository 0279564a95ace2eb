package marketshaping.model.contract;

/** The type of an input's cells, with its SQL type in the lake. */
public enum Type {
    /** An identifier, kept as text so that leading zeros survive. */
    ID("STRING", "an identifier"),
    /** A person's identifier, which ingest replaces by a hash under the council's key. */
    PERSON("STRING", "a person's identifier"),
    /** An identifier in upper case, such as that of a CQC location. */
    UPPER_ID("STRING", "an identifier"),
    TEXT("STRING", "text"),
    DATE("DATE", "a date such as 2025-06-30 or 30/06/2025"),
    /** A date of birth. The lake keeps only its year and month, as the first day of that month. */
    BIRTH_DATE("DATE", "a date such as 1950-06-30 or 30/06/1950"),
    MONEY("DECIMAL(18,4)", "an amount such as 1234.50 or £1,234.50"),
    NUMBER("DECIMAL(18,4)", "a number"),
    /** A latitude or longitude, in degrees. */
    DEGREES("DOUBLE", "degrees"),
    WHOLE("INT", "a whole number"),
    YES_NO("BOOLEAN", "yes or no"),
    POSTCODE("STRING", "a postcode"),
    CODE("STRING", "one of the codes of its list"),
    /** A council, by GSS code or name. Old codes and spellings are normalised to the current code. */
    AUTHORITY("STRING", "a council's GSS code or name");

    private final String sqlType;
    private final String shouldBe;

    Type(String sqlType, String shouldBe) {
        this.sqlType = sqlType;
        this.shouldBe = shouldBe;
    }

    public String sqlType() {
        return sqlType;
    }

    public String expected() {
        return shouldBe;
    }
}
