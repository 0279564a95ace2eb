package marketshaping.output.deliver;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import marketshaping.model.problem.Problems;

/**
 * A folder that the council shares, with a folder in it for each as-at date. Files are copied beside their place first
 * and moved in when all are there; where one can't be moved, those before it are put back. Whatever else people keep
 * there is left alone.
 */
public final class SharedFolder {
    private final Path share;
    private final Path place;
    private final Path beside;
    private final Path fresh;
    private final Path before;

    public SharedFolder(Path share, LocalDate asAt) {
        this.share = share;
        this.place = share.resolve(asAt.toString());
        this.beside = share.resolve("." + asAt + ".arriving");
        this.fresh = beside.resolve("fresh");
        this.before = beside.resolve("before");
    }

    /** Where the packs of the date are. */
    public Path place() {
        return place;
    }

    /**
     * Takes what it does not hold, byte for byte, already.
     *
     * @param packs the folder that the files are in
     * @return whether there was any such file
     * @throws marketshaping.model.problem.UserProblem if it could not; it is then as it was
     */
    public boolean take(Path packs, List<Path> files) {
        if (!Files.isDirectory(share)) {
            throw Problems.shareMissing(packs, share);
        }
        try {
            List<Path> changed = files.stream().map(packs::relativize).toList();
            changed = changed.stream().filter(file -> isNew(packs, file)).toList();
            if (changed.isEmpty()) {
                return false;
            }
            // A run that was killed may have left its own.
            delete(beside);
            try {
                copy(changed, packs, fresh);
                copy(changed, place, before);
                moveIn(changed);
            } finally {
                delete(beside);
            }
            return true;
        } catch (IOException e) {
            throw Problems.notCopied(packs, place, e.toString());
        }
    }

    private boolean isNew(Path packs, Path file) {
        try {
            return Files.mismatch(packs.resolve(file), place.resolve(file)) >= 0;
        } catch (IOException e) {
            // It is not there, or can't be read: copying will tell.
            return true;
        }
    }

    /** Those that are there, with their permissions. */
    private static void copy(List<Path> files, Path from, Path to) throws IOException {
        for (Path file : files) {
            if (Files.isRegularFile(from.resolve(file))) {
                Files.createDirectories(to.resolve(file).getParent());
                Files.copy(from.resolve(file), to.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private void moveIn(List<Path> files) throws IOException {
        Deque<Path> moved = new ArrayDeque<>();
        try {
            for (Path file : files) {
                Files.createDirectories(place.resolve(file).getParent());
                move(fresh, file);
                moved.push(file);
            }
        } catch (IOException e) {
            for (Path file : moved) {
                putBack(file);
            }
            removeIfEmpty(files);
            throw e;
        }
    }

    private void putBack(Path file) throws IOException {
        if (Files.exists(before.resolve(file))) {
            move(before, file);
        } else {
            Files.delete(place.resolve(file));
        }
    }

    private void move(Path from, Path file) throws IOException {
        Files.move(
                from.resolve(file),
                place.resolve(file),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private void removeIfEmpty(List<Path> files) throws IOException {
        List<Path> folders = Stream.concat(
                        files.stream().map(file -> place.resolve(file).getParent()), Stream.of(place))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        for (Path folder : folders) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                // It holds what was there before.
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
