package marketshaping.sample;

/** Divides a whole number into whole parts. */
final class ProportionalShares {
    private ProportionalShares() {}

    /**
     * Returns whole parts in proportion to the weights. Parts are rounded down, and those with the largest remainders
     * get the rest.
     */
    static int[] of(int whole, double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int[] parts = new int[weights.length];
        double[] remainders = new double[weights.length];
        int distributed = 0;
        for (int i = 0; i < weights.length && sum > 0; i++) {
            double exact = whole * weights[i] / sum;
            parts[i] = (int) StrictMath.floor(exact + 1e-9);
            remainders[i] = exact - parts[i];
            distributed += parts[i];
        }
        for (; distributed < whole && sum > 0; distributed++) {
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
