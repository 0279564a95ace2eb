package marketshaping.output.pack.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the sentences of a key message. If all figures of a sentence are missing, a short statement such as "Open
 * cases: not available." replaces it.
 */
final class Sentences {
    private final List<String> sentences = new ArrayList<>();

    /**
     * Adds the sentence if at least one of its figures is a number. Otherwise adds a short statement, such as "Open
     * cases: not available."
     *
     * @param subject the subject of the sentence, for the short statement
     * @param cells the figures in the sentence
     */
    Sentences add(String subject, List<Object> cells, String sentence) {
        if (cells.stream().anyMatch(CellWords::isNumber)) {
            sentences.add(sentence);
        } else if (!cells.isEmpty()) {
            sentences.add("%s: %s.".formatted(subject, CellWords.count(cells.get(0))));
        }
        return this;
    }

    Sentences add(String sentence) {
        sentences.add(sentence);
        return this;
    }

    List<String> toList() {
        return List.copyOf(sentences);
    }
}
