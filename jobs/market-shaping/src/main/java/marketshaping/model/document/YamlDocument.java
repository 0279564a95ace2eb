package marketshaping.model.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML text as a tree of values with line numbers. Values have the types of YAML 1.2, as in editors: {@code No} and
 * dates are text.
 */
public final class YamlDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[-+]?\\d+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private final Node root;

    private YamlDocument(Node root) {
        this.root = root;
    }

    /**
     * Parses a text.
     *
     * @throws YamlSyntaxException if the text is not YAML
     */
    public static YamlDocument parse(String text) throws YamlSyntaxException {
        try {
            return new YamlDocument(new Yaml(new LoaderOptions()).compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            throw new YamlSyntaxException(e.getProblemMark().getLine() + 1, e.getProblem());
        } catch (YAMLException e) {
            throw new YamlSyntaxException(1, e.getMessage());
        }
    }

    /** Returns the root of the syntax tree; empty if the text contains no value. */
    public Optional<Node> root() {
        return Optional.ofNullable(root);
    }

    /** Returns the values; an object without keys if the text contains no value. */
    public JsonNode json() {
        return root == null ? JSON.objectNode() : json(root);
    }

    /**
     * Describes a wrong value that the schema allows.
     *
     * @param expected a description that begins with "must"
     * @param path keys and list positions from 0
     */
    public Violation wrong(String expected, Object... path) {
        return wrong(expected, List.of(path));
    }

    Violation wrong(String expected, List<Object> path) {
        JsonNode value = json();
        for (Object step : path) {
            value = step instanceof Integer index ? value.path(index) : value.path(step.toString());
        }
        String text = value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
        return new Violation(Violation.Kind.WRONG_VALUE, line(path), key(path), text, expected, List.of());
    }

    static String key(List<Object> path) {
        StringBuilder key = new StringBuilder();
        for (Object step : path) {
            if (step instanceof Integer index) {
                key.append('[').append(index + 1).append(']');
            } else {
                key.append(key.isEmpty() ? "" : ".").append(step);
            }
        }
        return key.toString();
    }

    /**
     * Returns the line of the value at a path, or of the last node on the path that exists.
     *
     * @param path keys and list positions from 0
     */
    int line(List<Object> path) {
        Node node = root;
        for (Object step : path) {
            Node child = child(node, step);
            if (child == null) {
                break;
            }
            node = child;
        }
        return node == null ? 1 : node.getStartMark().getLine() + 1;
    }

    private static Node child(Node node, Object step) {
        if (node instanceof SequenceNode list
                && step instanceof Integer index
                && index < list.getValue().size()) {
            return list.getValue().get(index);
        }
        Node last = null;
        if (node instanceof MappingNode object) {
            for (NodeTuple tuple : object.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(step)) {
                    last = tuple.getValueNode();
                }
            }
        }
        return last;
    }

    private static JsonNode json(Node node) {
        // A node that contains itself has no finite value.
        if (node.isTwoStepsConstruction()) {
            return JSON.nullNode();
        }
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                object.set(key, json(tuple.getValueNode()));
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode list = JSON.arrayNode();
            sequence.getValue().forEach(item -> list.add(json(item)));
            return list;
        }
        return scalar((ScalarNode) node);
    }

    private static JsonNode scalar(ScalarNode node) {
        String text = node.getValue();
        if (!node.isPlain()) {
            return JSON.textNode(text);
        }
        if (node.getTag().equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return JSON.booleanNode(text.equalsIgnoreCase("true"));
        }
        if (WHOLE_NUMBER.matcher(text).matches()) {
            BigInteger number = new BigInteger(text);
            return number.bitLength() < Integer.SIZE ? JSON.numberNode(number.intValue()) : JSON.numberNode(number);
        }
        return NUMBER.matcher(text).matches() ? JSON.numberNode(new BigDecimal(text)) : JSON.textNode(text);
    }
}
