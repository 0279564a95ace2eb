package marketshaping.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import marketshaping.model.problem.Problems;

/**
 * Keeps a lake to one writer at a time. The operating system lets go of the lock when the process ends, however it
 * ends. On a shared disk it holds between machines where the disk locks files between them.
 */
public final class LakeLock implements AutoCloseable {
    private final FileChannel channel;

    private LakeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws marketshaping.model.problem.UserProblem where another run holds the lake, or it can't be written */
    public static LakeLock hold(Path lake, String run) {
        Path file = lake.resolve(".lock");
        try {
            Files.createDirectories(lake);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!isFree(channel)) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw Problems.lakeHeld(lake, holder.isEmpty() ? "it has not said which" : holder);
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
