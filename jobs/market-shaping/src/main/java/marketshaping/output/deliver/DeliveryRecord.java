package marketshaping.output.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import marketshaping.engine.Storage;
import marketshaping.input.source.Fingerprint;

/**
 * A text file next to the packs that lists what was sent by e-mail: one line per file and address, with the file's
 * SHA-256.
 */
final class DeliveryRecord {
    static final String NAME = ".sent";

    private final Path file;
    private final List<String> lines;

    private DeliveryRecord(Path file, List<String> lines) {
        this.file = file;
        this.lines = new ArrayList<>(lines);
    }

    /**
     * Reads the record of a folder of packs; empty if nothing has been sent from it.
     *
     * @param packs the folder of packs
     */
    static DeliveryRecord of(Path packs) throws IOException {
        Path file = packs.resolve(NAME);
        return new DeliveryRecord(
                file, Storage.exists(file) ? Storage.read(file).lines().toList() : List.of());
    }

    /** Returns true if this address has already received the current version of each of these files. */
    boolean contains(String address, List<Path> files) {
        return files.stream().allMatch(sent -> lines.contains(line(address, sent)));
    }

    /** Records that this address has received the current version of these files, and saves the record. */
    void add(String address, List<Path> files) throws IOException {
        for (Path sent : files) {
            lines.removeIf(line -> line.endsWith(suffix(address, sent)));
            lines.add(line(address, sent));
        }
        Storage.replace(file, String.join("\n", lines) + "\n");
    }

    private static String line(String address, Path sent) {
        return Fingerprint.of(sent).sha256() + suffix(address, sent);
    }

    private static String suffix(String address, Path sent) {
        return "  %s  %s".formatted(sent.getFileName(), address);
    }
}
