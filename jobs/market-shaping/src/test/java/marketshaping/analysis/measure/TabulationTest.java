package marketshaping.analysis.measure;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.List;
import marketshaping.analysis.fact.AsAt;
import marketshaping.analysis.fact.RollUpRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TabulationTest {

    static List<Measure> tabulations() {
        return Measures.ALL.stream()
                .filter(measure -> measure.tabulation().isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("tabulations")
    void roll_ups_of_a_measure_can_be_sent_to_spark_tasks(Measure measure) {
        List<RollUpRequest> requests = measure.tabulation().orElseThrow().requests(new AsAt(LocalDate.of(2025, 6, 30)));

        assertThatCode(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(requests))
                .as(measure.id())
                .doesNotThrowAnyException();
    }
}
