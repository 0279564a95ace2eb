package marketshaping.sample;

/** A whole divided into whole parts. */
final class ProportionalShares {
    private ProportionalShares() {}

    /** Parts of {@code whole} in the proportion of the weights: rounded down, and what remains to the largest remainders. */
    static int[] of(int whole, double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int[] parts = new int[weights.length];
        double[] remainders = new double[weights.length];
        int given = 0;
        for (int i = 0; i < weights.length && sum > 0; i++) {
            double exact = whole * weights[i] / sum;
            parts[i] = (int) StrictMath.floor(exact + 1e-9);
            remainders[i] = exact - parts[i];
            given += parts[i];
        }
        for (; given < whole && sum > 0; given++) {
            int largest = 0;
            for (int i = 1; i < weights.length; i++) {
                if (remainders[i] > remainders[largest] + 1e-9) {
                    largest = i;
                }
            }
            parts[largest]++;
            remainders[largest]--;
        }
        return parts;
    }
}
