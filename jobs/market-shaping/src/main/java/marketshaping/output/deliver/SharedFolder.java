package marketshaping.output.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import marketshaping.engine.Storage;
import marketshaping.model.problem.Problems;

/**
 * A folder shared within the council, with one subfolder per as-at date. Files are copied to a staging folder first and
 * then moved into place. If a file cannot be moved, the files already moved are rolled back. Other files in the folder
 * do not change.
 */
public final class SharedFolder {
    private final Path share;
    private final Path place;
    private final Path staging;
    private final Path incoming;
    private final Path backup;

    public SharedFolder(Path share, LocalDate asAt) {
        this.share = share;
        this.place = share.resolve(asAt.toString());
        this.staging = share.resolve("." + asAt + ".arriving");
        this.incoming = staging.resolve("fresh");
        this.backup = staging.resolve("before");
    }

    /** Returns the subfolder of the as-at date. */
    public Path place() {
        return place;
    }

    /**
     * Copies the files that are missing from the shared folder or differ from the copy there.
     *
     * @param packs the folder that contains the files
     * @return true if any file was copied
     * @throws marketshaping.model.problem.UserProblem if copying fails; the folder is then unchanged
     */
    public boolean deliver(Path packs, List<Path> files) {
        if (!Storage.isFolder(share)) {
            throw Problems.shareMissing(packs, share);
        }
        try {
            List<Path> changed = files.stream().map(packs::relativize).toList();
            changed = changed.stream().filter(file -> isChanged(packs, file)).toList();
            if (changed.isEmpty()) {
                return false;
            }
            // An interrupted run may have left its staging folder.
            Storage.deleteTree(staging);
            try {
                copy(changed, packs, incoming);
                copy(changed, place, backup);
                moveIn(changed);
            } finally {
                Storage.deleteTree(staging);
            }
            return true;
        } catch (IOException e) {
            throw Problems.notCopied(packs, place, e.toString());
        }
    }

    private boolean isChanged(Path packs, Path file) {
        try {
            return !Storage.isSame(packs.resolve(file), place.resolve(file));
        } catch (IOException e) {
            // The file is missing or unreadable; copying reports the reason.
            return true;
        }
    }

    /** Copies the files that exist, with their permissions. */
    private static void copy(List<Path> files, Path from, Path to) throws IOException {
        for (Path file : files) {
            if (Storage.isFile(from.resolve(file))) {
                Storage.createFolder(to.resolve(file).getParent());
                Storage.copy(from.resolve(file), to.resolve(file));
            }
        }
    }

    private void moveIn(List<Path> files) throws IOException {
        Deque<Path> moved = new ArrayDeque<>();
        try {
            for (Path file : files) {
                Storage.createFolder(place.resolve(file).getParent());
                move(incoming, file);
                moved.push(file);
            }
        } catch (IOException e) {
            for (Path file : moved) {
                restore(file);
            }
            deleteEmptyFolders(files);
            throw e;
        }
    }

    private void restore(Path file) throws IOException {
        if (Storage.exists(backup.resolve(file))) {
            move(backup, file);
        } else {
            Storage.delete(place.resolve(file));
        }
    }

    private void move(Path from, Path file) throws IOException {
        Storage.move(from.resolve(file), place.resolve(file));
    }

    private void deleteEmptyFolders(List<Path> files) throws IOException {
        List<Path> folders = Stream.concat(
                        files.stream().map(file -> place.resolve(file).getParent()), Stream.of(place))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        for (Path folder : folders) {
            Storage.deleteIfEmpty(folder);
        }
    }
}
