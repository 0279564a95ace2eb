package marketshaping.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * An artificial council in the shape of Hackney, for trials, tests and benchmarks. It writes every input that a council
 * supplies, from November 2022 to October 2026, without any real person, provider or postcode. With 4,000 people it
 * meets the figures published by Hackney and its inspectors exactly; other sizes meet them in proportion.
 *
 * <p>The same number of people and the same seed give the same files, byte for byte. Memory use depends on the size of
 * the largest pool, not on the number of rows.
 */
public final class SampleCouncil {
    private static final String README =
            """
            An artificial council
            =====================
            A program generates everything in this folder from a seed. No row is about a real person, provider,
            contract or care home, and the postcodes (areas ZA to ZZ) do not exist. Only the councils' names and
            codes are real.

            The council has the shape of Hackney. It meets published figures about Hackney on the dates of those
            figures.
            A few rows are defective on purpose, as in real extracts. The national return (client_level_data: Release 2,
            Windows-1252, 1 October 2025 to 30 September 2026) disagrees with some placements, also on purpose.

            People in long-term support at a time: about %d. Seed: %d. From November 2022 to October 2026.
            Written by marketshaping.sample.SampleCouncil. To rewrite the committed sample (4,000 people, seed 1), run:
                mvn -pl jobs/sample-council test -Dtest=SampleCouncilTest -Dsample.rewrite=true
            """;

    /** The encoding of the national return, which is refused in any other encoding. */
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final int people;
    private final long seed;

    private SampleCouncil(int people, long seed) {
        this.people = people;
        this.seed = seed;
    }

    /**
     * Returns a council of the given size.
     *
     * @param people the approximate number of people in long-term support at a time; there are about two and a half
     *     times as many placement lines
     * @param seed any number; a different seed gives a different council with the same headline figures
     */
    public static SampleCouncil of(int people, long seed) {
        if (people < 1) {
            throw new IllegalArgumentException("A council needs at least one person, not " + people);
        }
        return new SampleCouncil(people, seed);
    }

    /** Writes {@code placements.csv} and the other inputs into a folder, which is created if necessary. */
    public void writeTo(Path folder) throws IOException {
        write(new SampleFolder(folder, SampleFolder.Packing.PLAIN), ReturnRelease.TWO);
    }

    /** Writes {@code placements.csv.gz} and the other inputs into a folder, which is created if necessary. */
    public void writeCompressedTo(Path folder) throws IOException {
        write(new SampleFolder(folder, SampleFolder.Packing.COMPRESSED), ReturnRelease.TWO);
    }

    /**
     * Writes the same files as {@link #writeTo}, except {@code client_level_data.csv}. It has the fields and wording of
     * Release 1 of the national specification instead of Release 2. The events are the same, row by row.
     */
    public void writeReleaseOneTo(Path folder) throws IOException {
        write(new SampleFolder(folder, SampleFolder.Packing.PLAIN), ReturnRelease.ONE);
    }

    private void write(SampleFolder folder, ReturnRelease release) throws IOException {
        Files.createDirectories(folder.path());
        Files.writeString(
                folder.path().resolve("README.txt"),
                String.format(Locale.ROOT, README, people, seed),
                StandardCharsets.UTF_8);
        ArtificialPostcodes postcodes = new ArtificialPostcodes(people, seed);
        ProviderMarket providers = new ProviderMarket(people, postcodes, chance(1));
        try {
            writeMarket(folder, postcodes, providers);
            writePeople(folder, release, postcodes, providers);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void writeMarket(SampleFolder folder, ArtificialPostcodes postcodes, ProviderMarket providers)
            throws IOException {
        try (CsvFile directory = folder.open("postcodes", "pcds", "oslaua", "lat", "long", "doterm");
                CsvFile locations = folder.open("providers", CareDirectory.HEADER);
                CsvFile memberships = folder.open("framework_memberships", FrameworkMembershipFile.HEADER);
                CsvFile lots = folder.open(
                        "framework_lots", "framework", "lot", "setting", "from_date", "to_date", "weekly_rate")) {
            postcodes.write(directory);
            new CareDirectory(postcodes).write(providers, locations);
            FrameworkMembershipFile.write(providers, memberships);
            Lot.write(lots);
        }
    }

    private void writePeople(
            SampleFolder folder, ReturnRelease release, ArtificialPostcodes postcodes, ProviderMarket providers)
            throws IOException {
        try (CsvFile placementFile = folder.open("placements", PlacementFile.HEADER);
                CsvFile contractFile = folder.open("contracts", ContractRegister.HEADER);
                CsvFile brokeringFile = folder.open("brokering", BrokeringCases.HEADER);
                CsvFile pauseFile = folder.open("brokering_pauses", ClockPauses.HEADER);
                CsvFile visitFile = folder.open("visits", VisitRecords.HEADER);
                CsvFile paymentFile = folder.open("payments", PaymentRuns.HEADER);
                CsvFile returnFile = folder.open("client_level_data", WINDOWS_1252, release.header())) {
            PopulationPlan plan = new PopulationPlan(people);
            ReferenceNumbers register = new ReferenceNumbers();
            ContractRegister contracts = new ContractRegister(contractFile, register, chance(2));
            contracts.writeShared(plan, providers);
            PlacementFile placements =
                    new PlacementFile(placementFile, register, new Locations(postcodes, chance(3)), chance(4));
            BrokeringCases brokering =
                    new BrokeringCases(brokeringFile, new ClockPauses(pauseFile, chance(5)), register, plan, chance(6));
            NationalReturn clientLevelData = new NationalReturn(returnFile, release, chance(11));
            PaymentRuns payments = new PaymentRuns(paymentFile, contracts, people, chance(12));
            CaseSystem caseSystem = new CaseSystem(
                    placements,
                    new Purchasing(providers, contracts, chance(7)),
                    brokering,
                    new VisitRecords(visitFile, clientLevelData, plan, chance(8)),
                    new AdditionalServices(chance(9)),
                    clientLevelData,
                    payments,
                    chance(10));
            Movers movers = new Movers();
            for (Pool pool : plan.pools()) {
                new PoolHistory(plan, pool, register, movers, chance(100L + pool.number()))
                        .forEachStay(caseSystem::record);
            }
            brokering.writeOthers();
            payments.write();
            DefectiveRows defectiveRows = new DefectiveRows(people);
            defectiveRows.intoPlacements(placementFile, placements.totalPence());
            defectiveRows.intoContracts(contractFile);
            defectiveRows.intoBrokering(brokeringFile);
            defectiveRows.intoPayments(paymentFile, payments.totalPence());
        }
    }

    private SeededRandom chance(long stream) {
        return new SeededRandom(seed, stream);
    }
}
