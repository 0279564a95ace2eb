package marketshaping.output.pack.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects sentences. If all figures of a sentence are missing, a short statement about its subject replaces it, so
 * that "not available" is not repeated for each figure.
 */
final class Sentences {
    private final List<String> sentences = new ArrayList<>();

    /**
     * Adds the sentence if at least one of its figures is a number, and otherwise a short statement.
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
