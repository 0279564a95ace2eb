package marketshaping.app.pipeline;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marketshaping.lake.Lake;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.spark.SparkThrowable;

/**
 * Separates failures that the user can fix from bugs in this program. The user can fix a full disk, a folder without
 * write permission, a damaged table in the lake or a missing input. Spark may wrap such a failure in its own
 * exceptions.
 */
final class FailureClassifier {
    private static final List<String> NO_ROOM =
            List.of("no space left", "file too large", "disk quota exceeded", "not enough space");
    private static final List<String> NOT_ALLOWED =
            List.of("permission denied", "read-only file system", "operation not permitted");
    /**
     * Matches the path of a file in an exception message. A full stop after the path ends the sentence and is not part
     * of the path.
     */
    private static final Pattern FILE_URI = Pattern.compile("file:/+([^\\s,'\"?]*[^\\s,'\"?.])");

    private FailureClassifier() {}

    /** Returns the problem that the user can fix, or empty if the failure is a bug. */
    static Optional<UserProblem> userProblem(Throwable thrown, RunRequest request) {
        List<Throwable> causes = ExceptionUtils.getThrowableList(thrown);
        for (Throwable cause : causes) {
            if (cause instanceof UserProblem problem) {
                return Optional.of(problem);
            }
        }
        return causes.stream()
                .filter(FailureClassifier::isRefusal)
                .findFirst()
                .map(cause -> Problems.cannotWrite(place(cause, request), firstLine(cause)))
                .or(() -> unreadable(causes, request));
    }

    private static boolean isRefusal(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return cause instanceof AccessDeniedException
                || Stream.concat(NO_ROOM.stream(), NOT_ALLOWED.stream()).anyMatch(message::contains);
    }

    private static Path place(Throwable cause, RunRequest request) {
        return cause instanceof FileSystemException named && named.getFile() != null
                ? Path.of(named.getFile())
                : request.lake();
    }

    /** Returns the problem if Spark could not read a file in the lake or an input; empty for any other failure. */
    private static Optional<UserProblem> unreadable(List<Throwable> causes, RunRequest request) {
        Optional<Throwable> spark = causes.stream()
                .filter(cause -> cause instanceof SparkThrowable known
                        && known.getCondition() != null
                        && known.getCondition().matches("(FAILED_READ_FILE|DELTA_|MALFORMED_).*"))
                .findFirst();
        return spark.map(first -> {
            Path lake = request.lake().toAbsolutePath().normalize();
            for (Throwable cause : causes) {
                Matcher file = FILE_URI.matcher(String.valueOf(cause.getMessage()));
                if (file.find()) {
                    Path path = Path.of("/" + file.group(1)).normalize();
                    boolean isInLake = path.startsWith(lake) && path.getNameCount() > lake.getNameCount() + 1;
                    return isInLake && !path.startsWith(Lake.staging(lake))
                            ? Problems.lakeDamaged(
                                    request.lake(),
                                    path.getName(lake.getNameCount()).toString(),
                                    path.toString())
                            : Problems.inputUnreadable(path, firstLine(first));
                }
            }
            return Problems.lakeDamaged(request.lake(), "", firstLine(first));
        });
    }

    /**
     * Returns the first line of the exception message. Any further lines are advice from Spark that does not apply to
     * this program.
     */
    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
    }
}
