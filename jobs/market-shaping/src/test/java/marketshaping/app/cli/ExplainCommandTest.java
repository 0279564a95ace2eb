package marketshaping.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import marketshaping.analysis.measure.BrokeringTimes;
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
    void should_say_what_a_measure_counts_holds_reads_and_asks(Measure measure) {
        CommandCall done = CommandCall.run("explain", measure.id());

        assertThat(done.exitCode()).isZero();
        assertThat(done.err()).isEmpty();
        assertThat(words(done.out()))
                .startsWith(words(measure.id() + ": " + measure.title()))
                .contains(measure.definition().lines().stream()
                        .map(ExplainCommandTest::words)
                        .toList())
                .endsWith(words(measure.query()));
        assertThat(between(done.out(), "Columns", "Optional inputs that it needs")
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
    void should_say_what_a_column_rests_on_and_which_input_it_needs() {
        String out = CommandCall.run("explain", BrokeringTimes.MEASURE.id()).out();

        assertThat(out.lines().filter(line -> line.startsWith("  within_target_percent ")))
                .singleElement()
                .asString()
                .matches(".*share of cases within target +% +within target / with target");
        assertThat(words(between(out, "Optional inputs that it needs", "What it reads")))
                .isEqualTo("brokering_pauses: without it these show [x]: mean_net_days, median_net_days.");
        assertThat(words(between(out, "What it reads", "Who may see it")))
                .contains("brokering (brokering cases; from the inputs brokering, brokering_pauses, bank_holidays,"
                        + " placements, contracts): setting, source, sourced_date, gross_days, net_days,"
                        + " working_days, days_to_start, target_days")
                .contains("first_day_before, last_day_before");
    }

    @Test
    void should_say_who_may_see_it_and_what_the_values_in_the_query_are() {
        String out = CommandCall.run("explain", SevenDayGap.MEASURE.id()).out();

        assertThat(words(between(out, "Who may see it", "Query, in Spark SQL")))
                .isEqualTo("The council alone: it is in no published pack.");
        assertThat(out)
                .contains(":as_at is the as-at date.")
                .contains(":twelve_months_before is the day before the last 12 months began.")
                .doesNotContain("is the day on which the framework went live");
    }

    @Test
    void should_list_every_measure_where_none_is_named() {
        CommandCall done = CommandCall.run("explain");

        assertThat(done.exitCode()).isZero();
        assertThat(done.out().lines().skip(1).map(String::strip))
                .hasSize(Measures.ALL.size())
                .allSatisfy(line -> assertThat(Measures.ALL)
                        .anyMatch(measure -> line.startsWith(measure.id()) && line.endsWith(measure.title())));
    }

    @Test
    void should_name_the_nearest_measures_where_there_is_none_of_that_name() {
        CommandCall mistyped = CommandCall.run("explain", "oob_stok");

        assertThat(mistyped.exitCode()).isEqualTo(2);
        assertThat(mistyped.out()).isEmpty();
        assertThat(mistyped.err()).startsWith("There is no measure 'oob_stok'. The nearest are: oob_stock, ");
        assertThat(CommandCall.run("explain", "pauses").err()).contains("The nearest are: brokering_pauses, ");
    }

    /** What stands between two headings, without the rule under the first. */
    private static String between(String out, String heading, String next) {
        String after = out.substring(out.indexOf("\n" + heading + "\n") + 1);
        return after.substring(0, after.indexOf("\n" + next + "\n"))
                .lines()
                .skip(2)
                .reduce("", (text, line) -> text + line + "\n");
    }

    /** However it is broken into lines. */
    private static String words(String text) {
        return String.join(" ", text.strip().split("\\s+"));
    }
}
