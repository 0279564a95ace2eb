package marketshaping.model.problem;

import marketshaping.model.problem.UserProblem.Kind;

/** Messages about packs and their delivery, MS-16xx. */
enum PackMessage implements Message {
    SHARE_MISSING(
            1601,
            Kind.NOT_DELIVERED,
            "The packs are in {packs}, but were not delivered: the folder {folder} does not exist.",
            "The share that contains the folder may be disconnected.",
            "Create the folder or connect the share, then run the command again."),
    PACKS_NOT_COPIED(
            1602,
            Kind.NOT_DELIVERED,
            "The packs are in {packs}, but were not delivered to {folder} ({cause}).",
            "Packs that were delivered to this folder earlier are unchanged.",
            "Check that you may write to the folder, that nobody has a pack open and that the disk has space. Then run"
                    + " the command again."),
    EMAIL_NOT_SENT(
            1603,
            Kind.NOT_DELIVERED,
            "The packs are in {packs}, but the e-mail to {recipients} was not sent.",
            "The mail server {server} reports: {cause}.",
            "Check the setting 'deliver.email' and the connection to the mail server, then run the command again."
                    + " Nobody receives the same e-mail twice."),
    MANIFEST_MISSING(
            1604,
            Kind.WRONG_USAGE,
            "There is no manifest at {file}.",
            "A pack is reproduced from the table versions that its manifest lists.",
            "Give the folder of the packs with --packs and the date with --as-at, or the manifest with --manifest."),
    MANIFEST_UNREADABLE(
            1605,
            Kind.WRONG_USAGE,
            "{file} can't be read as the manifest of a pack.",
            "A pack is reproduced from the table versions that its manifest lists.",
            "Give the manifest.json that was written with the pack."),
    SOFTWARE_DIFFERENT(
            1606,
            Kind.WRONG_USAGE,
            "{manifest} was written by market-shaping {theirs}, but this is {ours}.",
            "A different build may calculate or write the pack differently.",
            "Use the build that wrote the pack."),
    SETTINGS_DIFFERENT(
            1607,
            Kind.WRONG_USAGE,
            "{manifest} was written with settings that differ from the current ones.",
            "Different settings give different figures.",
            "Give the settings file of that time with --settings. The manifest lists the values under settings."),
    PACK_DIFFERENT(
            1608,
            Kind.DATA_REFUSED,
            "The reproduced pack in {folder} does not match the manifest. These files differ: {files}.",
            "An encrypted working list differs every time. Any other file has been changed, or was made on another"
                    + " machine.",
            "Compare these files with the files of the original pack."),
    REFUSAL_NOT_SENT(
            1609,
            Kind.NOT_DELIVERED,
            "The e-mail about this problem to {recipients} was not sent.",
            "The mail server {server} reports: {cause}.",
            "Check the settings 'deliver.refused' and 'deliver.email', and the connection to the mail server.");

    private final Text text;

    PackMessage(int number, Kind kind, String problem, String reason, String remedy) {
        text = new Text(number, kind, problem, reason, remedy);
    }

    @Override
    public Text text() {
        return text;
    }
}
