package marketshaping.input.source;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
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

    /**
     * Lists the directory and the folders named after an input, whose name is in lower case. It opens no file.
     *
     * @throws UserProblem if the directory does not exist or cannot be listed
     */
    public static Inbox of(Path directory, Collection<String> inputs) {
        if (!Files.isDirectory(directory)) {
            throw Problems.inputFolderMissing(directory);
        }
        Inbox inbox = new Inbox(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        byStem(list(directory)).forEach((name, paths) -> {
            try {
                if (!inputs.contains(name)) {
                    inbox.unused.addAll(paths);
                } else if (paths.size() > 1) {
                    throw Problems.inputTwice(name, paths);
                } else {
                    inbox.found.put(name, inbox.filesOf(paths.get(0)));
                }
            } catch (UserProblem problem) {
                inbox.refused.put(name, problem);
            }
        });
        return inbox;
    }

    /** Returns the files of an input; none if it was not supplied or is refused. */
    public List<Path> files(String input) {
        return found.getOrDefault(input, List.of());
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(path -> !path.getFileName().toString().matches("(?s)(\\.|~\\$).*"))
                    .sorted(Comparator.comparing(FileKind::lowerName).thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw Problems.inputUnreadable(directory, e.toString());
        }
    }

    private static Map<String, List<Path>> byStem(List<Path> paths) {
        return paths.stream().collect(groupingBy(FileKind::stem, TreeMap::new, toList()));
    }

    private List<Path> filesOf(Path supplied) {
        boolean isFolder = Files.isDirectory(supplied);
        if (isFolder && FileKind.of(supplied) != FileKind.UNKNOWN) {
            throw Problems.folderNotFile(supplied, FileKind.stem(supplied));
        }
        List<Path> files = new ArrayList<>();
        for (Path path : isFolder ? list(supplied) : List.of(supplied)) {
            boolean isTable = Files.isRegularFile(path) && FileKind.of(path) != FileKind.UNKNOWN;
            (isTable || !isFolder ? files : unused).add(path);
            if (FileKind.of(path) == FileKind.NOT_READ) {
                throw Problems.fileKindUnsupported(path);
            }
        }
        if (files.isEmpty()) {
            throw Problems.inputFolderEmpty(supplied);
        }
        byStem(files).values().stream().filter(same -> same.size() > 1).forEach(same -> {
            // The same extract saved in two formats would count every row twice.
            throw Problems.inputTwice(FileKind.stem(supplied), same);
        });
        return files;
    }
}
