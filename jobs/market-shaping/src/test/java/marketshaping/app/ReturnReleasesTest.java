package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import marketshaping.sample.SampleCouncil;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.LakeReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the national return of the same people in the wording of release 1 and of release 2. */
class ReturnReleasesTest {
    private static final int PEOPLE = 100;
    private static final long SEED = 5;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void ingest() throws java.io.IOException {
        SampleCouncil.of(PEOPLE, SEED).writeReleaseOneTo(folder.resolve("in1"));
        SampleCouncil.of(PEOPLE, SEED).writeTo(folder.resolve("in2"));
        ingest("1");
        ingest("2");
    }

    private static void ingest(String release) {
        CommandCall done = CommandCall.run(
                "ingest",
                "--sample",
                "--input",
                folder.resolve("in" + release).toString(),
                "--lake",
                folder.resolve("lake" + release).toString());
        assertThat(done.exitCode()).as(done.err()).isZero();
    }

    @Test
    void both_releases_give_identical_rows() {
        Dataset<Row> one = rows("1");
        Dataset<Row> two = rows("2");
        assertThat(one.count()).isPositive();
        assertThat(difference(one, two)).isEmpty();
        assertThat(difference(two, one)).isEmpty();
    }

    private static List<String> difference(Dataset<Row> rows, Dataset<Row> others) {
        return rows.exceptAll(others).limit(3).collectAsList().stream()
                .map(Row::toString)
                .toList();
    }

    private static Dataset<Row> rows(String release) {
        return new LakeReader(folder.resolve("lake" + release)).table("client_level_data");
    }
}
