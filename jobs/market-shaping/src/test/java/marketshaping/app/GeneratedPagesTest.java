package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import marketshaping.analysis.measure.ColumnDictionary;
import marketshaping.analysis.measure.Measure;
import marketshaping.analysis.measure.Measures;
import marketshaping.analysis.measure.Section;
import marketshaping.app.pipeline.SettingsFile;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Inputs;
import marketshaping.model.contract.Type;
import marketshaping.testkit.Home;
import org.junit.jupiter.api.Test;

/**
 * The tables of the documents that are generated from code are up to date. To regenerate them after a change:
 * {@code mvn -pl jobs/market-shaping -am test -Dtest=GeneratedPagesTest -Ddocs.rewrite=true}.
 */
class GeneratedPagesTest {
    private static final Path MEASURES = Home.FOLDER.resolve("jobs/docs/measures.md");
    private static final Path DATA = Home.DATA.resolve("README.md");
    private static final boolean REWRITE = Boolean.getBoolean("docs.rewrite");

    @Test
    void measures_page_matches_the_measures() throws IOException {
        StringBuilder page =
                new StringBuilder("# Measures\n\nGenerated from the code. Each measure is one table: a CSV file"
                        + " and, in most packs, a worksheet.\n");
        for (Section section : Section.values()) {
            page.append("\n## ").append(section.title()).append('\n');
            Measures.ALL.stream()
                    .filter(measure -> measure.section() == section)
                    .forEach(measure -> page.append(described(measure)));
        }
        isCurrent(MEASURES, page.toString());
    }

    @Test
    void inputs_in_the_data_page_match_the_contracts() throws IOException {
        isCurrent(DATA, withPart(Files.readString(DATA), "inputs", inputs()));
    }

    @Test
    void settings_in_the_data_page_match_the_settings_file() throws IOException {
        Map<String, List<String>> settings = settings();
        assertThat(settings.keySet()).containsExactlyInAnyOrderElementsOf(SettingsFile.keys());
        String table = "| setting | built-in value | meaning |\n|---|---|---|\n"
                + settings.entrySet().stream()
                        .map(setting -> "| `%s` | %s | %s |\n"
                                .formatted(
                                        setting.getKey(),
                                        setting.getValue().get(0),
                                        setting.getValue().get(1)))
                        .collect(Collectors.joining());
        isCurrent(DATA, withPart(Files.readString(DATA), "settings", table));
    }

    private static String described(Measure measure) {
        String columns = measure.columns().stream()
                .filter(column -> !column.isSupporting())
                .map(column -> "| `%s` | %s | %s |\n"
                        .formatted(column.name(), cell(ColumnDictionary.of(measure, column)), cell(column.unit())))
                .collect(Collectors.joining());
        return "\n### %s\n\n%s%s\n\n%s\n\n| column | content | unit |\n|---|---|---|\n%s"
                .formatted(
                        measure.id(),
                        measure.title(),
                        measure.audience() == Measure.Audience.COUNCIL ? " (for the council only)" : "",
                        measure.definition().lines().stream()
                                .map(line -> "- " + line)
                                .collect(Collectors.joining("\n")),
                        columns);
    }

    private static String inputs() {
        return Inputs.ALL.stream()
                .map(contract -> "### %s\n\n%s, %s.\n\n| column | content |\n|---|---|\n%s"
                        .formatted(
                                contract.input(),
                                contract.isRequired() ? "Required" : "Optional",
                                contract.grain(),
                                contract.fields().stream()
                                        .map(field -> row(contract, field))
                                        .collect(Collectors.joining())))
                .collect(Collectors.joining("\n"));
    }

    private static String row(Contract contract, Field field) {
        String name = contract.key().contains(field.name()) ? "**%s**" : "%s";
        return "| %s%s | %s |\n"
                .formatted(name.formatted(field.name()), field.isRequired() ? "*" : "", cell(content(field)));
    }

    private static String content(Field field) {
        String list = "`reference/%s.csv`".formatted(field.list().name());
        if (field.type() == Type.CODE) {
            return "a code from " + list;
        }
        return field.type().expected() + (field.list().name().isEmpty() ? "" : " (%s)".formatted(list));
    }

    /** Returns by setting its built-in value and its comment. */
    private static Map<String, List<String>> settings() throws IOException {
        Map<String, List<String>> settings = new LinkedHashMap<>();
        for (String block : Files.readString(Home.SETTINGS)
                .replaceFirst("# yaml-language-server: .*\n", "")
                .split("\n\n")) {
            Matcher key =
                    Pattern.compile("(?m)^(# )?([a-z][a-z-]+):(?: (.*))?$").matcher(block);
            if (key.find()) {
                String comment = block.substring(0, key.start())
                        .lines()
                        .map(line -> line.replaceFirst("^# ?", ""))
                        .collect(Collectors.joining(" "));
                String value = key.group(3) == null ? "" : key.group(3);
                String shown = key.group(1) != null ? "none" : value.isEmpty() ? "see the file" : "`" + value + "`";
                settings.put(key.group(2), List.of(shown, cell(comment)));
            }
        }
        return settings;
    }

    private static String withPart(String page, String name, String part) {
        Matcher marked = Pattern.compile("(?s)(<!-- generated: %s -->\n).*?(<!-- end -->)".formatted(name))
                .matcher(page);
        assertThat(marked.find()).as("the page has a part " + name).isTrue();
        return page.substring(0, marked.end(1)) + part + page.substring(marked.start(2));
    }

    private static void isCurrent(Path file, String text) throws IOException {
        if (REWRITE) {
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file))
                .as("%s is out of date; run this test with -Ddocs.rewrite=true", file.getFileName())
                .isEqualTo(text);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace('\n', ' ').strip();
    }
}
