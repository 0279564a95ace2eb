package marketshaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marketshaping.testkit.Home;
import org.junit.jupiter.api.Test;

/**
 * Everything that people read here is plain British English: sources, documents, scripts, mappings and notebooks contain
 * none of the words in {@code banned-words.txt}, except where {@code allowed-words.txt} gives a reason.
 */
class EnglishTest {
    private static final Path LISTS = Home.FOLDER.resolve("jobs/market-shaping/src/test/resources");
    private static final Pattern READABLE = Pattern.compile(".*\\.(java|md|yaml|yml|sql|ipynb|properties|txt|jvm|xml)");
    private static final Set<String> SKIPPED =
            Set.of("target", ".git", "lake", "packs", "inbox", "sample", "reference");
    private static final Pattern SUMMARY =
            Pattern.compile("/\\*\\*\\s*(?:\\n\\s*\\*\\s*)?(What|Whether|Those|Which|How|Whom|Who|Where|When)\\b");
    private static final Pattern TEST_METHOD = Pattern.compile("@(?:Parameterized)?Test\\b[^;{]*?void (\\w+)\\(");
    private static final int LONGEST_TEST_NAME = 60;
    private static final int MOST_ALLOWED = 20;

    private record Ban(Pattern pattern, String word, String instead) {}

    private record Allowed(String file, String word) {}

    @Test
    void no_text_contains_a_banned_word() throws IOException {
        List<Allowed> allowed = allowed();
        List<Ban> bans = bans();
        List<String> found = new ArrayList<>();
        for (Path file : readable()) {
            String text = Files.readString(file);
            String words = text.replaceAll("([a-z])([A-Z])", "$1 $2");
            for (Ban ban : bans) {
                boolean isAllowed = allowed.stream()
                        .anyMatch(one -> file.endsWith(one.file())
                                && (one.word().equals("*") || one.word().equals(ban.word())));
                Matcher hit = ban.pattern().matcher(words);
                while (!isAllowed && hit.find()) {
                    found.add("%s:%d: '%s', write: %s"
                            .formatted(
                                    Home.FOLDER.relativize(file),
                                    words.substring(0, hit.start()).lines().count(),
                                    hit.group().replaceAll("\\s+", " "),
                                    ban.instead()));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void no_javadoc_summary_starts_with_a_question_word() throws IOException {
        assertThat(inSources(SUMMARY)).isEmpty();
    }

    @Test
    void test_names_are_short() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            Matcher method = TEST_METHOD.matcher(Files.readString(file));
            while (method.find()) {
                if (method.group(1).length() > LONGEST_TEST_NAME) {
                    found.add(file.getFileName() + ": " + method.group(1));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<String> inSources(Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            Matcher hit = pattern.matcher(text);
            while (hit.find()) {
                found.add("%s:%d: %s"
                        .formatted(
                                file.getFileName(),
                                text.substring(0, hit.start()).lines().count() + 1,
                                hit.group(1)));
            }
        }
        return found;
    }

    private static List<Ban> bans() throws IOException {
        return entries("banned-words.txt")
                .map(parts -> new Ban(
                        Pattern.compile("(?i)(?<![a-z-])" + parts[0].replace(" ", "(?:\\s|\\*|//|#)+") + "(?![a-z-])"),
                        parts[0],
                        parts[1]))
                .toList();
    }

    private static List<Allowed> allowed() throws IOException {
        List<Allowed> allowed = entries("allowed-words.txt")
                .map(parts -> new Allowed(parts[0], parts[1]))
                .toList();
        assertThat(allowed).hasSizeLessThanOrEqualTo(MOST_ALLOWED);
        return allowed;
    }

    private static Stream<String[]> entries(String list) throws IOException {
        return Files.readAllLines(LISTS.resolve(list)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s*\\|\\s*"));
    }

    private static List<Path> sources() throws IOException {
        return readable().stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    private static List<Path> readable() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(Home.FOLDER, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean isData = SKIPPED.contains(folder.getFileName().toString())
                        && !Home.FOLDER.relativize(folder).toString().contains("marketshaping/");
                return isData ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                boolean isScript = Set.of("bin", ".ci")
                                .contains(file.getParent().getFileName().toString())
                        || file.endsWith("notebooks/execute");
                if (isScript || READABLE.matcher(file.getFileName().toString()).matches()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
