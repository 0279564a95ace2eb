package marketshaping.engine;

import java.io.IOException;
import java.nio.file.Path;
import marketshaping.model.problem.Problems;

/**
 * Spark's temporary folder, which may contain rows about people. It is on the local disk and is deleted when the
 * process ends. In case the process is killed, a marker file in the lake contains its path during a run. The next run
 * on that lake deletes the folder. The marker also remains after a failed run, but is then empty.
 */
public final class SparkTempDir implements AutoCloseable {
    private static final String PREFIX = "market-shaping-scratch";

    private final Path marker;
    private final boolean followsUnfinished;
    private boolean isFinished;

    private SparkTempDir(Path marker, boolean followsUnfinished) {
        this.marker = marker;
        this.followsUnfinished = followsUnfinished;
    }

    /** Spark uses the same folder for every session of a process. */
    private static final class OfProcess {
        static final Path FOLDER = made();

        private static Path made() {
            try {
                Path folder = Storage.temporaryFolder(PREFIX);
                // Spark has emptied it by then.
                folder.toFile().deleteOnExit();
                return folder;
            } catch (IOException e) {
                throw Problems.cannotWrite(Path.of(System.getProperty("java.io.tmpdir")), e.toString());
            }
        }
    }

    static Path folder() {
        return OfProcess.FOLDER;
    }

    /**
     * Deletes the folder of a killed run and writes the marker of this run. The caller must hold the lock of the lake.
     */
    public static SparkTempDir of(Path lake) throws IOException {
        Path marker = lake.resolve(".unfinished");
        boolean followsUnfinished = Storage.isFileAndNoLink(marker);
        if (followsUnfinished) {
            Path left = Path.of(Storage.read(marker).strip());
            boolean isOurs = String.valueOf(left.getFileName()).startsWith(PREFIX) && Storage.isFolderAndNoLink(left);
            if (isOurs) {
                Storage.deleteTree(left);
            }
        }
        Storage.write(marker, folder().toString());
        return new SparkTempDir(marker, followsUnfinished);
    }

    /** Returns whether the previous run failed or was killed. */
    public boolean followsUnfinished() {
        return followsUnfinished;
    }

    public void finish() {
        isFinished = true;
    }

    @Override
    public void close() throws IOException {
        if (isFinished) {
            Storage.delete(marker);
        } else {
            // Only the end of the process deletes the folder, because later runs of the process use it too.
            Storage.write(marker, "");
        }
    }
}
