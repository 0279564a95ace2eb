package marketshaping.output.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A rule that states which small counts are hidden and how others are rounded, with a sentence about it for pack
 * covers.
 */
public enum DisclosureProfile {
    /** The default, which is the rule of national hospital statistics: hide 1 to 7 and round other counts to 5. */
    SUPPRESS_1_7_ROUND_5(
            "suppress-1-7-round-5",
            7,
            5,
            "Counts of 1 to 7 are shown as [c] and all other counts are rounded to the nearest 5."
                    + DisclosureProfile.ROUNDED
                    + " count of 1 to 7 are shown as [c]."
                    + DisclosureProfile.ALL),

    /** Hide 1 to 9 and round other counts to 5, for tables that need a higher limit than the default. */
    SUPPRESS_UNDER_10_ROUND_5(
            "suppress-under-10-round-5",
            9,
            5,
            "Counts of 1 to 9 are shown as [c] and all other counts are rounded to the nearest 5."
                    + DisclosureProfile.ROUNDED
                    + " count of 1 to 9 are shown as [c]."
                    + DisclosureProfile.ALL),

    /** Hide 1 to 4 and show other counts exactly, which needs more secondary suppression. */
    SUPPRESS_UNDER_5(
            "suppress-under-5",
            4,
            1,
            "Counts of 1 to 4 are shown as [c]; all other counts are exact. Percentages, averages, prices and"
                    + " money that rest on a count shown as [c] are shown as [c] too, and shares of money are"
                    + " rounded to whole percentages."
                    + DisclosureProfile.ALL),

    /** No disclosure control. */
    NONE("none", 0, 1, "No disclosure control was applied: small numbers are shown as they are.");

    private static final String ROUNDED =
            " Percentages are calculated from the rounded counts; shares of money are rounded to whole"
                    + " percentages and averages to one decimal place. Averages, prices and money that rest on a";

    private static final String ALL = " So is money where one provider makes up 85% or more of it, and any other figure"
            + " from which a hidden figure could be calculated.";

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

    /** Returns the profile with this name in the settings, or empty if there is none. */
    public static Optional<DisclosureProfile> named(String label) {
        return Arrays.stream(values())
                .filter(profile -> profile.label.equals(label))
                .findFirst();
    }

    /** Returns the names of all profiles, the default first. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(DisclosureProfile::label).toList();
    }

    /** Returns the name used in the settings. */
    public String label() {
        return label;
    }

    /** Returns the description of the rule for the cover of a published pack. */
    public String sentence() {
        return sentence;
    }

    /** Returns the largest count that is hidden as small (primary suppression), or 0 if none is. */
    int largestSmall() {
        return largestSmall;
    }

    /** Returns the number to whose multiples counts are rounded; 1 means no rounding. */
    int base() {
        return base;
    }

    /**
     * Returns the smallest whole number that readers may see as this count. It can't be small, because a small count
     * would be hidden. For example, with counts of 1 to 9 hidden, a shown 10 stands for 10 to 12, and not for 8.
     */
    long smallestShownAs(BigDecimal count) {
        long smallest = rounded(count).longValue() - roundingError(count);
        return count.signum() <= 0 || isSmall(count) ? smallest : Math.max(smallest, largestSmall + 1L);
    }

    /** Returns the largest whole number that readers may see as this count. */
    long largestShownAs(BigDecimal count) {
        return rounded(count).longValue() + roundingError(count);
    }

    /** Returns the largest difference between a count and its rounded value. Zero is exact. */
    private long roundingError(BigDecimal count) {
        return count.signum() == 0 ? 0 : base / 2;
    }

    boolean rounds() {
        return base > 1;
    }

    /**
     * Returns true if the count must be hidden as small (primary suppression). Zero is never hidden, because it
     * describes nobody.
     */
    boolean isSmall(BigDecimal count) {
        return count.signum() > 0 && count.compareTo(BigDecimal.valueOf(largestSmall + 1L)) < 0;
    }

    /**
     * Rounds a count to the nearest multiple of {@link #base}, and rounds halves up. With base 5, no whole number is
     * halfway between two multiples.
     */
    BigDecimal rounded(BigDecimal count) {
        BigDecimal multiple = BigDecimal.valueOf(base);
        return count.divide(multiple, 0, RoundingMode.HALF_UP).multiply(multiple);
    }
}
