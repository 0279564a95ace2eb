package marketshaping.model.problem;

import marketshaping.model.problem.UserProblem.Kind;

/** Messages about the lake, MS-15xx. */
enum LakeMessage implements Message {
    LAKE_IN_USE(
            1501,
            Kind.WRONG_USAGE,
            "The lake {lake} is in use by another run ({run}).",
            "Only one run can use a lake at a time.",
            "Wait until the other run has finished, then run the command again."),
    LAKE_DAMAGED(
            1502,
            Kind.DATA_REFUSED,
            "The lake {lake} is damaged: {table} can't be read ({cause}).",
            "The packs of earlier runs are unchanged.",
            "Restore the folder of this table from a backup. Without a backup, delete the folder and run again: the"
                    + " inputs are read again, but the history of the table is lost."),
    LAKE_EMPTY(
            1503,
            Kind.WRONG_USAGE,
            "The lake {lake} does not contain these required inputs yet: {inputs}.",
            "No measure can be calculated without them.",
            "Ingest them first: market-shaping ingest --input DIR --lake DIR"),
    MEASURE_WITHOUT_INPUT(
            1504,
            Kind.WRONG_USAGE,
            "The measure '{measure}' can't be calculated, because the lake does not contain: {inputs}.",
            "The measure would be empty without this input.",
            "Ingest this input first."),
    VERSION_GONE(
            1505,
            Kind.DATA_REFUSED,
            "The lake {lake} does not contain version {version} of {table}, which the pack needs.",
            "Old versions are deleted after the period in the setting history-months. The version may also have been"
                    + " deleted by hand, or this is a different lake.",
            "Restore the version from a backup. The pack can't be reproduced without it.");

    private final Text text;

    LakeMessage(int number, Kind kind, String problem, String reason, String remedy) {
        text = new Text(number, kind, problem, reason, remedy);
    }

    @Override
    public Text text() {
        return text;
    }
}
