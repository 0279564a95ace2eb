package marketshaping.model.problem;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marketshaping.model.problem.UserProblem.Kind;

/** One message to the user: a code that never changes, and a template whose placeholders are names in braces. */
interface Message {
    Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");

    /**
     * The parts of a message, in the order in which the user reads them.
     *
     * @param number unique among all messages, from 1001 to 1899
     * @param problem what is wrong and where
     * @param reason why it matters, or what was expected
     * @param remedy how to fix it
     */
    record Text(int number, Kind kind, String problem, String reason, String remedy) {}

    Text text();

    /** Returns every message, by code. */
    static List<Message> all() {
        return Stream.<Message[]>of(
                        SettingsMessage.values(),
                        FileMessage.values(),
                        TableMessage.values(),
                        MappingMessage.values(),
                        LakeMessage.values(),
                        PackMessage.values(),
                        PlatformMessage.values(),
                        FindingKind.values())
                .flatMap(Arrays::stream)
                .toList();
    }

    default String code() {
        return "MS-" + text().number();
    }

    default String template() {
        return String.join(" ", text().problem(), text().reason(), text().remedy());
    }

    /** Returns the names of the placeholders, each once, in the order in which they first occur. */
    default List<String> placeholders() {
        return PLACEHOLDER
                .matcher(template())
                .results()
                .map(placeholder -> placeholder.group(1))
                .distinct()
                .toList();
    }

    /**
     * Returns the code and the text of the message, in which values replace the placeholders.
     *
     * @param values in the order of {@link #placeholders()}
     */
    default String filled(Object... values) {
        List<String> names = placeholders();
        if (names.size() != values.length) {
            throw new IllegalArgumentException("%s has the placeholders %s".formatted(code(), names));
        }
        String filled = PLACEHOLDER
                .matcher(template())
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(values[names.indexOf(found.group(1))])));
        return code() + ": " + filled;
    }
}
