package marketshaping.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import marketshaping.model.problem.Problems;

/**
 * The folder for what the engine puts on disk while it works, rows about people among it. It is on this machine's own
 * disk and goes with the process, unless that is killed: so the lake says where it is for as long as a run lasts, and the
 * next run on that lake clears away what it finds said. What a run did not finish, it leaves said.
 */
public final class SparkTempDir implements AutoCloseable {
    private static final String PREFIX = "market-shaping-scratch";

    private final Path said;
    private final boolean followsUnfinished;
    private boolean isFinished;

    private SparkTempDir(Path said, boolean followsUnfinished) {
        this.said = said;
        this.followsUnfinished = followsUnfinished;
    }

    /** The engine remembers its folder from one session of a process to the next. */
    private static final class OfProcess {
        static final Path FOLDER = made();

        private static Path made() {
            try {
                Path folder = Files.createTempDirectory(PREFIX);
                // The engine has emptied it by then.
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

    /** Clears away what a killed run left, and says where this one's is. Only for whoever holds the lake. */
    public static SparkTempDir of(Path lake) throws IOException {
        Path said = lake.resolve(".unfinished");
        boolean followsUnfinished = Files.isRegularFile(said, LinkOption.NOFOLLOW_LINKS);
        if (followsUnfinished) {
            Path left = Path.of(Files.readString(said, StandardCharsets.UTF_8).strip());
            boolean isOurs = String.valueOf(left.getFileName()).startsWith(PREFIX)
                    && Files.isDirectory(left, LinkOption.NOFOLLOW_LINKS);
            if (isOurs) {
                Storage.deleteTree(left);
            }
        }
        Files.writeString(said, folder().toString(), StandardCharsets.UTF_8);
        return new SparkTempDir(said, followsUnfinished);
    }

    /** Whether the run before this one failed or was killed. */
    public boolean followsUnfinished() {
        return followsUnfinished;
    }

    public void finish() {
        isFinished = true;
    }

    @Override
    public void close() throws IOException {
        if (isFinished) {
            Files.delete(said);
        } else {
            // The folder goes with this process, which may be at work on another lake by then.
            Files.writeString(said, "", StandardCharsets.UTF_8);
        }
    }
}
