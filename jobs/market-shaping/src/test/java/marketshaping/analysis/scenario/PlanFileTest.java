package marketshaping.analysis.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import marketshaping.model.problem.UserProblem;
import marketshaping.testkit.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {

    @TempDir
    Path folder;

    @Test
    void shipped_plan_is_read() {
        Plan plan = PlanFile.read(Home.DATA.resolve("plan.yaml"));

        assertThat(plan.places().stream().mapToInt(Plan.Places::places).sum()).isEqualTo(532);
        assertThat(plan.lots())
                .containsExactly(
                        new Plan.Lot("Nursing care", LocalDate.of(2027, 4, 1), Optional.of(new BigDecimal("1250.00"))));
    }

    @Test
    void all_errors_are_reported_at_once() throws IOException {
        Path file = plan(
                """
                places:
                  - {setting: Home care, places: 0, from: spring, weekly-cost: -1}
                  - {setting: extra care, need: Frailty, places: 5, from: 2030-02-29, beds: 4}
                lot: []
                """);

        assertThat(catchThrowableOfType(UserProblem.class, () -> PlanFile.read(file))
                        .messages())
                .anyMatch(message -> message.contains("a plan has no key 'lot'"))
                .anyMatch(message -> message.contains("'places[1].setting' has the wrong value 'Home care'"))
                .anyMatch(message -> message.contains("'places[1].places' has the wrong value '0'"))
                .anyMatch(message -> message.contains("'places[1].from' has the wrong value 'spring'"))
                .anyMatch(message -> message.contains("'places[1].weekly-cost' has the wrong value '-1'"))
                .anyMatch(message -> message.contains("'places[2].need' has the wrong value 'Frailty'"))
                .anyMatch(message -> message.contains("'places[2].from' has the wrong value '2030-02-29'"))
                .anyMatch(message -> message.contains("a plan has no key 'places[2].beds'"))
                .hasSize(8);
    }

    @Test
    void file_that_is_not_a_plan_is_rejected() throws IOException {
        assertThat(catchThrowableOfType(UserProblem.class, () -> PlanFile.read(plan("about: nothing")))
                        .messages())
                .containsExactly(
                        ("MS-1022: %s: 'places' is missing. It should be a list of places, unless lots is a list"
                                        + " of lots. Add it to the plan.")
                                .formatted(folder.resolve("plan.yaml")));
        assertThat(catchThrowableOfType(UserProblem.class, () -> PlanFile.read(plan("places: {")))
                        .messages())
                .allMatch(message -> message.contains("the plan can't be read"));
        assertThat(catchThrowableOfType(UserProblem.class, () -> PlanFile.read(folder.resolve("none.yaml")))
                        .messages())
                .allMatch(message -> message.contains("the plan can't be read"));
    }

    private Path plan(String text) throws IOException {
        return Files.writeString(folder.resolve("plan.yaml"), text);
    }
}
