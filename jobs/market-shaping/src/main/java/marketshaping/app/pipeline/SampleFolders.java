package marketshaping.app.pipeline;

import java.nio.file.Path;
import java.time.LocalDate;

/** The folders of the artificial sample council in a checkout, and the last date of its data. */
public final class SampleFolders {
    public static final LocalDate LAST_DATE = LocalDate.of(2026, 10, 31);

    private static final Path DATA =
            Path.of(System.getProperty("market-shaping.home", ".")).resolve("data");

    public static final Path INPUT = DATA.resolve("sample");
    public static final Path LAKE = DATA.resolve("lake/sample");
    public static final Path PACKS = DATA.resolve("packs/sample");

    private SampleFolders() {}
}
