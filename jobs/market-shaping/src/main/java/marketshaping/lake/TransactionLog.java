package marketshaping.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import marketshaping.model.problem.Problems;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.Action$;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.CommitInfo;
import org.apache.spark.sql.delta.actions.RemoveFile;
import org.apache.spark.sql.delta.storage.LogStore;
import org.apache.spark.sql.delta.util.FileNames;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The transaction log of a table, read by Delta's log store one commit at a time. A snapshot of Delta or its history
 * starts a Spark job per table, which takes longer than all other work of a run with nothing new.
 */
final class TransactionLog {
    private final LogStore store;
    private final Configuration hadoop;
    private final Path table;
    private final Path folder;

    TransactionLog(LogStore store, Configuration hadoop, Path table) {
        this.store = store;
        this.hadoop = hadoop;
        this.table = table;
        this.folder = new Path(table, "_delta_log");
    }

    /** Returns the latest version; empty if the table has never been written. */
    Optional<Long> latestVersion() {
        OptionalLong latest = versions().max();
        return latest.isPresent() ? Optional.of(latest.getAsLong()) : Optional.empty();
    }

    /** Returns the versions whose commits still exist, in ascending order. */
    private LongStream versions() {
        LongStream.Builder versions = LongStream.builder();
        try {
            Iterator<FileStatus> files = store.listFrom(FileNames.listingPrefix(folder, 0), hadoop);
            while (files.hasNext()) {
                FileStatus file = files.next();
                if (FileNames.isDeltaFile(file)) {
                    versions.add(FileNames.deltaVersion(file));
                }
            }
            return versions.build();
        } catch (Exception e) {
            // Scala throws checked exceptions without declaring them.
            if (ExceptionUtils.indexOfType(e, FileNotFoundException.class) >= 0) {
                return LongStream.empty();
            }
            throw unchecked(e);
        }
    }

    /** Returns true if the commit of this version still exists. */
    boolean holds(long version) {
        return versions().anyMatch(existing -> existing == version);
    }

    /** Returns the note of a version; empty if its commit has no note. */
    Optional<CommitNote> note(long version) {
        return actions(version, CommitInfo.class)
                .filter(commit -> commit.userMetadata().isDefined())
                .map(commit -> CommitNote.fromJson(commit.userMetadata().get()))
                .findFirst();
    }

    /** Returns the paths of all data files that an existing commit added. */
    Stream<Path> added() {
        return versions()
                .boxed()
                .flatMap(version -> actions(version, AddFile.class))
                .map(file -> path(file.path()));
    }

    /**
     * Returns the paths of the data files that each commit replaced before this time, starting with the latest commit
     * that replaced any. The groups are read as the stream advances.
     *
     * @param time milliseconds since 1970
     */
    Stream<? extends Collection<Path>> replacedBefore(long time) {
        long[] versions = versions().toArray();
        return LongStream.range(0, versions.length)
                .map(back -> versions[(int) (versions.length - 1 - back)])
                .mapToObj(version -> actions(version, RemoveFile.class)
                        .filter(file -> file.delTimestamp() < time)
                        .map(file -> path(file.path()))
                        .toList())
                .filter(files -> !files.isEmpty());
    }

    private Path path(String encoded) {
        return new Path(table, new Path(URI.create(encoded)));
    }

    private <A extends Action> Stream<A> actions(long version, Class<A> kind) {
        Path commit = FileNames.unsafeDeltaFile(folder, version);
        try {
            return CollectionConverters.asJava(store.read(commit, hadoop)).stream()
                    .map(Action$.MODULE$::fromJson)
                    // Reads the whole commit, so that damage anywhere in it is noticed.
                    .toList()
                    .stream()
                    .filter(kind::isInstance)
                    .map(kind::cast);
        } catch (Exception e) {
            if (ExceptionUtils.indexOfType(e, JsonProcessingException.class) >= 0
                    || ExceptionUtils.indexOfType(e, ChecksumException.class) >= 0) {
                throw Problems.lakeDamaged(
                        java.nio.file.Path.of(table.getParent().toUri().getPath()),
                        table.getName(),
                        commit.toUri().getPath());
            }
            throw unchecked(e);
        }
    }

    private static RuntimeException unchecked(Exception e) {
        return e instanceof IOException broken ? new UncheckedIOException(broken) : ExceptionUtils.rethrow(e);
    }
}
