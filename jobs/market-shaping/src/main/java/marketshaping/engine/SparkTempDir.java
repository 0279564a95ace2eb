package marketshaping.engine;

import java.io.IOException;
import java.nio.file.Path;
import marketshaping.model.problem.Problems;

/**
 * Spark's temporary folder, which may contain rows about people. It is on the local disk and is deleted when the
 * process ends. During a run, a marker file in the lake contains the folder's path. If the process is killed, the next
 * run on that lake reads the marker and deletes the folder. After a failed run, the marker remains but is empty.
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

    /** The folder of this process, which Spark uses for every session. */
    private static final class OfProcess {
        static final Path FOLDER = made();

        private static Path made() {
            try {
                Path folder = Storage.temporaryFolder(PREFIX);
                // Java deletes only an empty folder; Spark deletes its content first.
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

    /** Returns true if the previous run on the lake failed or was killed. */
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
            // The folder stays until the process ends, because later runs of the process use it too.
            Storage.write(marker, "");
        }
    }
}
