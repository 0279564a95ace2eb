package marketshaping.output.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of columns and of dimension values in earlier versions, in releases that the lake keeps. */
final class EarlierNames {
    private static final Properties CURRENT = read();
    private static final Pattern COLUMN_PART = Pattern.compile(CURRENT.stringPropertyNames().stream()
            .filter(name -> name.contains("_"))
            .reduce((one, other) -> one + "|" + other)
            .orElseThrow());

    private EarlierNames() {}

    /** Returns the present name of a column or value; the same name if it has not changed. */
    static String current(String name) {
        return CURRENT.containsKey(name)
                ? CURRENT.getProperty(name)
                : COLUMN_PART
                        .matcher(name)
                        .replaceAll(part -> Matcher.quoteReplacement(CURRENT.getProperty(part.group())));
    }

    private static Properties read() {
        try (InputStream in = EarlierNames.class.getResourceAsStream("earlier-names.properties")) {
            Properties names = new Properties();
            names.load(in);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
