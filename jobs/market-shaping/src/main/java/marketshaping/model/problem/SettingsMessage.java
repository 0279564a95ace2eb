package marketshaping.model.problem;

import marketshaping.model.problem.UserProblem.Kind;

/** Messages about settings, options and plans, MS-10xx. */
enum SettingsMessage implements Message {
    KEY_MISSING(
            1001,
            "MARKET_SHAPING_KEY is not set.",
            "This key is used to hash people's identifiers before they are stored.",
            "Set this environment variable to a secret of at least 32 bytes, the same for every run. Only the sample"
                    + " council (--sample) can be run without it."),
    KEY_TOO_SHORT(
            1002,
            "MARKET_SHAPING_KEY is only {bytes} bytes long.",
            "A key this short does not protect people's identifiers.",
            "Set it to a secret of at least {minimum} bytes. This command generates one: openssl rand -hex 32"),
    PASSWORD_UNUSABLE(
            1003,
            "MARKET_SHAPING_WORKING_LIST_PASSWORD is set, but it is empty or longer than {limit} characters.",
            "Such a password can't encrypt a workbook.",
            "Set it to a password of 1 to {limit} characters. Or unset it, and the working list is not encrypted."),
    SETTINGS_UNREADABLE(
            1004,
            "{file}: the settings can't be read ({cause}).",
            "The settings must be a YAML file that you have permission to read.",
            "Correct the file. To use Hackney's settings instead, leave out --settings."),
    SETTING_UNKNOWN(
            1005,
            "{file}: there is no setting '{setting}'.",
            "The settings at this level of the file are: {known}.",
            "Correct the name of the setting, or remove it."),
    SETTING_MISSING(
            1006, "{file}: the setting '{setting}' is missing.", "It should be {expected}.", "Add it to the file."),
    SETTING_WRONG(
            1007,
            "{file}: the setting '{setting}' has the wrong value '{value}'.",
            "It should be {expected}.",
            "Correct the file."),
    PACK_UNKNOWN(
            1008,
            "The setting 'deliver.folder.packs' lists '{pack}', which is not a pack.",
            "The packs are: {packs}.",
            "Correct the name, or remove it from the list."),
    EMAIL_WITHOUT_CONTROL(
            1009,
            "The settings ask for delivery by e-mail ('deliver.email'), but disclosure control is off ('disclosure' is"
                    + " '{rule}').",
            "Only packs with disclosure control applied may be sent by e-mail.",
            "Set 'disclosure' to another rule, or deliver the packs to a folder instead."),
    MAIL_PASSWORD_MISSING(
            1010,
            "The setting 'deliver.email.user' is '{user}', but MARKET_SHAPING_SMTP_PASSWORD is not set.",
            "The mail server expects the password of this user.",
            "Set this environment variable to the password. If the mail server does not ask for a password, remove the"
                    + " user from the settings."),
    OPTIONS_MISSING(
            1011,
            "Required options are missing: {options}.",
            "The command needs all of them.",
            "Add them, or use --sample to run the sample council."),
    SAMPLE_MISSING(
            1012,
            "{folder} does not contain the sample council.",
            "The option --sample reads the sample from a checkout of the project.",
            "Run the command in the top folder of a checkout. Or generate a sample there with: jobs/bin/sample-council"
                    + " --people 4000 --seed 1 --out DIR, and add --input DIR."),
    RULE_UNKNOWN(
            1013,
            "The setting 'disclosure' is '{rule}', which is not a disclosure rule.",
            "The rules are: {rules}.",
            "Set it to one of these rules."),
    PROFILE_UNKNOWN(
            1014,
            "There is no execution profile '{profile}'.",
            "The profiles are: {profiles}.",
            "Set --profile or MARKET_SHAPING_PROFILE to one of them."),
    INPUT_UNKNOWN(
            1015, "{option} names '{name}', which is not an input.", "The inputs are: {inputs}.", "Correct the name."),
    MEASURE_UNKNOWN(
            1016,
            "There is no measure '{measure}'.",
            "The measures with the most similar names are: {nearest}.",
            "Use one of them, or list all measures with: market-shaping explain"),
    UPSERT_WITHOUT_KEY(
            1017,
            "The setting 'upsert' lists {input}, which has no key.",
            "Without a key, the rows of an extract can't be matched to the rows in the lake.",
            "Remove {input} from the list. Each extract of it then replaces the whole table."),
    MONTHS_REVERSED(
            1018,
            "--from {from} is later than --to {to}.",
            "The range contains no month.",
            "Give the earlier month with --from and the later month with --to."),
    AS_AT_IN_FUTURE(
            1019,
            "{option} {date} is in the future (today is {today}).",
            "Figures can't be calculated for a future date.",
            "Give today's date or an earlier one."),
    PLAN_UNREADABLE(
            1020,
            "{file}: the plan can't be read ({cause}).",
            "The plan must be a YAML file that you have permission to read.",
            "Correct the file, or give another plan with --file. An example is data/plan.yaml."),
    PLAN_KEY_UNKNOWN(
            1021,
            "{file}: a plan has no key '{key}'.",
            "The keys at this level of the file are: {known}.",
            "Correct the key, or remove it."),
    PLAN_VALUE_MISSING(1022, "{file}: '{key}' is missing.", "It should be {expected}.", "Add it to the plan."),
    PLAN_VALUE_WRONG(
            1023, "{file}: '{key}' has the wrong value '{value}'.", "It should be {expected}.", "Correct the plan."),
    PATH_IS_URI(
            1024,
            "The path '{path}' is a URI, not a folder or file on this computer.",
            "Object stores and web addresses are not supported yet.",
            "Give a path on this computer, or the path of a folder where the store is mounted."),
    FINDING_UNKNOWN(
            1025,
            "{option}: '{text}' names no finding.",
            "The form is INPUT.COLUMN:FINDING. Findings: {findings}.",
            "Copy the option from the message that refuses the extract."),
    COLUMN_UNKNOWN(
            1026,
            "{option}: '{text}' is not a column of an input.",
            "The form is INPUT.COLUMN, such as placements.end_date.",
            "Correct the name. data/README.md lists the columns of each input.");

    private final Text text;

    SettingsMessage(int number, String problem, String reason, String remedy) {
        text = new Text(number, Kind.WRONG_USAGE, problem, reason, remedy);
    }

    @Override
    public Text text() {
        return text;
    }
}
