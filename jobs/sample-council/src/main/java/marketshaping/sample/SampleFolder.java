package marketshaping.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** The folder that a sample is written to, and how its files are packed. */
record SampleFolder(Path path, Packing packing) {
    enum Packing {
        PLAIN(".csv"),
        /** Java writes no time and no name into the header, so that equal content makes equal files. */
        COMPRESSED(".csv.gz");

        private final String suffix;

        Packing(String suffix) {
            this.suffix = suffix;
        }
    }

    /** In UTF-8. */
    CsvFile open(String input, String... header) throws IOException {
        return open(input, StandardCharsets.UTF_8, header);
    }

    CsvFile open(String input, Charset charset, String... header) throws IOException {
        OutputStream out = Files.newOutputStream(path.resolve(input + packing.suffix));
        return new CsvFile(packing == Packing.COMPRESSED ? new GZIPOutputStream(out, 1 << 16) : out, charset, header);
    }
}
