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
     * Lists the directory and the folders named after an input. It opens no file.
     *
     * @param inputs the names of the inputs, in lower case
     * @throws UserProblem if the directory does not exist or cannot be listed
     */
    public static Inbox of(Path directory, Collection<String> inputs) {
        if (!Files.isDirectory(directory)) {
            throw Problems.inputFolderMissing(directory);
        }
        Inbox inbox = new Inbox(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        byStem(list(directory)).forEach((name, paths) -> {
            if (inputs.contains(name)) {
                inbox.take(name, paths);
            } else {
                inbox.unused.addAll(paths);
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

    private void take(String input, List<Path> candidates) {
        try {
            Path first = candidates.get(0);
            mustBeOne(input, candidates);
            List<Path> files = Files.isDirectory(first) ? filesIn(first) : candidates;
            files.stream().filter(file -> FileKind.of(file) == FileKind.NOT_READ).forEach(file -> {
                throw Problems.fileKindUnsupported(file);
            });
            found.put(input, files);
        } catch (UserProblem problem) {
            refused.put(input, problem);
        }
    }

    private static void mustBeOne(String name, List<Path> files) {
        if (files.size() > 1) {
            throw Problems.inputTwice(name, files);
        }
    }

    private List<Path> filesIn(Path folder) {
        String input = FileKind.stem(folder);
        if (FileKind.of(folder) != FileKind.UNKNOWN) {
            throw Problems.folderNotFile(folder, input);
        }
        List<Path> files = new ArrayList<>();
        for (Path path : list(folder)) {
            boolean isTable = Files.isRegularFile(path) && FileKind.of(path) != FileKind.UNKNOWN;
            (isTable ? files : unused).add(path);
        }
        if (files.isEmpty()) {
            throw Problems.inputFolderEmpty(folder);
        }
        // The same extract saved in two formats would count every row twice.
        byStem(files).values().forEach(same -> mustBeOne(input, same));
        return files;
    }
}
