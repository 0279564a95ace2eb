package marketshaping.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import marketshaping.testkit.Home;
import org.junit.jupiter.api.Test;

/** Holds the page of messages current, and every message to its form. */
class MessagesPageTest {
    private static final Path PAGE = Home.FOLDER.resolve("jobs/docs/messages.md");
    private static final String REWRITE = "docs.rewrite";
    private static final int LONGEST_SENTENCE = 35;

    @Test
    void page_lists_every_message() throws IOException {
        if (Boolean.getBoolean(REWRITE)) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE)
                .as("Regenerate the page with: mvn -pl jobs/market-shaping -am test -Dtest=MessagesPageTest -D%s=true"
                        .formatted(REWRITE))
                .content()
                .isEqualTo(page());
    }

    @Test
    void codes_are_unique_and_in_order() {
        assertThat(Message.all())
                .extracting(Message::code)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(Message.all()).extracting(Message::code).allMatch(code -> code.matches("MS-1[0-8]\\d\\d"));
    }

    @Test
    void every_message_has_three_parts_of_short_sentences() {
        for (Message message : Message.all()) {
            Message.Text text = message.text();
            assertThat(List.of(text.problem(), text.reason(), text.remedy()))
                    .as(message.code())
                    .allMatch(part -> part.matches("[A-Z{-].{6,}"));
            assertThat(message.template().split("(?<=[.?!])\\s"))
                    .as(message.code())
                    .allMatch(sentence -> sentence.split("\\s+").length <= LONGEST_SENTENCE);
        }
    }

    @Test
    void every_factory_fills_one_message() throws ReflectiveOperationException {
        Set<String> codes = new TreeSet<>();
        for (Method factory : Problems.class.getDeclaredMethods()) {
            if (Modifier.isPublic(factory.getModifiers()) && !factory.getName().equals("together")) {
                Object[] values = Arrays.stream(factory.getParameterTypes())
                        .map(MessagesPageTest::sample)
                        .toArray();
                codes.add(code(factory, values));
                if (values.length > 0 && values[values.length - 1] instanceof String) {
                    Arrays.setAll(values, i -> values[i] instanceof String ? "" : values[i]);
                    codes.add(code(factory, values));
                }
            }
        }
        for (FindingKind kind : FindingKind.values()) {
            codes.add(code(kind.id(), finding(kind).sentence()));
        }
        assertThat(codes)
                .containsExactlyElementsOf(
                        Message.all().stream().map(Message::code).toList());
    }

    private static String code(Method factory, Object... values) throws ReflectiveOperationException {
        UserProblem problem = (UserProblem) factory.invoke(null, values);
        assertThat(problem.messages()).hasSize(1);
        return code(factory.getName(), problem.messages().get(0));
    }

    private static String code(String source, String message) {
        assertThat(message).as(source).matches("MS-\\d{4}: .+").doesNotContain("{", "null");
        return message.substring(0, message.indexOf(':'));
    }

    private static Finding finding(FindingKind kind) {
        return new Finding(kind, "placements", "placements.csv", "unit_cost", 3, 20, "text");
    }

    private static Object sample(Class<?> type) {
        if (type == int.class) {
            return 2;
        }
        if (type == long.class) {
            return 3L;
        }
        if (type == Finding.class) {
            return finding(FindingKind.CELLS_EMPTIED);
        }
        if (type == Path.class) {
            return Path.of("placements.csv");
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2025, 6, 30);
        }
        if (type == YearMonth.class) {
            return YearMonth.of(2025, 6);
        }
        return Collection.class.isAssignableFrom(type) ? List.of("first", "second") : "text";
    }

    private static String page() {
        List<String> lines = new ArrayList<>(List.of(
                "# Messages",
                "",
                "Every message of market-shaping about a problem begins with its code, which stays the same in every"
                        + " version. Names in braces stand for values.",
                "",
                "Exit codes: 1 data refused or packs not delivered, 2 wrong usage or settings, 3 stopped or a bug.",
                "",
                "| Code | Exit code | Message |",
                "|---|---|---|"));
        for (Message message : Message.all()) {
            lines.add("| %s | %d | %s |"
                    .formatted(message.code(), message.text().kind().exitCode(), message.template()));
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }
}
