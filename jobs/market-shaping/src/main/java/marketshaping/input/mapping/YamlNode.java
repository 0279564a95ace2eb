package marketshaping.input.mapping;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A part of a YAML file that knows where it stands, so that what is wrong with it can be said by line and key. */
final class YamlNode {
    private final String file;
    private final String key;
    private final Node node;
    private final List<UserProblem> problems;

    private YamlNode(String file, String key, Node node, List<UserProblem> problems) {
        this.file = file;
        this.key = key;
        this.node = node;
        this.problems = problems;
    }

    /** @param problems where faults are noted as they are found */
    static YamlNode root(String file, String text, List<UserProblem> problems) {
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (node == null) {
                throw Problems.mappingWrong(file, 1, "", "the file says nothing");
            }
            return new YamlNode(file, "", node, problems);
        } catch (MarkedYAMLException e) {
            throw Problems.mappingWrong(file, e.getProblemMark().getLine() + 1, "", e.getProblem());
        } catch (YAMLException e) {
            throw Problems.mappingWrong(file, 1, "", e.getMessage());
        }
    }

    void wrong(String fault) {
        problems.add(Problems.mappingWrong(file, node.getStartMark().getLine() + 1, key, fault));
    }

    /** Its keys and what stands under them; none, with a fault noted, where it has no keys. */
    Map<String, YamlNode> entries() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            wrong("should be keys with values");
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            YamlNode part = new YamlNode(file, key.isEmpty() ? name : key + "." + name, tuple.getValueNode(), problems);
            if (entries.put(name, part) != null) {
                part.wrong("is there twice");
            }
        }
        return entries;
    }

    /** Its keys, each of which must be one of these. */
    Map<String, YamlNode> entries(Set<String> known) {
        Map<String, YamlNode> entries = entries();
        entries.forEach((name, part) -> {
            if (!known.contains(name)) {
                part.wrong("is not known here. Known are: " + String.join(", ", new TreeSet<>(known)));
            }
        });
        entries.keySet().retainAll(known);
        return entries;
    }

    /** The items of a list; a single value is a list of one. */
    List<YamlNode> items() {
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            for (int i = 0; i < sequence.getValue().size(); i++) {
                items.add(new YamlNode(
                        file, key + "[" + (i + 1) + "]", sequence.getValue().get(i), problems));
            }
            return items;
        }
        return node instanceof ScalarNode scalar && scalar.getValue().isEmpty() ? List.of() : List.of(this);
    }

    /** Its text; empty, with a fault noted, where it is a list or has keys. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        wrong("should be a text");
        return "";
    }

    List<String> texts() {
        return items().stream().map(YamlNode::text).toList();
    }
}
