package marketshaping.input.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;

/** The mappings that come with the product, and those that the user named for inputs. */
public final class Mappings {
    /** Our own names, and those under which the reference inputs are published. */
    public static final String CANONICAL = "canonical";

    private static final List<String> SHIPPED =
            List.of(CANONICAL, "client-level-data", "hackney-brokerage", "payments-devon");

    private final Map<String, Mapping> shipped;
    private final Map<String, Told> told;

    /** A mapping that the user named, and its name or the text of its file. */
    private record Told(Mapping mapping, String text) {}

    private Mappings(Map<String, Mapping> shipped, Map<String, Told> told) {
        this.shipped = shipped;
        this.told = told;
    }

    /** Why a file is read with a mapping. */
    public enum Why {
        TOLD("as told"),
        RECOGNISED("recognised by its header"),
        USUAL("");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }

    /**
     * What a file is read with.
     *
     * @param edition the form of the system's extract; empty where the system has one
     */
    public record Choice(Mapping mapping, InputMapping input, Why why, String edition) {
        /** The mapping's name with the form and why it was used, for people; empty for our own names. */
        public String label() {
            if (why == Why.USUAL) {
                return "";
            }
            return mapping.name() + (edition.isEmpty() ? "" : ", " + edition) + ", " + why.words;
        }
    }

    /**
     * @param byInput by input, a mapping's name or the path of its file
     * @throws UserProblem with every fault of the files
     */
    public static Mappings of(Map<String, String> byInput) {
        Map<String, Mapping> shipped = new LinkedHashMap<>();
        for (String name : SHIPPED) {
            shipped.put(name, MappingFile.read(name, name + ".yaml", resource(name), other -> Optional.empty()));
        }
        Map<String, Told> named = new LinkedHashMap<>();
        shipped.forEach((name, mapping) -> named.put(name, new Told(mapping, name)));
        Map<String, Told> told = new LinkedHashMap<>();
        List<UserProblem> problems = new ArrayList<>();
        byInput.forEach((input, name) -> {
            try {
                // A file that is named for several inputs is one mapping, read once.
                Told mapping = named.computeIfAbsent(name, file -> ofFile(file, shipped));
                if (mapping.mapping().input(input).isEmpty() && !name.equals(CANONICAL)) {
                    throw Problems.mappingWithout(
                            name, input, mapping.mapping().inputs().keySet());
                }
                told.put(input, mapping);
            } catch (UserProblem problem) {
                problems.add(problem);
            }
        });
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
        return new Mappings(shipped, told);
    }

    /** The mappings that put inputs together from several tables, which lie in a folder of the mapping's name. */
    public List<Mapping> assembling() {
        List<Mapping> all = new ArrayList<>(shipped.values());
        told.values().forEach(mapping -> all.add(mapping.mapping()));
        return all.stream()
                .filter(mapping -> !mapping.tables().isEmpty())
                .distinct()
                .toList();
    }

    /** What the user said that bears on an input, so that a change of it shows; empty where nothing was said. */
    public String told(String input) {
        return told.entrySet().stream()
                .filter(entry -> entry.getKey().equals(input)
                        || entry.getValue().mapping().assemblies().containsKey(input))
                .map(entry -> entry.getValue().text())
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** What the sheet of an input is called by those who publish it, over plain names. */
    public List<Pattern> sheets(String input) {
        return Stream.concat(told.values().stream().map(Told::mapping), shipped.values().stream())
                .flatMap(mapping -> mapping.input(input).stream())
                .flatMap(system -> system.sheets().stream())
                .toList();
    }

    /**
     * What a file of an input is read with: what the user said, else a system that the file's header shows plainly, else
     * our own names.
     *
     * @param head the cells of the file's first rows
     */
    public Choice forFile(String input, List<List<String>> head) {
        if (told.containsKey(input)) {
            return choice(told.get(input).mapping(), input, head, Why.TOLD);
        }
        return shipped.values().stream()
                .filter(mapping -> mapping.input(input).stream().anyMatch(system -> isRecognised(system, head)))
                .findFirst()
                .map(mapping -> choice(mapping, input, head, Why.RECOGNISED))
                .orElseGet(() -> choice(shipped.get(CANONICAL), input, head, Why.USUAL));
    }

    private static Choice choice(Mapping mapping, String input, List<List<String>> head, Why why) {
        InputMapping system = mapping.input(input).orElse(InputMappingReader.NOTHING);
        String edition = system.editions().stream()
                .filter(form ->
                        form.header().pattern().isEmpty() || HeaderCells.anyRowHas(head, List.of(form.header())))
                .findFirst()
                .map(InputMapping.Edition::name)
                .orElse("");
        return new Choice(mapping, system, why, edition);
    }

    private static boolean isRecognised(InputMapping system, List<List<String>> head) {
        return !system.recognisedBy().isEmpty() && HeaderCells.anyRowHas(head, system.recognisedBy());
    }

    private static Told ofFile(String name, Map<String, Mapping> shipped) {
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw Problems.noSuchMapping(name, shipped.keySet());
        }
        try {
            String stem = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
            String text = Files.readString(file);
            return new Told(MappingFile.read(stem, name, text, other -> Optional.ofNullable(shipped.get(other))), text);
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
