package marketshaping.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** The output folder of a sample, and the compression of its files. */
record SampleFolder(Path path, Packing packing) {
    enum Packing {
        PLAIN(".csv"),
        /** Java writes neither a time nor a name into the gzip header, so equal content gives equal files. */
        COMPRESSED(".csv.gz");

        private final String suffix;

        Packing(String suffix) {
            this.suffix = suffix;
        }
    }

    /** Opens an input file in UTF-8. */
    CsvFile open(String input, String... header) throws IOException {
        return open(input, StandardCharsets.UTF_8, header);
    }

    CsvFile open(String input, Charset charset, String... header) throws IOException {
        OutputStream out = Files.newOutputStream(path.resolve(input + packing.suffix));
        return new CsvFile(packing == Packing.COMPRESSED ? new GZIPOutputStream(out, 1 << 16) : out, charset, header);
    }
}
