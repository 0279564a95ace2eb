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

/** A node of a YAML file with its line and key, so that errors can be located. */
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

    /**
     * Parses a file and returns its root node.
     *
     * @param problems the list to which the nodes add errors
     * @throws UserProblem if the file is empty or is not YAML
     */
    static YamlNode root(String file, String text, List<UserProblem> problems) {
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (node == null) {
                throw Problems.mappingWrong(file, 1, "", "the file is empty");
            }
            return new YamlNode(file, "", node, problems);
        } catch (MarkedYAMLException e) {
            throw Problems.mappingWrong(file, e.getProblemMark().getLine() + 1, "", e.getProblem());
        } catch (YAMLException e) {
            throw Problems.mappingWrong(file, 1, "", e.getMessage());
        }
    }

    void addProblem(String fault) {
        problems.add(Problems.mappingWrong(file, node.getStartMark().getLine() + 1, key, fault));
    }

    /** Returns the child nodes by key; reports an error and returns none if the node has no keys. */
    Map<String, YamlNode> entries() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            addProblem("must contain keys with values");
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            YamlNode part = new YamlNode(file, key.isEmpty() ? name : key + "." + name, tuple.getValueNode(), problems);
            if (entries.put(name, part) != null) {
                part.addProblem("occurs twice");
            }
        }
        return entries;
    }

    /** Returns the child nodes by key, and reports keys that are not allowed. */
    Map<String, YamlNode> entries(Set<String> allowed) {
        Map<String, YamlNode> entries = entries();
        entries.forEach((name, part) -> {
            if (!allowed.contains(name)) {
                part.addProblem("is not a valid key here. Valid keys: " + String.join(", ", new TreeSet<>(allowed)));
            }
        });
        entries.keySet().retainAll(allowed);
        return entries;
    }

    /** Returns the items of a list; a single value is a list of one item. */
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

    /** Returns the text; reports an error and returns empty text if the node is a list or has keys. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        addProblem("must be text");
        return "";
    }

    List<String> texts() {
        return items().stream().map(YamlNode::text).toList();
    }
}
