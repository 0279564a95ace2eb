package marketshaping.feedback;

import java.util.Locale;

/** The confidence in a proposal for a mapping, the highest first. */
public enum Confidence {
    /** The name is known for the column, and the content agrees. */
    CERTAIN,
    /** Name and content together make another meaning improbable. */
    LIKELY,
    /** The best of several weak candidates. */
    UNSURE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
