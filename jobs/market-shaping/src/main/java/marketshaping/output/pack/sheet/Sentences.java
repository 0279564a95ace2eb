package marketshaping.output.pack.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * Sentences in the making. One whose figures are all missing says so of its subject, instead of stringing "not
 * available" together.
 */
final class Sentences {
    private final List<String> sentences = new ArrayList<>();

    /**
     * @param subject what the sentence is about, for where there is nothing to say
     * @param cells the figures that it rests on
     */
    Sentences add(String subject, List<Object> cells, String sentence) {
        if (cells.stream().anyMatch(CellWords::isNumber)) {
            sentences.add(sentence);
        } else if (!cells.isEmpty()) {
            sentences.add("%s: %s.".formatted(subject, CellWords.count(cells.get(0))));
        }
        return this;
    }

    Sentences say(String sentence) {
        sentences.add(sentence);
        return this;
    }

    List<String> toList() {
        return List.copyOf(sentences);
    }
}
