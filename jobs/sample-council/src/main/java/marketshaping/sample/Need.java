package marketshaping.sample;

/** A group of primary support reasons, with the wordings that case systems use. The usual wording comes first. */
enum Need {
    PHYSICAL(
            "Physical support: Personal care support",
            "Physical support: Access and mobility only",
            "Personal care support",
            "Physical Support - Personal care support"),
    SENSORY(
            "Sensory support: Support for visual impairment",
            "Sensory support: Support for hearing impairment",
            "Sensory Support - Support for dual impairment"),
    MEMORY("Support with memory and cognition", "Support with Memory and Cognition"),
    LEARNING_DISABILITY("Learning disability support", "Learning Disability Support"),
    MENTAL_HEALTH("Mental health support", "Mental Health Support"),
    SOCIAL(
            "Social support: Support for social isolation or other",
            "Social support: Substance misuse support",
            "Support for social isolation or other"),
    NOT_RECORDED("", "Unknown");

    private final String[] wordings;

    Need(String... wordings) {
        this.wordings = wordings;
    }

    /** Returns the wording of the national list; empty if no reason is recorded. */
    String usualWording() {
        return wordings[0];
    }

    String wording(SeededRandom chance) {
        return chance.happens(0.93) ? usualWording() : wordings[chance.below(wordings.length)];
    }
}
