package marketshaping.input.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A node of a mapping file with its line and key, so that errors can be located. The schema reports nodes of the wrong
 * shape, which read as empty here.
 */
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
     * Returns the root of a document.
     *
     * @param problems the list to which the nodes add errors
     */
    static YamlNode root(String file, Node node, List<UserProblem> problems) {
        return new YamlNode(file, "", node, problems);
    }

    void addProblem(String fault) {
        problems.add(Problems.mappingWrong(file, line(), key, fault));
    }

    /** Returns the child nodes by key; none if the node has no keys. Reports keys that occur twice. */
    Map<String, YamlNode> entries() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
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

    /** Returns the text; empty if the node is a list or has keys. */
    String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** Returns the text as an expression in Spark SQL. */
    SqlExpression expression() {
        return new SqlExpression(file, line(), key, text());
    }

    private int line() {
        return node.getStartMark().getLine() + 1;
    }

    List<String> texts() {
        return items().stream().map(YamlNode::text).toList();
    }
}
