package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import marketshaping.sample.SampleCouncil;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.ExcelFiles;
import marketshaping.testkit.IdentifierSearch;
import marketshaping.testkit.ParquetFile;
import marketshaping.testkit.SmallCouncil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Searches all output for the person identifiers in the input, which are unlike any other text. The output contains the
 * council's own placement and case numbers by design.
 */
class IdentifierSearchTest {
    private static final String KEY = "a throw-away key, for the artificial sample council only";
    private static final Charset RETURN = Charset.forName("windows-1252");
    private static final Pattern PLACEMENT = Pattern.compile("^[PK]L\\d{6}", Pattern.MULTILINE);
    private static final Pattern PERSON = Pattern.compile("(?<=^|,)[PC](\\d{6})(?=,|$)", Pattern.MULTILINE);
    /** A row of the national return: the NHS number is in the column before the council's identifier. */
    private static final Pattern RETURN_PERSON =
            Pattern.compile("^([^,]*,[^,]*,[^,]*),,KZQPERSON(\\d)(\\d{5}),", Pattern.MULTILINE);

    private static final Pattern TEST_IDENTIFIER = Pattern.compile("kzqperson\\d+|99947\\d{5}");

    /** Rows with Excel artefacts that are accepted, and rows that break rules, each with a different person. */
    private static final String DEFECTIVE_PLACEMENTS =
            """
            KL000001,"=""KZQPERSON900001\""",1911-02-17,,Home care,2024-10-01,,000177,,,,,,20,Weekly,,,
            KL000002,'KZQPERSON900002,17/02/1911,,Home care,2024-10-01,,000177,,,,,,20,Weekly,,,
            KL000003,9994700001,17-Feb-1911,,Home care,2024-10-01,,000177,,,,,,20,Weekly,,,
            KL000004,KZQPERSON900004,1911-02-17,,Sheltered,2024-10-01,,000177,,,,,,20,Weekly,,,
            KL000005,KZQPERSON900005,17.02.1911,,Somewhere,31/02/2024,,000177,,,,,,much,Weekly,,,
            KL000006,KZQPERSON900006,1911-02-17,,Home care,2024-10-01,2024-09-30,000177,,,,,,20,Weekly,,,
            KL000007,KZQPERSON900007,1911-02-17,,Home care,2024-10-01,,000177,,,,,,20,Weekly,,,
            KL000007,KZQPERSON900008,1911-02-17,,Home care,2024-10-01,,000177,,,,,,21,Weekly,,,
            KL000008,,KZQPERSON900009,1911-02-17,Home care,2024-10-01,,000177,,,,,,20,Weekly,,,,,,,
            KL000009,9994700002,1911-02-17,,,,,,,,,,,,,,,
            KZQPERSON900011,1911-02-17,Physical support: Personal care support,Home care,2024-10-01,,000177
            ,KZQPERSON900010,1911-02-17,,Home care,2024-10-01,,000177,,,,,,20,Weekly,,,
            """;

    @TempDir
    private static Path folder;

    private static IdentifierSearch search;
    private static Path outputs;
    private static String printed;

    @BeforeAll
    static void runAndCheck() throws IOException {
        Path in = folder.resolve("in");
        SampleCouncil.of(40, 3).writeTo(in);
        disguise(in);
        append(in.resolve("placements.csv"), DEFECTIVE_PLACEMENTS);
        append(in.resolve("brokering.csv"), "KB000001,,KZQPERSON900012,Home care,,2025-01-01,,,,Open\n");
        append(in.resolve("visits.csv"), ",KZQPERSON900013,2025-01-01,Visit\n");
        Path refused = refused();
        Path monthFirst = monthFirst(in);
        search = new IdentifierSearch(identifiers(in, refused, monthFirst));
        outputs = folder.resolve("out");

        CommandCall run = command(
                "run",
                "--input",
                in.toString(),
                "--packs",
                outputs.resolve("packs").toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        CommandCall check = command(
                "check",
                "--input",
                refused.toString(),
                "--workbook",
                outputs.resolve("check.xlsx").toString(),
                "--json",
                outputs.resolve("check.json").toString());
        assertThat(check.exitCode()).as(check.err()).isEqualTo(1);
        CommandCall refusal = command("check", "--input", monthFirst.toString());
        assertThat(refusal.exitCode()).as(refusal.err()).isEqualTo(1);
        printed = Stream.of(run, check, refusal)
                .map(done -> done.out() + done.err())
                .collect(Collectors.joining());
    }

    @Test
    void output_contains_no_person_identifier_and_no_key() throws IOException {
        assertThat(search.in(outputs)).isEmpty();
        assertThat(search.in("printed", printed)).isEmpty();
    }

    @Test
    void search_covers_every_kind_of_output() throws IOException {
        Set<String> numbers = PLACEMENT
                .matcher(Files.readString(folder.resolve("in/placements.csv")))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        List<String> found = new IdentifierSearch(numbers).in(outputs);
        assertThat(found)
                .as("council numbers in the expected files")
                .anyMatch(each -> each.matches("lake/placements/.*parquet: kl000001"))
                .anyMatch(each -> each.matches("lake/placement_fact/.*parquet: kl000001"))
                .anyMatch(each -> each.matches("lake/quarantine/.*parquet: kl000006"))
                .anyMatch(each -> each.startsWith("lake/quarantine.xlsx/"))
                .anyMatch(each -> each.contains("working-list") && each.contains(".xlsx/"));
        assertThat(printed.replaceAll("\\s+", " "))
                .as("refusals of extracts that contain people")
                .contains("the date has the month before the day")
                .contains("(hidden, because any of its cells may contain an identifier)")
                .contains("the first 50 rows contain no header row")
                .contains("two columns in the header match person_id")
                .contains("the row contains a NUL byte")
                .contains("service_users, rows 2 and 3: both rows have the same social_care_id");
    }

    @Test
    void planted_identifier_is_found_in_every_format() throws Exception {
        String id = "KZQPERSON900001";
        Path planted = Files.createDirectories(folder.resolve("planted/deep"));
        Files.writeString(planted.resolve(".hidden.crc"), "x" + id.toLowerCase(Locale.ROOT) + "x");
        Files.writeString(planted.resolve("utf-16.csv"), id, StandardCharsets.UTF_16LE);
        Files.writeString(planted.resolve("log.json"), "{\"minValues\":{\"person_id\":\"" + id + "\"}}");
        Files.writeString(planted.resolve("key.txt"), "Key[" + KEY + "]");
        Files.writeString(planted.resolve("born.txt"), "17/02/1911");
        Files.writeString(
                planted.resolve("digest.txt"),
                HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8))));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(planted.resolve("packed.gz")))) {
            out.write(id.getBytes(StandardCharsets.UTF_8));
        }
        ExcelFiles.write(planted.resolve("pack.xlsx"), "Sheet", List.of(List.of("about " + id)));
        ParquetFile.write(planted.resolve("part.parquet"), id);
        Files.writeString(planted.resolve(id), "");
        assertThat(search.in(folder.resolve("planted")).stream()
                        .map(each -> each.replaceFirst("^deep/([^:/]+).*", "$1"))
                        .distinct())
                .containsExactlyInAnyOrder(
                        ".hidden.crc",
                        "utf-16.csv",
                        "log.json",
                        "key.txt",
                        "born.txt",
                        "digest.txt",
                        "packed.gz",
                        "pack.xlsx",
                        "part.parquet",
                        id);
    }

    private static void append(Path file, String rows) throws IOException {
        Files.writeString(file, rows, StandardOpenOption.APPEND);
    }

    /** Gives every person a unique identifier, and those in the national return a second one. */
    private static void disguise(Path in) throws IOException {
        for (String input : List.of("placements", "brokering", "visits", "client_level_data")) {
            Path file = in.resolve(input + ".csv");
            boolean isReturn = input.equals("client_level_data");
            Charset charset = isReturn ? RETURN : StandardCharsets.UTF_8;
            String text = PERSON.matcher(Files.readString(file, charset)).replaceAll("KZQPERSON$1");
            Files.writeString(
                    file,
                    isReturn ? RETURN_PERSON.matcher(text).replaceAll("$1,99947$3,KZQPERSON$2$3,") : text,
                    charset);
        }
    }

    /** Writes extracts that are each refused for a different reason, with people in the affected rows. */
    private static Path refused() throws IOException {
        Path in = folder.resolve("refused");
        Path visits = Files.createDirectories(in.resolve("visits"));
        String header = "person_id,visit_date,visit_type\n";
        Files.writeString(
                visits.resolve("quote.csv"),
                header + "\"KZQPERSON800004,2025-01-01,Visit\nKZQPERSON800005,2025-01-01,Visit\n");
        Files.writeString(visits.resolve("nul.csv"), header + "KZQPERSON800006,\0,Visit\n");
        Files.writeString(visits.resolve("broken.json"), "[{\"person_id\": \"KZQPERSON800007\", \"visit_date\"");
        Files.writeString(visits.resolve("no-header.csv"), "KZQPERSON800002,2025-05-29,Visit\n");
        Files.writeString(
                visits.resolve("twice.csv"),
                "person_id,Person ID,visit_date,visit_type\nKZQPERSON800003,9994780003,2025-05-29,Visit\n");
        HackneyTables.EXPORT
                .with(
                        "service_users",
                        """
                        social_care_id|service_user_name|date_of_birth
                        KZQPERSON800008|N|1911-02-17
                        KZQPERSON800008|N|1911-02-17""")
                .writeCsv(in.resolve("hackney-brokerage"));
        return in;
    }

    /** Writes one refused extract and one with defective rows, of which a check shows examples. */
    private static Path monthFirst(Path source) throws IOException {
        Path in = folder.resolve("month-first");
        SmallCouncil.withoutDefects()
                .with(
                        "brokering",
                        "case_id,person_id,setting,referral_date,status\n"
                                + "C1,KZQPERSON800001,Home care,05/29/2025,Open\n")
                .write(in);
        Files.copy(source.resolve("placements.csv"), in.resolve("placements.csv"), StandardCopyOption.REPLACE_EXISTING);
        return in;
    }

    private static Set<String> identifiers(Path... folders) throws IOException {
        Set<String> identifiers =
                new TreeSet<>(List.of(KEY, "1911-02-17", "17/02/1911", "17-Feb-1911", "17.02.1911", "KZQPERSON"));
        for (Path root : folders) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    TEST_IDENTIFIER
                            .matcher(text.toLowerCase(Locale.ROOT))
                            .results()
                            .map(MatchResult::group)
                            .forEach(identifiers::add);
                }
            }
        }
        assertThat(identifiers).as("person identifiers in the inputs").hasSizeGreaterThan(100);
        return identifiers;
    }

    private static CommandCall command(String name, String... more) {
        List<String> args = new ArrayList<>(
                List.of(name, "--sample", "--lake", outputs.resolve("lake").toString()));
        args.addAll(List.of(more));
        return CommandCall.run(args.toArray(String[]::new));
    }
}
