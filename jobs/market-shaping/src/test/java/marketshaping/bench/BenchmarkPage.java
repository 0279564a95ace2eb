package marketshaping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The page of benchmarks. A part that was not measured this time stays as it is, with its own date and machine. */
final class BenchmarkPage {
    private static final Pattern PART = Pattern.compile("(?ms)^## ([^\\n]+)\\n(.*?)(?=^## |\\z)");
    private static final String HEAD =
            """
            # Benchmarks

            `jobs/bin/bench` writes this page. What is held against each other was run side by side, turn by turn, in one go on
            one machine, each as a process of its own; files were in the system's memory. A ratio is worked out within each
            round. The goals are those that the product was designed to. Only ratios say something of other machines.
            """;

    private final Path file;
    private final Map<String, String> parts = new LinkedHashMap<>();

    /** @param titles of the parts that the page must have, in their order */
    BenchmarkPage(Path file, List<String> titles) throws IOException {
        this.file = file;
        titles.forEach(title -> parts.put(title, "Not measured yet."));
        if (Files.exists(file)) {
            PART.matcher(Files.readString(file))
                    .results()
                    .forEach(part -> parts.put(part.group(1), part.group(2).strip()));
        }
    }

    /** Keeps a part in the page, and prints it. */
    void show(BenchmarkSection section) throws IOException {
        parts.put(section.title(), section.text());
        StringBuilder page = new StringBuilder(HEAD);
        parts.forEach((title, text) ->
                page.append("\n## ").append(title).append("\n\n").append(text).append('\n'));
        Files.writeString(file, page);
        System.out.printf("%n%s%n%n%s%n", section.title(), section.text());
    }
}
