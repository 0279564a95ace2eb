package marketshaping.analysis.measure;

/** The question that a measure helps to answer; packs have a section for each. */
public enum Section {
    OUT_OF_BOROUGH("Out of borough", "Where are people placed, and how many live outside the borough?"),
    FRAMEWORK_AND_SPOT(
            "Framework and spot", "What is bought through the framework, what is bought spot, and for how much?"),
    BROKERING("Brokering", "How long does it take to find a placement, against the target?"),
    QUALITY_AND_DATA("Quality and data", "How good is the care bought, and how far can these figures be trusted?");

    private final String title;
    private final String question;

    Section(String title, String question) {
        this.title = title;
        this.question = question;
    }

    public String title() {
        return title;
    }

    public String question() {
        return question;
    }
}
