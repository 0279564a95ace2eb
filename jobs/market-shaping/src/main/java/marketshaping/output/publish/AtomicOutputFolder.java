package marketshaping.output.publish;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marketshaping.engine.Storage;
import marketshaping.input.source.Fingerprint;
import marketshaping.model.problem.Problems;

/**
 * The folder of packs of one as-at date. Everything is written to a folder beside it first and moved in when all of it
 * is there, the manifest last: a run that fails on the way leaves the last good packs as they were.
 */
public final class AtomicOutputFolder {
    private static final String RUN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Path folder;
    private final Path beside;

    /** @param rows of data, for a table; -1 for a workbook */
    record Written(String path, String sha256, long bytes, long rows) {}

    /** @param run names the folder beside, which no other run may share */
    public AtomicOutputFolder(Path folder, String run) {
        this.folder = folder.toAbsolutePath().normalize();
        this.beside = this.folder.resolveSibling("." + this.folder.getFileName() + "." + run);
    }

    public Path folder() {
        return folder;
    }

    /** Writes files into the folder beside, through {@code write}, then moves them into place. */
    public void publish(Consumer<Path> write, Consumer<Path> writeManifest) {
        try {
            deleteUnfinished();
            Files.createDirectories(beside);
            write.accept(beside);
            writeManifest.accept(beside);
            Path manifest = beside.resolve(Manifest.FILE);
            for (Path file : filesOf(beside)) {
                if (!file.equals(manifest)) {
                    move(file);
                }
            }
            move(manifest);
        } catch (IOException e) {
            throw Problems.cannotWrite(folder, e.toString());
        } finally {
            Storage.deleteTree(beside);
        }
    }

    /** What runs that were killed left beside the folder, which hold rows about people and which nobody will finish. */
    private void deleteUnfinished() throws IOException {
        Path parent = folder.getParent();
        if (!Files.isDirectory(parent)) {
            return;
        }
        String mine = "." + folder.getFileName() + ".";
        try (Stream<Path> all = Files.list(parent)) {
            all.filter(each -> each.getFileName().toString().matches(Pattern.quote(mine) + RUN))
                    .forEach(Storage::deleteTree);
        }
    }

    /** What was written, by path below the folder. */
    public static List<Written> described(Path folder) throws IOException {
        List<Written> written = new ArrayList<>();
        for (Path file : filesOf(folder)) {
            Fingerprint fingerprint = Fingerprint.of(file);
            written.add(new Written(
                    folder.relativize(file).toString().replace('\\', '/'),
                    fingerprint.sha256(),
                    fingerprint.bytes(),
                    file.toString().endsWith(".csv") ? recordsOf(file) : -1));
        }
        return written;
    }

    /** Those of a run's files that are not the same bytes in this folder, by path. */
    public List<String> different(List<Written> before) throws IOException {
        Map<String, String> now = described(folder).stream().collect(toMap(Written::path, Written::sha256));
        return before.stream()
                .filter(file -> !file.sha256().equals(now.get(file.path())))
                .map(Written::path)
                .toList();
    }

    private static long recordsOf(Path csv) throws IOException {
        try (Stream<String> lines = Files.lines(csv)) {
            return lines.count() - 1;
        }
    }

    private void move(Path file) throws IOException {
        Path place = folder.resolve(beside.relativize(file));
        Files.createDirectories(place.getParent());
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
