package marketshaping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The benchmark page. A section without a new measurement is kept unchanged, with its own date and machine. */
final class BenchmarkPage {
    private static final Pattern PART = Pattern.compile("(?ms)^## ([^\\n]+)\\n(.*?)(?=^## |\\z)");
    private static final String HEAD =
            """
            # Benchmarks

            `jobs/bin/bench` writes this page. Programs that are compared ran in turn, in one session on one machine,
            each in its own process; the files were in the file cache. Each ratio is calculated within one round. The
            goals are the product's design goals. Only the ratios apply to other machines.
            """;

    private final Path file;
    private final Map<String, String> parts = new LinkedHashMap<>();

    /**
     * Reads the page.
     *
     * @param titles the titles of the required sections, in order
     */
    BenchmarkPage(Path file, List<String> titles) throws IOException {
        this.file = file;
        titles.forEach(title -> parts.put(title, "Not measured yet."));
        if (Files.exists(file)) {
            PART.matcher(Files.readString(file))
                    .results()
                    .forEach(part -> parts.put(part.group(1), part.group(2).strip()));
        }
    }

    /** Updates a section of the page and prints it. */
    void show(BenchmarkSection section) throws IOException {
        parts.put(section.title(), section.text());
        StringBuilder page = new StringBuilder(HEAD);
        parts.forEach((title, text) ->
                page.append("\n## ").append(title).append("\n\n").append(text).append('\n'));
        Files.writeString(file, page);
        System.out.printf("%n%s%n%n%s%n", section.title(), section.text());
    }
}
