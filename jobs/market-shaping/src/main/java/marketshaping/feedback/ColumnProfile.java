package marketshaping.feedback;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import marketshaping.input.mapping.DateFormat;
import marketshaping.input.validate.CellParser;
import marketshaping.input.validate.CellParsers;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;

/** The content of one column of an extract: its distinct values, and the shares of them that have each type. */
public final class ColumnProfile {
    private static final int MOST_VALUES = 5_000;
    private static final int SAMPLE = 500;
    private static final int FEW_VALUES = 40;
    private static final int LONGEST_CODE = 60;
    private static final double MOST = 0.8;
    private static final Pattern PENCE = Pattern.compile(".*(£|\\d[.]\\d{1,2}\\b).*");
    private static final Pattern CQC = Pattern.compile("1-\\d{6,}");
    private static final Pattern NHS = Pattern.compile("\\d{3}[ -]?\\d{3}[ -]?\\d{4}");
    private static final CellParser DATES = CellParsers.of(Field.optional("date", Type.DATE));
    private static final CellParser NUMBERS = CellParsers.of(Field.optional("number", Type.NUMBER));
    private static final CellParser POSTCODES = CellParsers.of(Field.optional("postcode", Type.POSTCODE));

    private final int position;
    private final String header;
    private final Map<String, Long> values = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private long rows;
    private long filled;
    private long counted;
    private DateFormat dateFormat;
    private Double dates;

    /** The place of a cell in the extract. */
    record Place(Path file, long row) {}

    ColumnProfile(int position, String header) {
        this.position = position;
        this.header = header;
    }

    void add(String text, Path file, long row) {
        rows++;
        if (text.isEmpty() || CellParsers.isNullWord(Type.TEXT, text)) {
            return;
        }
        filled++;
        if (values.size() < MOST_VALUES) {
            counted++;
            values.merge(text, 1L, Long::sum);
            if (values.size() <= FEW_VALUES) {
                places.computeIfAbsent(text, value -> new Place(file, row));
            }
        }
    }

    /** Sets the format of dates that the product does not read otherwise. */
    void readDatesWith(DateFormat format) {
        dateFormat = format;
        dates = null;
    }

    public String header() {
        return header;
    }

    int position() {
        return position;
    }

    String normalised() {
        return CodeList.normalised(header);
    }

    /** Returns the number of rows by distinct value; at most the first 5,000 values. */
    Map<String, Long> values() {
        return values;
    }

    /** Returns the first row with each value, in the order of the rows. Only a column with few values has all. */
    Map<String, Place> places() {
        return places;
    }

    boolean isEmpty() {
        return filled == 0;
    }

    double filledShare() {
        return rows == 0 ? 0 : (double) filled / rows;
    }

    /** Returns the distinct values per filled row: 1 if every value is unique. */
    double uniqueness() {
        return counted == 0 ? 0 : (double) values.size() / counted;
    }

    /** Returns true if the column may contain codes, which the user must see to map them. */
    boolean hasFewValues() {
        return values.size() <= FEW_VALUES
                && values.keySet().stream().allMatch(value -> value.length() <= LONGEST_CODE);
    }

    /** Returns the share of distinct values that pass a test; 0 if there is none. */
    double share(Predicate<String> test) {
        List<String> sample = values.keySet().stream().limit(SAMPLE).toList();
        return sample.isEmpty() ? 0 : (double) sample.stream().filter(test).count() / sample.size();
    }

    double shareOfDates() {
        if (dates == null) {
            dates = share(value -> date(value) != null);
        }
        return dates;
    }

    /** Returns the share of distinct values that are dates in a format. */
    double shareOfDates(DateFormat format) {
        return share(value -> DATES.value(format.iso(value)) instanceof LocalDate);
    }

    boolean isDates() {
        return shareOfDates() >= MOST;
    }

    boolean isNumbers() {
        return share(value -> NUMBERS.value(value) != null) >= MOST;
    }

    boolean isMoney() {
        return isNumbers() && share(value -> PENCE.matcher(value).matches()) >= 0.3;
    }

    boolean isPostcodes() {
        return share(value -> POSTCODES.value(value) != null) >= 0.7;
    }

    boolean isCqcLocations() {
        return share(value -> CQC.matcher(value).matches()) >= 0.7;
    }

    boolean isNhsNumbers() {
        return share(ColumnProfile::isNhsNumber) >= 0.9;
    }

    boolean isMostlyNames() {
        return share(PersonalText::isName) >= 0.5;
    }

    /** Returns true if the column contains enough names of people not to be read as text. */
    boolean isNames() {
        return share(PersonalText::isName) >= 0.3;
    }

    double shareWithDigits() {
        return share(value -> value.chars().anyMatch(Character::isDigit));
    }

    double meanLength() {
        return values.keySet().stream()
                .limit(SAMPLE)
                .mapToInt(String::length)
                .average()
                .orElse(0);
    }

    /** Returns a date of the column, or null. A text that means no date is no date either. */
    LocalDate date(String text) {
        Object date = DATES.value(dateFormat == null ? text : dateFormat.iso(text));
        return date instanceof LocalDate day ? day : null;
    }

    /** Returns the middle year of the dates; 0 if there is none. */
    int middleYear() {
        List<Integer> years = values.keySet().stream()
                .limit(SAMPLE)
                .map(this::date)
                .filter(date -> date != null)
                .map(LocalDate::getYear)
                .sorted()
                .toList();
        return years.isEmpty() ? 0 : years.get(years.size() / 2);
    }

    /** Returns the middle value of the numbers; 0 if there is none. */
    double middleNumber() {
        List<Double> numbers = values.keySet().stream()
                .limit(SAMPLE)
                .map(NUMBERS::value)
                .filter(number -> number != null)
                .map(number -> ((Number) number).doubleValue())
                .sorted()
                .toList();
        return numbers.isEmpty() ? 0 : numbers.get(numbers.size() / 2);
    }

    /** Returns the word that the content adds to the name of the column, as in {@code column_words.csv}. */
    String impliedWord() {
        if (isEmpty()) {
            return "";
        } else if (isPostcodes()) {
            return "postcode";
        } else if (isMoney()) {
            return "cost";
        } else if (isDates()) {
            return "date";
        } else if (shareWithDigits() >= MOST && meanLength() <= 20) {
            return "id";
        }
        return hasFewValues() && uniqueness() < 0.5 && !isNames() && meanLength() < 12 ? "type" : "name";
    }

    private static boolean isNhsNumber(String text) {
        if (!NHS.matcher(text).matches()) {
            return false;
        }
        String digits = text.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (10 - i) * (digits.charAt(i) - '0');
        }
        return (11 - sum % 11) % 11 == digits.charAt(9) - '0';
    }
}
