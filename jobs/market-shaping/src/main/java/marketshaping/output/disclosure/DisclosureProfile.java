package marketshaping.output.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A rule for what a published table may show of small numbers, with the sentence that a pack's cover prints of it. */
public enum DisclosureProfile {
    /** The rule of the national hospital statistics: hide 1 to 7, round the rest to 5. The default. */
    SUPPRESS_1_7_ROUND_5(
            "suppress-1-7-round-5",
            7,
            5,
            "Counts of 1 to 7 are shown as [c] and all other counts are rounded to the nearest 5. Percentages are"
                    + " worked out from the rounded counts; shares of money are rounded to whole percentages and averages"
                    + " to one decimal place. Averages, prices and money that rest on a count of 1 to 7 are shown as [c]."
                    + DisclosureProfile.BOTH),

    /** Hide 1 to 4 and show the rest exactly, so more has to be hidden lest sums give the small ones away. */
    SUPPRESS_UNDER_5(
            "suppress-under-5",
            4,
            1,
            "Counts of 1 to 4 are shown as [c]; all other counts are exact. Percentages, averages, prices and money"
                    + " that rest on a count shown as [c] are shown as [c] too, and shares of money are rounded to whole"
                    + " percentages."
                    + DisclosureProfile.BOTH),

    /** Everything as it is. */
    NONE("none", 0, 1, "No disclosure control was applied: small numbers are shown as they are.");

    private static final String BOTH =
            " So is money where one provider makes up 85% or more of it, and any further figure"
                    + " from which a hidden one could be worked out.";

    private final String label;
    private final int largestSmall;
    private final int base;
    private final String sentence;

    DisclosureProfile(String label, int largestSmall, int base, String sentence) {
        this.label = label;
        this.largestSmall = largestSmall;
        this.base = base;
        this.sentence = sentence;
    }

    /** The profile of that name in the settings; empty if there is none. */
    public static Optional<DisclosureProfile> named(String label) {
        return Arrays.stream(values())
                .filter(profile -> profile.label.equals(label))
                .findFirst();
    }

    /** The names that {@link #named} knows, the default first. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(DisclosureProfile::label).toList();
    }

    /** The name in the settings. */
    public String label() {
        return label;
    }

    /** Which rule was applied, for the cover of a published pack. */
    public String sentence() {
        return sentence;
    }

    /** The largest count that is hidden for its own sake; 0 where none is. */
    int largestSmall() {
        return largestSmall;
    }

    /** What shown counts are multiples of. */
    int base() {
        return base;
    }

    boolean rounds() {
        return base > 1;
    }

    /** True for a count that stands for so few that it is hidden. Nought is never hidden: it stands for nobody. */
    boolean isSmall(BigDecimal count) {
        return count.signum() > 0 && count.compareTo(BigDecimal.valueOf(largestSmall + 1L)) < 0;
    }

    /** To the nearest multiple of the base. No whole number lies midway between two of 5; what does is rounded up. */
    BigDecimal rounded(BigDecimal count) {
        BigDecimal multiple = BigDecimal.valueOf(base);
        return count.divide(multiple, 0, RoundingMode.HALF_UP).multiply(multiple);
    }
}
