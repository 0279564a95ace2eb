package marketshaping.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import marketshaping.OpenLake;
import marketshaping.input.mapping.Mappings;
import marketshaping.input.source.Fingerprint;
import marketshaping.input.validate.ExtractScanner;
import marketshaping.input.validate.InMemoryValidation;
import marketshaping.input.validate.OverlapRule;
import marketshaping.input.validate.ValidatedRow;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Inputs;
import marketshaping.model.secret.PseudonymisationKey;
import marketshaping.sample.SampleCouncil;
import marketshaping.testkit.CommandCall;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that the gaps counted from accepted rows equal those of the placement fact in Spark. The generated council lacks
 * some rows of every input, so that each kind of gap occurs.
 */
class CoverageCountsTest {
    /** The gaps in terms of the placement fact and the inputs. */
    private static final String QUERY =
            """
            WITH
            line AS (
              SELECT p.*,
                     i.delivery_postcode,
                     p.setting IN ('Residential care', 'Nursing care') AS care_home,
                     k.postcode IS NOT NULL AS postcode_known,
                     q.location_id IS NOT NULL AS location_known
              FROM placement p
              JOIN in_placements i ON i.placement_id = p.placement_id
              LEFT JOIN in_postcodes k ON k.postcode = i.delivery_postcode
              LEFT JOIN in_providers q ON q.location_id = p.cqc_location_id
            ),
            of_placements AS (
              SELECT count(*) AS placements,
                     count_if(tier = 'Not located'
                              AND NOT (delivery_postcode IS NOT NULL OR care_home AND cqc_location_id IS NOT NULL)) AS not_located,
                     count_if(tier = 'Not located'
                              AND (delivery_postcode IS NOT NULL OR care_home AND cqc_location_id IS NOT NULL)) AS not_looked_up,
                     count_if(delivery_postcode IS NOT NULL AND NOT postcode_known) AS postcode_not_there,
                     count_if(care_home AND cqc_location_id IS NULL) AS no_location,
                     count_if(cqc_location_id IS NOT NULL AND NOT location_known) AS location_not_there,
                     count_if(need_group = 'Not recorded') AS no_need,
                     count_if(turns_65 IS NULL) AS no_age,
                     count_if(purchase_route = 'Not recorded' AND contract_id IS NULL) AS no_contract,
                     count_if(purchase_route = 'Not recorded' AND contract_id IS NOT NULL) AS contract_not_there,
                     count_if(weekly_cost IS NULL) AS no_cost,
                     count_if(provider_id IS NULL AND setting <> 'Direct payment') AS no_provider
              FROM line
            ),
            of_cases AS (
              SELECT count(*) AS cases,
                     count_if(b.complete_referral_date IS NULL) AS no_complete_referral,
                     count_if(b.status = 'Sourced' AND b.placement_id IS NULL) AS sourced_without_placement,
                     count_if(b.placement_id IS NOT NULL AND p.placement_id IS NULL) AS placement_not_there,
                     count_if(b.source IS NULL OR b.source = 'Not recorded') AS no_source
              FROM in_brokering b LEFT JOIN in_placements p ON p.placement_id = b.placement_id
            ),
            of_pauses AS (
              SELECT count(*) AS pauses, count_if(b.case_id IS NULL) AS case_not_there
              FROM in_brokering_pauses z LEFT JOIN in_brokering b ON b.case_id = z.case_id
            ),
            of_memberships AS (
              SELECT count(*) AS memberships, count_if(l.lot IS NULL) AS lot_not_there
              FROM in_framework_memberships m
              LEFT JOIN (SELECT DISTINCT framework, lot FROM in_framework_lots) l
                ON l.framework = m.framework AND l.lot = m.lot
            )
            SELECT * FROM of_placements CROSS JOIN of_cases CROSS JOIN of_pauses CROSS JOIN of_memberships
            """;

    @TempDir
    private Path folder;

    @Test
    void gaps_equal_those_of_the_placement_fact() throws IOException {
        Path in = folder.resolve("in");
        SampleCouncil.of(150, 5).writeTo(in);
        thin(in);
        Map<String, Long> counts = CoverageCounts.of(accepted(in)::get);
        assertThat(counts).isEqualTo(inSpark(in));
        assertThat(counts.keySet().stream().filter(gap -> counts.get(gap) == 0))
                .as("gaps that never occur")
                .isEmpty();
    }

    /** Removes rows of the inputs that others refer to, and cells of placements and cases. */
    private static void thin(Path in) throws IOException {
        for (String input :
                List.of("contracts", "postcodes", "providers", "brokering", "framework_lots", "client_level_data")) {
            edit(in.resolve(input + ".csv"), (line, number) -> number % 7 == 2 ? null : line);
        }
        edit(in.resolve("placements.csv"), (line, number) -> number % 5 == 0 ? withoutCells(line, number) : line);
        edit(in.resolve("brokering.csv"), (line, number) -> line.replaceFirst("(,Sourced,.*),PL\\d*7,", "$1,,"));
    }

    private interface Edit {
        /** Returns the line to keep; null for none. */
        String of(String line, int number);
    }

    private static void edit(Path file, Edit edit) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = i == 0 ? lines.get(i) : edit.of(lines.get(i), i);
            kept.append(line == null ? "" : line + "\n");
        }
        Files.writeString(file, kept, StandardCharsets.ISO_8859_1);
    }

    /** Empties cells of a placement, others in each line. */
    private static String withoutCells(String line, int number) {
        String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        for (int i = 6; i < cells.length; i++) {
            cells[i] = (number / 5 + i) % 3 == 0 || number % 25 == 0 ? "" : cells[i];
        }
        return String.join(",", cells);
    }

    private static Map<String, InputRows> accepted(Path in) {
        ExtractScanner scanner = new ExtractScanner(
                Mappings.of(Map.of()), Set.of(), path -> Fingerprint.of(path).sha256());
        Map<String, InputRows> rows = new HashMap<>();
        for (Contract contract : Inputs.ALL) {
            Path file = in.resolve(contract.input() + ".csv");
            rows.put(
                    contract.input(),
                    new InputRows(
                            contract,
                            !Files.exists(file)
                                    ? List.of()
                                    : InMemoryValidation.of(
                                                    contract,
                                                    scanner.scan(contract, file),
                                                    PseudonymisationKey.ofSample(),
                                                    new OverlapRule(Set.of()))
                                            .rows()
                                            .stream()
                                            .filter(ValidatedRow::isAccepted)
                                            .map(ValidatedRow::values)
                                            .collect(Collectors.toList())));
        }
        return rows;
    }

    private Map<String, Long> inSpark(Path in) {
        Path lake = folder.resolve("lake");
        CommandCall done = CommandCall.run("ingest", "--sample", "--input", in.toString(), "--lake", lake.toString());
        assertThat(done.exitCode()).as(done.out() + done.err()).isZero();
        try (OpenLake opened = OpenLake.of(lake, LocalDate.of(2025, 6, 30))) {
            Row row = opened.sql(QUERY).first();
            Map<String, Long> counts = new TreeMap<>();
            for (String gap : row.schema().fieldNames()) {
                counts.put(gap, row.getAs(gap));
            }
            return counts;
        }
    }
}
