package marketshaping.input.source;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;

/**
 * The files of the input directory by input: the file named after the input, or all files of a folder named after it,
 * ignoring case. Hidden files and the lock files of open workbooks are ignored.
 *
 * @param found the files of each supplied input, in order of name
 * @param refused the inputs that were found but refused, each with its reason
 * @param unused files and folders that belong to no input
 */
public record Inbox(Map<String, List<Path>> found, Map<String, UserProblem> refused, List<Path> unused) {
    private static final Comparator<Path> BY_NAME =
            Comparator.comparing(FileKind::lowerName).thenComparing(Comparator.naturalOrder());

    public Inbox {
        found = Collections.unmodifiableMap(new TreeMap<>(found));
        refused = Collections.unmodifiableMap(new TreeMap<>(refused));
        unused = List.copyOf(unused);
    }

    /**
     * Lists the directory and the folders named after an input. It opens no file.
     *
     * @param inputs the names of the inputs, in lower case
     * @throws UserProblem if the directory does not exist or cannot be listed
     */
    public static Inbox of(Path directory, Collection<String> inputs) {
        if (!Files.isDirectory(directory)) {
            throw Problems.inputFolderMissing(directory);
        }
        Search search = new Search();
        Map<Boolean, List<Path>> claimed =
                list(directory).stream().collect(partitioningBy(path -> inputs.contains(FileKind.stem(path))));
        search.unused.addAll(claimed.get(false));
        claimed.get(true).stream()
                .collect(groupingBy(FileKind::stem, TreeMap::new, toList()))
                .forEach(search::take);
        return new Inbox(search.found, search.refused, search.unused);
    }

    /** Returns the files of an input; none if it was not supplied or is refused. */
    public List<Path> files(String input) {
        return found.getOrDefault(input, List.of());
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(path -> !isIgnored(path)).sorted(BY_NAME).toList();
        } catch (IOException e) {
            throw Problems.inputUnreadable(directory, e.toString());
        }
    }

    private static boolean isIgnored(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || name.startsWith("~$");
    }

    private static final class Search {
        private final Map<String, List<Path>> found = new TreeMap<>();
        private final Map<String, UserProblem> refused = new TreeMap<>();
        private final List<Path> unused = new ArrayList<>();

        private void take(String input, List<Path> candidates) {
            Path candidate = candidates.get(0);
            try {
                if (candidates.size() > 1) {
                    throw Problems.inputTwice(input, candidates);
                }
                found.put(input, Files.isDirectory(candidate) ? filesIn(candidate) : List.of(readable(candidate)));
            } catch (UserProblem problem) {
                refused.put(input, problem);
            }
        }

        private List<Path> filesIn(Path folder) {
            if (FileKind.of(folder) != FileKind.UNKNOWN) {
                throw Problems.folderNotFile(folder, FileKind.stem(folder));
            }
            Map<Boolean, List<Path>> tables = list(folder).stream()
                    .collect(
                            partitioningBy(path -> Files.isRegularFile(path) && FileKind.of(path) != FileKind.UNKNOWN));
            unused.addAll(tables.get(false));
            List<Path> files = tables.get(true);
            if (files.isEmpty()) {
                throw Problems.inputFolderEmpty(folder);
            }
            // The same extract saved in two formats would count every row twice.
            files.stream().collect(groupingBy(FileKind::stem, TreeMap::new, toList())).values().stream()
                    .filter(same -> same.size() > 1)
                    .findFirst()
                    .ifPresent(same -> {
                        throw Problems.inputTwice(FileKind.stem(folder), same);
                    });
            return files.stream().map(Search::readable).toList();
        }

        private static Path readable(Path file) {
            if (FileKind.of(file) == FileKind.NOT_READ) {
                throw Problems.fileKindUnsupported(file);
            }
            return file;
        }
    }
}
