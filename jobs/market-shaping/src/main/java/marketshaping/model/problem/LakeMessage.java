package marketshaping.model.problem;

import marketshaping.model.problem.UserProblem.Kind;

/** Messages about the lake, MS-15xx. */
enum LakeMessage implements Message {
    LAKE_IN_USE(
            1501,
            Kind.WRONG_USAGE,
            "The lake {lake} is in use by another run ({run}).",
            "Only one run can use it at a time.",
            "Wait until that run has finished and run again."),
    LAKE_DAMAGED(
            1502,
            Kind.DATA_REFUSED,
            "The lake {lake} is damaged: {table} can't be read ({cause}).",
            "The last good packs are unchanged.",
            "Restore the table's folder from a backup. Or delete it and run again, which reads the inputs "
                    + "again but loses the table's history."),
    LAKE_EMPTY(
            1503,
            Kind.WRONG_USAGE,
            "The lake {lake} contains no {inputs} yet.",
            "No measure can be calculated without the required inputs.",
            "Ingest first: market-shaping ingest --input DIR --lake DIR"),
    MEASURE_WITHOUT_INPUT(
            1504,
            Kind.WRONG_USAGE,
            "The measure '{measure}' can't be calculated: the lake contains no {inputs}.",
            "The measure is empty without it.",
            "Ingest it first."),
    VERSION_GONE(
            1505,
            Kind.DATA_REFUSED,
            "The lake {lake} no longer contains version {version} of {table}, from which the pack was made.",
            "It was replaced before the period of the setting history-months, or deleted, or this is another lake.",
            "Restore it from a backup; the pack can't be written again without it.");

    private final Text text;

    LakeMessage(int number, Kind kind, String problem, String reason, String remedy) {
        text = new Text(number, kind, problem, reason, remedy);
    }

    @Override
    public Text text() {
        return text;
    }
}
