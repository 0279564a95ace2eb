package marketshaping.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import marketshaping.engine.Storage;
import marketshaping.model.problem.Problems;

/**
 * A lock that limits a lake to one run at a time. The operating system releases the lock when the process ends, even if
 * it is killed. On a shared disk, the lock works between machines if the disk supports file locks between them.
 */
public final class LakeLock implements AutoCloseable {
    private final FileChannel channel;

    private LakeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks the lake for a run, and creates its folder if necessary.
     *
     * @param run the id of the run, which another run reports if it finds the lake locked
     * @throws marketshaping.model.problem.UserProblem if another run uses the lake, or the lake can't be written
     */
    public static LakeLock acquire(Path lake, String run) {
        Path file = lake.resolve(".lock");
        try {
            Storage.createFolder(lake);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!isFree(channel)) {
                String holder = Storage.read(file).strip();
                channel.close();
                throw Problems.lakeInUse(lake, holder.isEmpty() ? "its id is not known" : holder);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap("run %s, process %d"
                    .formatted(run, ProcessHandle.current().pid())
                    .getBytes(StandardCharsets.UTF_8)));
            return new LakeLock(channel);
        } catch (IOException e) {
            throw Problems.cannotWrite(lake, e.toString());
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
