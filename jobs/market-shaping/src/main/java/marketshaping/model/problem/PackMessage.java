package marketshaping.model.problem;

import marketshaping.model.problem.UserProblem.Kind;

/** Messages about packs and their delivery, MS-16xx. */
enum PackMessage implements Message {
    SHARE_MISSING(
            1601,
            Kind.NOT_DELIVERED,
            "The packs are in {packs}, but were not delivered: there is no folder {folder}.",
            "The share that it is on may not be connected.",
            "Create the folder or connect the share, and run again."),
    PACKS_NOT_COPIED(
            1602,
            Kind.NOT_DELIVERED,
            "The packs are in {packs}, but were not delivered to {folder} ({cause}).",
            "The packs delivered there before are unchanged.",
            "Check that you may write there, that nobody has one of the packs open and that the disk has "
                    + "room, and run again."),
    EMAIL_NOT_SENT(
            1603,
            Kind.NOT_DELIVERED,
            "The packs are in {packs}, but the e-mail to {recipients} was not sent.",
            "The mail server {server} reports: {cause}.",
            "Check 'deliver.email' in the settings and that the server can be reached, and run again. Nobody "
                    + "is sent the same e-mail twice."),
    MANIFEST_MISSING(
            1604,
            Kind.WRONG_USAGE,
            "There is no manifest at {file}.",
            "A pack is written again from what its manifest lists.",
            "Give --packs and --as-at of the pack, or its manifest with --manifest."),
    MANIFEST_UNREADABLE(
            1605,
            Kind.WRONG_USAGE,
            "{file} can't be read as the manifest of a pack.",
            "A pack is written again from what its manifest lists.",
            "Give the manifest.json that was written with the pack."),
    SOFTWARE_DIFFERENT(
            1606,
            Kind.WRONG_USAGE,
            "{manifest} was written by market-shaping {theirs}, and this is {ours}.",
            "Another build may calculate or write differently.",
            "Use the build that wrote the pack."),
    SETTINGS_DIFFERENT(
            1607,
            Kind.WRONG_USAGE,
            "{manifest} was written with other settings than these.",
            "Other settings give other figures.",
            "Give the settings file of that time with --settings; the manifest lists its values under settings."),
    PACK_DIFFERENT(
            1608,
            Kind.DATA_REFUSED,
            "{folder} contains the pack written again, and these files differ from the manifest: {files}.",
            "An encrypted working list differs each time; any other file was changed or made on another machine.",
            "Compare them with the files of the first pack.");

    private final Text text;

    PackMessage(int number, Kind kind, String problem, String reason, String remedy) {
        text = new Text(number, kind, problem, reason, remedy);
    }

    @Override
    public Text text() {
        return text;
    }
}
