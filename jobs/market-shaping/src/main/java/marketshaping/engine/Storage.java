package marketshaping.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import marketshaping.model.problem.Problems;

/** The file system, on local paths. */
public final class Storage {
    private Storage() {}

    /**
     * Deletes a folder with everything in it. A folder that does not exist is no error.
     *
     * @throws marketshaping.model.problem.UserProblem if a file cannot be deleted
     */
    public static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw Problems.cannotWrite(folder, e.toString());
        }
    }
}
