package marketshaping.output.publish;

import static java.util.stream.Collectors.toMap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import marketshaping.engine.Storage;
import marketshaping.input.source.Fingerprint;
import marketshaping.model.problem.Problems;

/**
 * The folder with the packs of one as-at date. A run writes all files to a staging folder next to it first, then
 * moves them into place, the manifest last. A run that fails while writing leaves the previous packs unchanged.
 */
public final class AtomicOutputFolder {
    private static final String RUN_ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Path folder;
    private final Path staging;

    /**
     * A file that the run wrote.
     *
     * @param path relative to the folder, with forward slashes
     * @param rows the number of data rows of a table; -1 for a workbook
     */
    record OutputFile(String path, String sha256, long bytes, long rows) {}

    /**
     * Prepares to write the folder in one run. Creates no folder yet.
     *
     * @param run a unique id, which names the staging folder
     */
    public AtomicOutputFolder(Path folder, String run) {
        this.folder = folder.toAbsolutePath().normalize();
        this.staging = this.folder.resolveSibling("." + this.folder.getFileName() + "." + run);
    }

    public Path folder() {
        return folder;
    }

    /**
     * Writes the files to the staging folder, then moves them into place, the manifest last.
     *
     * @param write writes all files but the manifest
     * @throws marketshaping.model.problem.UserProblem if a file cannot be written or moved
     */
    public void publish(Consumer<Path> write, Consumer<Path> writeManifest) {
        try {
            deleteUnfinished();
            Storage.createFolder(staging);
            write.accept(staging);
            writeManifest.accept(staging);
            Path manifest = staging.resolve(Manifest.FILE);
            for (Path file : Storage.files(staging)) {
                if (!file.equals(manifest)) {
                    move(file);
                }
            }
            move(manifest);
        } catch (IOException e) {
            throw Problems.cannotWrite(folder, e.toString());
        } finally {
            Storage.deleteTree(staging);
        }
    }

    /** Deletes staging folders of interrupted runs, because they contain personal data and no run resumes them. */
    private void deleteUnfinished() throws IOException {
        Path parent = folder.getParent();
        if (!Storage.isFolder(parent)) {
            return;
        }
        String prefix = "." + folder.getFileName() + ".";
        Storage.list(parent).stream()
                .filter(each -> each.getFileName().toString().matches(Pattern.quote(prefix) + RUN_ID))
                .forEach(Storage::deleteTree);
    }

    /** Returns path, checksum, size and row count of each file in the folder. */
    public static List<OutputFile> describe(Path folder) throws IOException {
        List<OutputFile> written = new ArrayList<>();
        for (Path file : Storage.files(folder)) {
            Fingerprint fingerprint = Fingerprint.of(file);
            written.add(new OutputFile(
                    folder.relativize(file).toString().replace('\\', '/'),
                    fingerprint.sha256(),
                    fingerprint.bytes(),
                    file.toString().endsWith(".csv") ? recordsOf(file) : -1));
        }
        return written;
    }

    /** Returns the paths of the listed files that are missing from this folder or whose content has changed. */
    public List<String> changedFiles(List<OutputFile> files) throws IOException {
        Map<String, String> checksums = describe(folder).stream().collect(toMap(OutputFile::path, OutputFile::sha256));
        return files.stream()
                .filter(file -> !file.sha256().equals(checksums.get(file.path())))
                .map(OutputFile::path)
                .toList();
    }

    private static long recordsOf(Path csv) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Storage.open(csv), StandardCharsets.UTF_8))) {
            return lines.lines().count() - 1;
        }
    }

    private void move(Path file) throws IOException {
        Path target = folder.resolve(staging.relativize(file));
        Storage.createFolder(target.getParent());
        Storage.move(file, target);
    }
}
