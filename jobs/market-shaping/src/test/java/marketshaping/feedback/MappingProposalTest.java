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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.input.mapping.Mappings;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Inputs;
import marketshaping.model.document.DocumentSchema;
import marketshaping.model.document.YamlDocument;
import marketshaping.model.document.YamlSyntaxException;
import marketshaping.model.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

        assertThat(new MappingWriter(proposal, CERTAIN).yaml().orElseThrow()).contains("\n      # end_date,");
        assertThat(new MappingWriter(proposal, LIKELY).yaml().orElseThrow())
                .contains("\n        'Nursing home': 'Nursing care'", "\n      end_date,", "\n      cost_frequency,");
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

        assertThat(yaml)
                .contains("1 value is not shown, because it may be personal: 1 row, the first is row 5 of services.csv")
                .doesNotContain("Ashby");
    }

    @Test
    void file_without_an_input_is_not_used() throws IOException {
        write(
                "staff.csv",
                "Badge,Full Name,Grade,Parking Permit\nB1,\"Ashby, Coral\",A,yes\nB2,\"Ashby, Basil\",B,no\n");
        MappingProposal proposal = MappingProposal.of(folder);

        assertThat(proposal.inputs()).isEmpty();
        assertThat(new ProposalReport(proposal).missing())
                .anyMatch(line -> line.contains("no file resembles placements"));
    }

    @Test
    void table_without_a_header_shows_none_of_its_cells() throws IOException {
        write("data.csv", "S1,\"Ashby, Coral\",01/02/1950,Nursing\nS2,\"Ashby, Basil\",01/02/1940,Nursing\n");
        MappingProposal proposal = MappingProposal.of(folder);

        assertThat(new ProposalReport(proposal).lines()).noneMatch(line -> line.contains("Ashby"));
    }

    @Test
    void missing_required_column_is_reported_with_the_closest() throws IOException {
        write(
                "services.csv",
                SERVICES.formatted("30/06/2025")
                        .replace("Service Start", "Care Start Typed On Form")
                        .replace("home,30/06/2025,8", "home,,8"));
        MappingProposal proposal = MappingProposal.of(folder);

        assertThat(new ProposalReport(proposal).missing())
                .anyMatch(
                        line -> line.contains("placements.start_date") && line.contains("'Care Start Typed On Form'"));
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
                .contains("start_date: ['Service Start']", "\n      end_date,", "\n      # cost_frequency,");
    }

    @Test
    void next_steps_copy_files_and_name_the_mapping() throws IOException {
        write("My services.csv", SERVICES.formatted("30/06/2025"));
        MappingProposal proposal = MappingProposal.of(folder);

        String copy = folder + "-renamed";
        assertThat(new ProposalReport(proposal).nextSteps(folder, Path.of("m.yaml"), Path.of("../bin/market-shaping")))
                .contains(
                        "  mkdir " + copy,
                        "  cp '" + folder.resolve("My services.csv") + "' " + copy + "/placements.csv",
                        "  ../bin/market-shaping check --input " + copy + " --mapping placements=m.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "Home Care (Sensory), Home care, LIKELY",
        "Homecare / Waking Nights, Home care, LIKELY",
        "Home Care 45 mins, Home care, LIKELY",
        "Night Sits x3, Home care, LIKELY",
        "Care Home - Dementia Nursing, Nursing care, LIKELY",
        "Care Home (Respite), Respite, LIKELY",
        "Nsg Band 2, Nursing care, LIKELY",
        "Direct Payment - Day Care, Direct payment, LIKELY",
        "Home Care - Direct Payment, Home care, UNSURE",
        "Extra Care: Home Care, Extra care, LIKELY",
        "Home Care Home, Home care, UNSURE",
        "Supported Living or Residential, Supported living, UNSURE",
        "Not Nursing, '', UNSURE",
        "Residential (no FNC), Residential care, UNSURE",
        "Personal Care - Home Visits, Home care, UNSURE",
    })
    void setting_is_unsure_between_two_settings(String value, String code, Confidence confidence) {
        assertThat(matched("setting", value)).isEqualTo(List.of(code, confidence));
    }

    @Test
    void every_pair_of_settings_is_unsure_unless_decided() {
        List<String> settings = List.of(
                "Residential Care",
                "Care Home",
                "Nursing Care",
                "Supported Living",
                "Extra Care",
                "Shared Lives",
                "Home Care",
                "Day Care",
                "Direct Payment",
                "Respite");
        Map<String, String> codes = Map.of(
                "Residential Care",
                "Residential care",
                "Care Home",
                "Residential care",
                "Nursing Care",
                "Nursing care",
                "Supported Living",
                "Supported living",
                "Extra Care",
                "Extra care",
                "Home Care",
                "Home care",
                "Day Care",
                "Day support",
                "Direct Payment",
                "Direct payment");
        List<String> wrong = new ArrayList<>();
        for (String form : List.of("%s - %s", "%s %s", "%s (%s)", "%s/%s")) {
            for (String first : settings) {
                for (String second : settings) {
                    String one = codes.getOrDefault(first, first);
                    String other = codes.getOrDefault(second, second);
                    List<Object> found = matched("setting", form.formatted(first, second));
                    boolean isClear = found.get(1) != Confidence.UNSURE;
                    String decided = decided(one, other, second + first);
                    if (!one.equals(other) && isClear && !found.get(0).equals(decided)) {
                        wrong.add(form.formatted(first, second) + ": " + found);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** Returns the code that the names of two settings mean together; empty if that is not known. */
    private static String decided(String first, String second, String names) {
        Set<String> homes = Set.of("Residential care", "Nursing care");
        if (Set.of("Direct payment", "Extra care").contains(first)) {
            return first;
        } else if (first.equals("Respite") && homes.contains(second)
                || second.equals("Respite") && homes.contains(first)) {
            return "Respite";
        }
        return names.contains("Care Home") && names.contains("Nursing Care") ? "Nursing care" : "";
    }

    @ParameterizedTest
    @CsvSource({
        "brokering, status, Withdrawn (Client Died), Died, LIKELY",
        "brokering, status, No Bids Received, '', UNSURE",
        "placements, end_reason, Self-funding now, '', UNSURE",
        "placements, end_reason, End of short break, '', UNSURE",
        "placements, primary_support_reason, Sensory: Deaf, Sensory support: Support for hearing impairment, LIKELY",
        "placements, primary_support_reason, Sensory - Visual, Sensory support: Support for visual impairment, LIKELY",
    })
    void precise_name_in_a_value_decides(String input, String field, String value, String code, Confidence confidence) {
        assertThat(matched(input, field, value)).isEqualTo(List.of(code, confidence));
    }

    @Test
    void cost_and_volume_is_not_certainly_a_framework() {
        assertThat(matched("contracts", "purchase_route", "Cost and Volume").get(1))
                .isEqualTo(Confidence.UNSURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nursing home AB1 2DE",
                "Nursing home 4 Dunmore Rd",
                "Nursing home - Mrs C Ashby",
                "Nursing home (Coral Ashby)",
                "Nursing home 03/11/1951",
                "Nursing home 3rd Nov 1951",
                "Nursing home for Ashby's mother",
                "Nursing home 2345678",
                "Young, Coral",
            })
    void personal_value_is_hidden_in_any_number_of_rows(String value) throws IOException {
        write("services.csv", SERVICES.formatted("30/06/2025") + rows(value, 4));

        assertThat(new MappingWriter(MappingProposal.of(folder), LIKELY).yaml().orElseThrow())
                .contains("1 value is not shown, because it may be personal: 4 rows, the first is row 5")
                .doesNotContain(value.replace("'", "''"));
    }

    @Test
    void rare_value_is_shown_if_its_words_are_known() throws IOException {
        write(
                "services.csv",
                SERVICES.formatted("30/06/2025")
                        + rows("SL - 12hr", 1)
                        + rows("Home Care 45 mins", 1)
                        + rows("Carer's break", 1)
                        + rows("Residential Dunmore", 2)
                        + rows("Nursing Elmsley", 3));

        assertThat(new MappingWriter(MappingProposal.of(folder), LIKELY).yaml().orElseThrow())
                .contains("'SL - 12hr'", "'Home Care 45 mins'", "'Carer''s break'", "'Nursing Elmsley'")
                .doesNotContain("Dunmore");
    }

    @Test
    void header_of_unknown_words_is_shown() throws IOException {
        write("services.csv", SERVICES.formatted("30/06/2025").replace("Weekly Cost", "Weekly Cost,Chosen Tenderer"));

        assertThat(new MappingWriter(MappingProposal.of(folder), LIKELY).yaml().orElseThrow())
                .contains("Ignored columns: Chosen Tenderer\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "# "})
    void lines_are_valid_when_the_sign_is_removed(String sign) throws IOException {
        copy("held-out-services.csv");
        MappingProposal proposal = MappingProposal.of(folder);

        String accepted = new MappingWriter(proposal, CERTAIN)
                .yaml()
                .orElseThrow()
                .replaceAll("(?m)^( *)" + sign + "(?!#)(?!.*# decide)", "$1");

        assertThat(accepted).doesNotContainPattern("(?m)^ *# (?!.*# decide)");
        requireValid(accepted, proposal);
    }

    @Test
    void code_of_a_likely_column_needs_no_further_acceptance() throws IOException {
        copy("held-out-services.csv");

        assertThat(new MappingWriter(MappingProposal.of(folder), CERTAIN).yaml().orElseThrow())
                .contains("\n      # setting: ['Svc Element']", "\n      setting: {")
                .containsPattern("\n        '[^']+': '[^']+',  # certain");
    }

    @Test
    void field_that_some_rows_need_is_marked() throws IOException {
        write(
                "agreements.csv",
                """
                Contract Number,Contract Type,Supplier Code,Contract Start
                C1,Call Off,S1,01/04/2025
                C2,Call Off,S2,01/04/2025
                C3,Spot,S2,01/04/2025
                """);
        MappingProposal proposal = MappingProposal.of(folder);
        String need = "needed where purchase_route is Framework: 2 rows will be quarantined without it";

        assertThat(new MappingWriter(proposal, LIKELY).yaml().orElseThrow())
                .contains(
                        "# framework: [],  # no column found; " + need,
                        "# lot: [],  # no column found; " + need,
                        "    constants: {\n      # framework: 'Not stated',");
        assertThat(new ProposalReport(proposal).lines())
                .anyMatch(line -> line.startsWith("  lot ") && line.endsWith(need));
    }

    @Test
    void field_that_no_row_needs_is_not_marked() throws IOException {
        write("agreements.csv", "Contract Number,Contract Type,Supplier Code,Contract Start\nC1,Spot,S1,01/04/2025\n");

        assertThat(new MappingWriter(MappingProposal.of(folder), LIKELY).yaml().orElseThrow())
                .contains("# lot: [],  # no column found\n")
                .doesNotContain("constants");
    }

    @Test
    void missing_folder_is_refused() {
        assertThatThrownBy(() -> MappingProposal.of(folder.resolve("none"))).isInstanceOf(UserProblem.class);
    }

    private static List<Object> matched(String field, String value) {
        return matched("placements", field, value);
    }

    private static List<Object> matched(String input, String field, String value) {
        Field coded = Inputs.named(input).fields().stream()
                .filter(one -> one.name().equals(field))
                .findFirst()
                .orElseThrow();
        ColumnProfile column = new ColumnProfile(0, field);
        IntStream.range(2, 5).forEach(row -> column.add(value, Path.of("extract.csv"), row));
        CodeProposal code = new CodeMatcher(coded).proposals(column).get(0);
        return List.of(code.code(), code.confidence());
    }

    private static String rows(String value, int number) {
        return "%s,P,\"%s\",30/06/2025,1.50%n"
                .formatted("S" + value.hashCode(), value)
                .repeat(number);
    }

    private void assertMasked(MappingProposal proposal) {
        List<String> shown = new ArrayList<>(new ProposalReport(proposal).lines());
        shown.addAll(new ProposalReport(proposal).missing());
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
