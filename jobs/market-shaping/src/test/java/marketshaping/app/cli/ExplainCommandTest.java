package marketshaping.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import marketshaping.analysis.measure.BrokeringTimes;
import marketshaping.analysis.measure.CldCheck;
import marketshaping.analysis.measure.Measure;
import marketshaping.analysis.measure.Measures;
import marketshaping.analysis.measure.SevenDayGap;
import marketshaping.testkit.CommandCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainCommandTest {

    static List<Measure> measures() {
        return Measures.ALL;
    }

    @ParameterizedTest
    @MethodSource("measures")
    void explain_describes_a_measure_with_columns_and_query(Measure measure) {
        CommandCall done = CommandCall.run("explain", measure.id());

        assertThat(done.exitCode()).isZero();
        assertThat(done.err()).isEmpty();
        assertThat(words(done.out()))
                .startsWith(words(measure.id() + ": " + measure.title()))
                .contains(measure.definition().lines().stream()
                        .map(ExplainCommandTest::words)
                        .toList())
                .endsWith(words(measure.tabulation().isPresent() ? measure.referenceQuery() : measure.query()));
        assertThat(between(done.out(), "Columns", "Optional inputs")
                        .lines()
                        .skip(1)
                        .filter(line -> !line.isBlank())
                        .map(line -> line.strip().split(" ")[0]))
                .containsExactlyElementsOf(measure.columns().stream()
                        .filter(column -> !column.isSupporting())
                        .map(column -> column.name())
                        .toList());
    }

    @Test
    void explain_lists_the_sources_of_a_column_and_its_inputs() {
        String out = CommandCall.run("explain", BrokeringTimes.MEASURE.id()).out();

        assertThat(out.lines().filter(line -> line.startsWith("  within_target_percent ")))
                .singleElement()
                .asString()
                .matches(".*share of cases within target +% +within target / with target");
        assertThat(words(between(out, "Optional inputs", "Sources")))
                .isEqualTo("brokering_pauses: without it, these columns show [x]: mean_net_days, median_net_days.");
        assertThat(words(between(out, "Sources", "Audience")))
                .contains("brokering (brokering cases; from the inputs brokering, brokering_pauses, bank_holidays,"
                        + " placements, contracts): setting, source, sourced_date, gross_days, net_days,"
                        + " working_days, days_to_start, target_days");
    }

    @Test
    void explain_states_the_audience() {
        String out = CommandCall.run("explain", SevenDayGap.MEASURE.id()).out();

        assertThat(words(between(out, "Audience", "Reference query, in DuckDB SQL")))
                .isEqualTo("The council only. No published pack contains this measure.");
    }

    @Test
    void explain_states_the_values_of_a_query() {
        String out = CommandCall.run("explain", CldCheck.MEASURE.id()).out();

        assertThat(out)
                .contains(":as_at is the as-at date.")
                .doesNotContain("is the day on which the framework went live");
    }

    @Test
    void explain_without_a_name_lists_every_measure() {
        CommandCall done = CommandCall.run("explain");

        assertThat(done.exitCode()).isZero();
        assertThat(done.out().lines().skip(1).map(String::strip))
                .hasSize(Measures.ALL.size())
                .allSatisfy(line -> assertThat(Measures.ALL)
                        .anyMatch(measure -> line.startsWith(measure.id()) && line.endsWith(measure.title())));
    }

    @Test
    void unknown_measure_is_answered_with_the_nearest_names() {
        CommandCall mistyped = CommandCall.run("explain", "oob_stok");

        assertThat(mistyped.exitCode()).isEqualTo(2);
        assertThat(mistyped.out()).isEmpty();
        assertThat(mistyped.err())
                .startsWith("MS-1016: There is no measure 'oob_stok'. The measures with the most similar names are:"
                        + " oob_stock, ");
        assertThat(CommandCall.run("explain", "pauses").err())
                .contains("The measures with the most similar names are: brokering_pauses, ");
    }

    /** Returns the text between two headings, without the line that underlines the first. */
    private static String between(String out, String heading, String next) {
        String after = out.substring(out.indexOf("\n" + heading + "\n") + 1);
        return after.substring(0, after.indexOf("\n" + next + "\n"))
                .lines()
                .skip(2)
                .reduce("", (text, line) -> text + line + "\n");
    }

    /** Returns the words with single spaces, without line breaks. */
    private static String words(String text) {
        return String.join(" ", text.strip().split("\\s+"));
    }
}
