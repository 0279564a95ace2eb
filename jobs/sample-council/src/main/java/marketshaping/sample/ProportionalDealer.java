package marketshaping.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Returns choices in turn, in fixed proportions. After any number of calls, the count of each choice is within one of
 * its proportional share.
 */
final class ProportionalDealer<T> {
    private final List<T> choices = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private double[] due = new double[0];
    private double sum;

    ProportionalDealer<T> with(T choice, double weight) {
        choices.add(choice);
        weights.add(weight);
        sum += weight;
        due = new double[choices.size()];
        return this;
    }

    T next() {
        int first = 0;
        for (int i = 0; i < due.length; i++) {
            due[i] += weights.get(i) / sum;
            if (due[i] > due[first] + 1e-9) {
                first = i;
            }
        }
        due[first]--;
        return choices.get(first);
    }
}
