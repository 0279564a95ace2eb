package marketshaping.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * An artificial council in the shape of Hackney, for trying things out, for tests and for benchmarks: every input that a
 * council gives us, from November 2022 to October 2026, of no real person, provider or postcode. At 4,000 people it comes out
 * exactly at the figures that Hackney and its inspectors have published; at other sizes at those figures in proportion.
 *
 * <p>The same number of people and the same seed give the same files, byte for byte. Memory grows with the largest group of
 * people who are alike, not with the number of rows.
 */
public final class SampleCouncil {
    private static final String README =
            """
            An artificial council
            =====================
            Everything in this folder is made up by a program from a seed: no row is about a real person, provider, contract
            or care home, and the postcodes (areas ZA to ZZ) do not exist. Only the councils' names and codes are real.

            It is shaped like Hackney and comes out at figures that were published about Hackney on the days they speak of.
            A few rows are faulty on purpose, as they are in real extracts. The national return (client_level_data: Release 2,
            Windows-1252, 1 October 2025 to 30 September 2026) disagrees with the placements here and there, also on purpose.

            People in long-term support at a time: about %d. Seed: %d. From November 2022 to October 2026.
            Written by marketshaping.sample.SampleCouncil. The committed sample (4,000 people, seed 1) is written anew by
                mvn -pl jobs test -Dtest=SampleCouncilTest -Dsample.rewrite=true
            """;

    /** The national return is refused in any other encoding. */
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final int people;
    private final long seed;

    private SampleCouncil(int people, long seed) {
        this.people = people;
        this.seed = seed;
    }

    /**
     * A council.
     *
     * @param people about how many are in long-term support at a time; the placement lines come to about two and a half times
     *     as many
     * @param seed any number; another one makes another council with the same headline figures
     */
    public static SampleCouncil of(int people, long seed) {
        if (people < 1) {
            throw new IllegalArgumentException("A council needs at least one person, not " + people);
        }
        return new SampleCouncil(people, seed);
    }

    /** Writes {@code placements.csv} and the other inputs into a folder, which is made if need be. */
    public void writeTo(Path folder) throws IOException {
        write(new SampleFolder(folder, SampleFolder.Packing.PLAIN), ReturnRelease.TWO);
    }

    /** Writes {@code placements.csv.gz} and the other inputs into a folder, which is made if need be. */
    public void writeCompressedTo(Path folder) throws IOException {
        write(new SampleFolder(folder, SampleFolder.Packing.COMPRESSED), ReturnRelease.TWO);
    }

    /**
     * Writes what {@link #writeTo} writes, but {@code client_level_data.csv} in the fields and the wording of Release 1 of the
     * national specification instead of Release 2: the same events, row by row.
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
                new PoolHistory(plan, pool, register, movers, chance(100L + pool.number())).tell(caseSystem::record);
            }
            brokering.writeOthers();
            payments.write();
            DefectiveRows dirt = new DefectiveRows(people);
            dirt.intoPlacements(placementFile, placements.totalPence());
            dirt.intoContracts(contractFile);
            dirt.intoBrokering(brokeringFile);
            dirt.intoPayments(paymentFile, payments.totalPence());
        }
    }

    private SeededRandom chance(long stream) {
        return new SeededRandom(seed, stream);
    }
}
