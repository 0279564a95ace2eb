package marketshaping.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marketshaping.input.mapping.Mappings;
import marketshaping.model.document.DocumentSchema;
import marketshaping.model.document.YamlDocument;
import marketshaping.model.document.YamlSyntaxException;
import marketshaping.model.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests proposals for extracts in the style of several systems, with other names and codes. */
class MappingProposalTest {
    private static final Set<Confidence> LIKELY = Set.of(Confidence.CERTAIN, Confidence.LIKELY);
    private static final Set<Confidence> CERTAIN = Set.of(Confidence.CERTAIN);
    /** The words that the test extracts use as names of people. */
    private static final Pattern NAMES = Pattern.compile(
            "Ashby|Birchall|Cedarwood|Dunmore|Elmsley|Amber|Basil|Coral|Flint|Prefers mornings|ground floor");

    private static final String SERVICES =
            """
            Service ID,Person ID,Type of Care,Service Start,Weekly Cost
            S1,P1,Nursing home,%1$s,900.00
            S2,P2,Residential home,%1$s,800.50
            S3,P3,Nursing home,%1$s,700.25
            """;

    @TempDir
    private Path folder;

    static Stream<String> systems() throws IOException {
        return ExpectedProposals.read("systems-expected.csv").files().stream();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void extract_of_a_system_gets_its_columns_and_codes(String file) throws IOException {
        copy("systems/" + file);
        ExpectedProposals expected =
                ExpectedProposals.read("systems-expected.csv").of(file);

        MappingProposal proposal = MappingProposal.of(folder);

        assertThat(ExpectedProposals.missed(expected.lines(), proposal)).isEmpty();
        assertThat(expected.unexpected(proposal)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void mapping_of_a_system_is_valid_and_personal_data_is_masked(String file) throws IOException, YamlSyntaxException {
        copy("systems/" + file);
        MappingProposal proposal = MappingProposal.of(folder);

        for (Set<Confidence> accepted : List.of(CERTAIN, LIKELY)) {
            new MappingWriter(proposal, accepted).yaml().ifPresent(yaml -> requireValid(yaml, proposal));
        }
        assertMasked(proposal);
    }

    @Test
    void unseen_extracts_get_most_columns_and_codes() throws IOException {
        for (String set : List.of("held-out", "second")) {
            ExpectedProposals expected = ExpectedProposals.read(set + "-expected.csv");
            for (String file : expected.files()) {
                copy(file);
            }
            MappingProposal proposal = MappingProposal.of(folder);

            assertThat(ExpectedProposals.missed(expected.columns(), proposal).size())
                    .isLessThanOrEqualTo(expected.columns().size() / 20);
            assertThat(ExpectedProposals.missed(expected.codes(), proposal).size())
                    .isLessThanOrEqualTo(expected.codes().size() / 10);
            assertThat(expected.unexpected(proposal)).isEmpty();
            assertMasked(proposal);
            requireValid(new MappingWriter(proposal, LIKELY).yaml().orElseThrow(), proposal);
            for (String file : expected.files()) {
                Files.delete(folder.resolve(file));
            }
        }
    }

    @Test
    void likely_proposal_is_a_comment_unless_accepted() throws IOException {
        write("services.csv", SERVICES.formatted("30/06/2025"));
        MappingProposal proposal = MappingProposal.of(folder);

        assertThat(new MappingWriter(proposal, CERTAIN).yaml().orElseThrow())
                .contains("# absent: [end_date")
                .doesNotContain("\n    absent:");
        assertThat(new MappingWriter(proposal, LIKELY).yaml().orElseThrow())
                .contains("\n        'Nursing home': 'Nursing care'", "\n    absent: [end_date, cost_frequency]");
    }

    @Test
    void month_first_dates_get_a_date_format() throws IOException {
        write("services.csv", SERVICES.formatted("05/29/2026"));

        assertThat(new MappingWriter(MappingProposal.of(folder), LIKELY).yaml().orElseThrow())
                .contains("date-format: MM/dd/yyyy");
    }

    @Test
    void dates_with_two_possible_meanings_get_no_format() throws IOException {
        write("services.csv", SERVICES.formatted("05/06/2026"));

        assertThat(new MappingWriter(MappingProposal.of(folder), LIKELY).yaml().orElseThrow())
                .doesNotContain("date-format");
    }

    @Test
    void code_column_hides_values_like_names() throws IOException {
        write("services.csv", SERVICES.formatted("30/06/2025") + "S4,P4,\"Ashby, Coral\",30/06/2025,1.50\n");

        String yaml =
                new MappingWriter(MappingProposal.of(folder), LIKELY).yaml().orElseThrow();

        assertThat(yaml).contains("1 value is not shown").doesNotContain("Ashby");
    }

    @Test
    void file_without_an_input_is_not_used() throws IOException {
        write(
                "staff.csv",
                "Badge,Full Name,Grade,Parking Permit\nB1,\"Ashby, Coral\",A,yes\nB2,\"Ashby, Basil\",B,no\n");
        MappingProposal proposal = MappingProposal.of(folder);

        assertThat(proposal.inputs()).isEmpty();
        assertThat(new ProposalReport(proposal, LIKELY).missing())
                .anyMatch(line -> line.contains("no file resembles placements"));
    }

    @Test
    void table_without_a_header_shows_none_of_its_cells() throws IOException {
        write("data.csv", "S1,\"Ashby, Coral\",01/02/1950,Nursing\nS2,\"Ashby, Basil\",01/02/1940,Nursing\n");
        MappingProposal proposal = MappingProposal.of(folder);

        assertThat(new ProposalReport(proposal, LIKELY).lines()).noneMatch(line -> line.contains("Ashby"));
    }

    @Test
    void missing_required_column_is_reported_with_the_closest() throws IOException {
        write("services.csv", SERVICES.formatted("30/06/2025").replace("Service Start", "Service Date Typed"));
        MappingProposal proposal = MappingProposal.of(folder);

        assertThat(new ProposalReport(proposal, CERTAIN).missing())
                .anyMatch(line -> line.contains("placements.start_date") && line.contains("'Service Date Typed'"));
    }

    @Test
    void review_asks_about_uncertain_proposals_only() throws IOException {
        write("services.csv", SERVICES.formatted("30/06/2025").replace("Nursing home\n", "Nursing (Enhanced)\n"));
        MappingProposal proposal = MappingProposal.of(folder);
        List<String> questions = new ArrayList<>();

        new ProposalReview(question -> {
                    questions.add(question);
                    return question.contains("no column end_date") ? "y" : "";
                })
                .review(proposal);

        assertThat(questions).noneMatch(question -> question.contains("'Weekly Cost'"));
        assertThat(new MappingWriter(proposal, CERTAIN).yaml().orElseThrow())
                .contains("start_date: ['Service Start']", "\n    absent: [end_date]");
    }

    @Test
    void next_steps_copy_files_and_name_the_mapping() throws IOException {
        write("My services.csv", SERVICES.formatted("30/06/2025"));
        MappingProposal proposal = MappingProposal.of(folder);

        assertThat(new ProposalReport(proposal, LIKELY).nextSteps(folder, Path.of("m.yaml")))
                .anyMatch(line -> line.startsWith("  cp '") && line.endsWith("My services.csv' inbox/placements.csv"))
                .contains("  jobs/bin/market-shaping check --input inbox --mapping placements=m.yaml");
    }

    @Test
    void missing_folder_is_refused() {
        assertThatThrownBy(() -> MappingProposal.of(folder.resolve("none"))).isInstanceOf(UserProblem.class);
    }

    private void assertMasked(MappingProposal proposal) {
        List<String> shown = new ArrayList<>(new ProposalReport(proposal, LIKELY).lines());
        shown.addAll(new ProposalReport(proposal, LIKELY).missing());
        shown.add(new MappingWriter(proposal, LIKELY).yaml().orElse(""));
        String text = String.join("\n", shown);
        assertThat(NAMES.matcher(text).find()).isFalse();
        for (InputProposal input : proposal.inputs()) {
            for (ColumnProposal column : input.columns()) {
                if (column.codes().isEmpty()) {
                    column.column().values().keySet().stream()
                            .filter(value -> value.length() > 4)
                            .forEach(value -> assertThat(text).doesNotContain("'" + value + "'"));
                    column.column().values().keySet().stream()
                            .filter(value ->
                                    value.chars().filter(Character::isDigit).count() > 4)
                            .forEach(value -> assertThat(text).doesNotContain(value));
                }
            }
        }
    }

    private void requireValid(String yaml, MappingProposal proposal) {
        try {
            assertThat(DocumentSchema.named("mapping").violations(YamlDocument.parse(yaml)))
                    .isEmpty();
            Path file = Files.writeString(
                    Files.createTempDirectory(folder, "mapping").resolve("m.yaml"), yaml);
            Map<String, String> byInput = new HashMap<>();
            proposal.inputs().stream()
                    .filter(input -> yaml.contains("\n  " + input.contract().input() + ":"))
                    .forEach(input -> byInput.put(input.contract().input(), file.toString()));
            Mappings.of(byInput);
        } catch (IOException | YamlSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private void copy(String file) throws IOException {
        Path source = ExpectedProposals.FOLDER.resolve(file);
        Files.copy(source, folder.resolve(source.getFileName()));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
