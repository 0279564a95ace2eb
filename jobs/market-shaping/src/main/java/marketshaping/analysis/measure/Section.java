package marketshaping.analysis.measure;

/** A section of a pack, with the question that its measures help to answer. */
public enum Section {
    OUT_OF_BOROUGH("Out of borough", "Where are people placed, and how many live outside the borough?"),
    FRAMEWORK_AND_SPOT(
            "Framework and spot", "What is bought through the framework, what is bought spot, and at what price?"),
    BROKERING("Brokering", "How long does it take to find a placement, against the target?"),
    QUALITY_AND_DATA("Quality and data", "How good is the care, and how reliable are these figures?");

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
