package marketshaping.model.contract;

/** What a cell of an input may hold, and the type that it has in the lake. */
public enum Type {
    /** An identifier: text always, so that leading zeros survive. */
    ID("STRING", "an identifier"),
    /** A person's identifier: hashed on the way in, under the council's key. */
    PERSON("STRING", "a person's identifier"),
    /** An identifier in upper case, such as a CQC location's. */
    UPPER_ID("STRING", "an identifier"),
    TEXT("STRING", "text"),
    DATE("DATE", "a date such as 2025-06-30 or 30/06/2025"),
    /** A date of which the lake keeps year and month: the first day of that month. */
    BIRTH_DATE("DATE", "a date such as 1950-06-30 or 30/06/1950"),
    MONEY("DECIMAL(18,4)", "an amount such as 1234.50 or £1,234.50"),
    NUMBER("DECIMAL(18,4)", "a number"),
    /** A position on the earth, in degrees. */
    DEGREES("DOUBLE", "degrees"),
    WHOLE("INT", "a whole number"),
    YES_NO("BOOLEAN", "yes or no"),
    POSTCODE("STRING", "a postcode"),
    CODE("STRING", "one of the codes of its list"),
    /** A council, by its GSS code or its name; old codes and spellings become the present code. */
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

    public String shouldBe() {
        return shouldBe;
    }
}
