package marketshaping.app;

import static marketshaping.testkit.RowsAssert.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.LakeReader;
import marketshaping.testkit.SmallCouncil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests months of a council's published payments, each in a different layout. */
class PaymentsTest {
    private static final String JANUARY =
            """
            Body,Name of Body,Date,Transaction Number,Amount,Supplier ID,VAT Reg no,Expense Area,Expense Type,Expense Code,Creditor Type
            18,A Council,12/01/2011,T1,1424.00,265062,,Adult & Community Services,Residential Care Spot,7401,B
            18,A Council,12/01/2011,T1,1424.00,265062,,Adult & Community Services,Residential Care Spot,7401,B
            18,A Council,13/01/2011,T2,-24.00,265062,,Adult & Community Services,Dom Care Block,7202,B
            18,A Council,14/01/2011,T3,100.00,1,,Children & Younger Persons,Residential Care Spot,7401,B
            18,A Council,14/01/2011,T4,900.50,1,,Environment,Street Lighting Maint,5401,B
            """;

    /** The wording of later years names the route and not the setting. */
    private static final String MAY =
            """
            Body,Name of Body,Date,Transaction Number,Amount,Supplier ID,VAT Reg no,Expense Area,Expense Type,Expense Code,Creditor Type
            18,A Council,12/05/2019,T5,700.00,265062,,Adult Care Operations and Health,Care Spot - Private (3rd),7401,B
            18,A Council,13/05/2019,T6,800.00,265062,,Adult Care Operations and Health,Care Block - Private (3rd),7402,B
            18,A Council,14/05/2019,T7,900.00,265062,,Children's Services,Care Spot - Private (3rd),7401,B
            """;

    /** No transaction numbers, changed names, padded cells, dates with a time, and a total without a label. */
    private static final String FEBRUARY =
            """
            Payments over £500

            Body , Name of Body, Payment Date ,Net Amount (£), Supplier ID ,Expense Area,Expense Type,Expense Code,Transaction Number
            18,A Council,2024-02-01 00:00:00, 519.89 ,7,Adult & Community Services,Nursing Care Spot,7501,
            18,A Council,2024-02-02 00:00:00,6.8E-13,7,Adult & Community Services,Nursing Care Spot,7501,
            18,A Council,2024-02-03 00:00:00,"£1,000.00",7,Adult & Community Services,Day Care Spot,7001,
            """
                    + ",,,,,,,,\n".repeat(1000)
                    + ",,,1519.89,,,,,\n";

    private static final String MAPPING =
            """
            about: our payments, in all their layouts
            extends: payments-devon
            inputs:
              payments:
                columns:
                  payment_date: [Payment Date]
                  amount: [Net Amount (£)]
            """;

    @TempDir
    private static Path folder;

    private static CommandCall done;

    @BeforeAll
    static void ingest() throws IOException {
        Path in = folder.resolve("in");
        SmallCouncil.withoutDefects().write(in);
        Files.createDirectories(in.resolve("payments"));
        Files.writeString(in.resolve("payments/2011-01.csv"), JANUARY);
        Files.writeString(in.resolve("payments/2019-05.csv"), MAY);
        Files.writeString(in.resolve("payments/2024-02.csv"), FEBRUARY, Charset.forName("windows-1252"));
        Files.writeString(in.resolve("payments/2024-03.csv"), "\ufeff" + FEBRUARY.replace("2024-02", "2024-03"));
        Path mapping = Files.writeString(folder.resolve("ours.yaml"), MAPPING);
        done = CommandCall.run(
                "ingest",
                "--sample",
                "--input",
                in.toString(),
                "--lake",
                folder.resolve("lake").toString(),
                "--mapping",
                "payments=" + mapping);
        assertThat(done.exitCode()).as(done.err()).isZero();
    }

    @Test
    void equal_payments_and_credits_of_all_months_are_kept() {
        assertThatRows(payments()
                        .groupBy("setting", "purchase_route")
                        .agg(
                                org.apache.spark.sql.functions.expr("count(*) AS payments"),
                                org.apache.spark.sql.functions.expr("sum(amount) AS amount")))
                .containsExactlyInAnyOrder(
                        "setting | purchase_route | payments | amount",
                        "Residential care | Spot | 2 | 2848",
                        "Home care | Block | 1 | -24",
                        "Nursing care | Spot | 4 | 1039.78",
                        "Day support | Spot | 2 | 2000",
                        "| Spot | 1 | 700",
                        "| Block | 1 | 800",
                        "| | 3 | 1900.5");
    }

    @Test
    void payment_dates_of_every_format_are_read() {
        assertThatRows(payments().where("expense_type = 'Day Care Spot'"))
                .containsExactlyInAnyOrder(
                        "payment_date | amount | cost_centre | expense_code",
                        "2024-02-03 | 1000 | Adult & Community Services | 7001",
                        "2024-03-03 | 1000 | Adult & Community Services | 7001");
    }

    @Test
    void valid_payments_are_not_quarantined() {
        assertThat(new LakeReader(folder.resolve("lake")).contains("quarantine"))
                .isFalse();
    }

    private static org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> payments() {
        return new LakeReader(folder.resolve("lake")).table("payments");
    }
}
