package marketshaping.input.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.engine.Storage;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;

/** The mappings supplied with the product and those that the user specified for inputs. */
public final class Mappings {
    /**
     * The name of the default mapping, for contract column names and for the published names of the reference inputs.
     */
    public static final String CANONICAL = "canonical";

    private static final List<String> SHIPPED = List.of(
            CANONICAL,
            "client-level-data",
            "cqc-latest-ratings",
            "cqc-public-directory",
            "hackney-brokerage",
            "payments-devon");

    private final Map<String, Mapping> shipped;
    private final Map<String, Chosen> chosen;

    /**
     * A mapping that the user specified. The text is the name of a product mapping or the content of the user's file.
     */
    private record Chosen(Mapping mapping, String text) {}

    private Mappings(Map<String, Mapping> shipped, Map<String, Chosen> chosen) {
        this.shipped = shipped;
        this.chosen = chosen;
    }

    /** The reason why a file is read with its mapping. */
    public enum Reason {
        CHOSEN("as specified"),
        RECOGNISED("recognised by its header"),
        DEFAULT("");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    /**
     * The mapping with which a file is read.
     *
     * @param edition the version of the system's extract; empty if the system has only one
     */
    public record Choice(Mapping mapping, InputMapping input, Reason reason, String edition) {
        /** Returns the mapping's name, edition and reason as text for users; empty for the default mapping. */
        public String label() {
            if (reason == Reason.DEFAULT) {
                return "";
            }
            return mapping.name() + (edition.isEmpty() ? "" : ", " + edition) + ", " + reason.words;
        }
    }

    /**
     * Reads the mappings of the product and those that the user specified.
     *
     * @param byInput the name of a mapping, or the path of its file, by input
     * @throws UserProblem if the files have errors; it lists all of them
     */
    public static Mappings of(Map<String, String> byInput) {
        Map<String, Mapping> shipped = new LinkedHashMap<>();
        for (String name : SHIPPED) {
            shipped.put(name, MappingFile.readShipped(name, resource(name)));
        }
        Map<String, Chosen> byName = new LinkedHashMap<>();
        shipped.forEach((name, mapping) -> byName.put(name, new Chosen(mapping, name)));
        Map<String, Chosen> chosen = new LinkedHashMap<>();
        List<UserProblem> problems = new ArrayList<>();
        byInput.forEach((input, name) -> {
            try {
                // A file that is specified for several inputs must give the same mapping object for each.
                Chosen mapping = byName.computeIfAbsent(name, file -> ofFile(file, shipped));
                if (mapping.mapping().input(input).isEmpty() && !name.equals(CANONICAL)) {
                    throw Problems.mappingWithout(
                            name, input, mapping.mapping().inputs().keySet());
                }
                chosen.put(input, mapping);
            } catch (UserProblem problem) {
                problems.add(problem);
            }
        });
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
        return new Mappings(shipped, chosen);
    }

    /** Returns true if a mapping comes with the product. */
    public static boolean isShipped(Mapping mapping) {
        return SHIPPED.contains(mapping.name());
    }

    /** Returns the Spark SQL expressions in the mappings that the user specified, each once. */
    public List<SqlExpression> expressions() {
        return chosen.values().stream()
                .flatMap(mapping -> mapping.mapping().expressions().stream())
                .distinct()
                .toList();
    }

    /**
     * Returns the mappings that join inputs from several tables. The tables are supplied in a folder named after the
     * mapping.
     */
    public List<Mapping> assembling() {
        List<Mapping> all = new ArrayList<>(shipped.values());
        chosen.values().forEach(mapping -> all.add(mapping.mapping()));
        return all.stream()
                .filter(mapping -> !mapping.tables().isEmpty())
                .distinct()
                .toList();
    }

    /**
     * Returns the text of the user-specified mappings that affect an input, as part of its fingerprint; empty if there
     * are none.
     */
    public String chosenText(String input) {
        return chosen.entrySet().stream()
                .filter(entry -> entry.getKey().equals(input)
                        || entry.getValue().mapping().assemblies().containsKey(input))
                .map(entry -> entry.getValue().text())
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** Returns the patterns for the name of the worksheet that contains an input. They match normalised names. */
    public List<Pattern> sheets(String input) {
        return Stream.concat(chosen.values().stream().map(Chosen::mapping), shipped.values().stream())
                .flatMap(mapping -> mapping.input(input).stream())
                .flatMap(system -> system.sheets().stream())
                .toList();
    }

    /**
     * Chooses the mapping for a file: the one that the user specified, otherwise the first that recognises the header,
     * otherwise the default.
     *
     * @param head the cells of the file's first rows
     */
    public Choice forFile(String input, List<List<String>> head) {
        if (chosen.containsKey(input)) {
            return choice(chosen.get(input).mapping(), input, head, Reason.CHOSEN);
        }
        return shipped.values().stream()
                .filter(mapping -> mapping.input(input).stream().anyMatch(system -> isRecognised(system, head)))
                .findFirst()
                .map(mapping -> choice(mapping, input, head, Reason.RECOGNISED))
                .orElseGet(() -> choice(shipped.get(CANONICAL), input, head, Reason.DEFAULT));
    }

    private static Choice choice(Mapping mapping, String input, List<List<String>> head, Reason reason) {
        InputMapping system = mapping.input(input).orElse(InputMappingReader.EMPTY);
        String edition = system.editions().stream()
                .filter(version ->
                        version.header().pattern().isEmpty() || HeaderCells.anyRowHas(head, List.of(version.header())))
                .findFirst()
                .map(InputMapping.Edition::name)
                .orElse("");
        return new Choice(mapping, system, reason, edition);
    }

    private static boolean isRecognised(InputMapping system, List<List<String>> head) {
        return !system.recognisedBy().isEmpty() && HeaderCells.anyRowHas(head, system.recognisedBy());
    }

    private static Chosen ofFile(String name, Map<String, Mapping> shipped) {
        Path file = Path.of(name);
        if (!Storage.isFile(file)) {
            throw Problems.noSuchMapping(name, shipped.keySet());
        }
        try {
            String stem = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
            String text = Storage.read(file);
            Mapping mapping = MappingFile.read(stem, name, text, other -> Optional.ofNullable(shipped.get(other)));
            return new Chosen(mapping, text);
        } catch (IOException e) {
            throw Problems.inputUnreadable(file, e.toString());
        }
    }

    private static String resource(String name) {
        try (InputStream in = Mappings.class.getResourceAsStream("/mappings/" + name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
