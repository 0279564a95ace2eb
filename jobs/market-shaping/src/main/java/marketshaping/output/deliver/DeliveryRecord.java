package marketshaping.output.deliver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import marketshaping.input.source.Fingerprint;

/** Who has been sent which bytes, kept beside the packs: a line for each file and address, with the file's SHA-256. */
final class DeliveryRecord {
    static final String NAME = ".sent";

    private final Path file;
    private final List<String> lines;

    private DeliveryRecord(Path file, List<String> lines) {
        this.file = file;
        this.lines = new ArrayList<>(lines);
    }

    /** @param packs the folder of packs; where nothing was sent from it, nobody has anything */
    static DeliveryRecord of(Path packs) throws IOException {
        Path file = packs.resolve(NAME);
        return new DeliveryRecord(file, Files.exists(file) ? Files.readAllLines(file) : List.of());
    }

    /** Whether what an address was sent last are these files. */
    boolean has(String address, List<Path> files) {
        return files.stream().allMatch(sent -> lines.contains(line(address, sent)));
    }

    void add(String address, List<Path> files) throws IOException {
        for (Path sent : files) {
            lines.removeIf(line -> line.endsWith(ending(address, sent)));
            lines.add(line(address, sent));
        }
        Path whole = file.resolveSibling(NAME + ".new");
        Files.write(whole, lines);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(String address, Path sent) {
        return Fingerprint.of(sent).sha256() + ending(address, sent);
    }

    private static String ending(String address, Path sent) {
        return "  %s  %s".formatted(sent.getFileName(), address);
    }
}
