package marketshaping.testkit;

import java.nio.file.Path;

/** The folders of the checkout: documents, reference lists, the sample and build output. */
public final class Home {
    public static final Path FOLDER =
            Path.of(System.getProperty("market-shaping.home", "../..")).normalize();
    public static final Path DATA = FOLDER.resolve("data");
    public static final Path SETTINGS = DATA.resolve("settings.yaml");
    public static final Path LAUNCHER = FOLDER.resolve("jobs/bin/market-shaping");
    public static final Path TARGET = FOLDER.resolve("jobs/market-shaping/target");

    private Home() {}
}
