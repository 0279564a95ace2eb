package marketshaping.model.problem;

import marketshaping.model.problem.UserProblem.Kind;

/** Messages about settings, options and plans, MS-10xx. */
enum SettingsMessage implements Message {
    KEY_MISSING(
            1001,
            "MARKET_SHAPING_KEY is not set.",
            "People's identifiers are never stored without being hashed with this key.",
            "Set it to a secret of at least 32 bytes, the same on every run. Only the sample council "
                    + "(--sample) has a key of its own."),
    KEY_TOO_SHORT(
            1002,
            "MARKET_SHAPING_KEY is {bytes} bytes long.",
            "A key that short does not protect people's identifiers.",
            "Set it to a secret of at least {minimum} bytes, for example the output of: openssl rand -hex 32"),
    PASSWORD_UNUSABLE(
            1003,
            "MARKET_SHAPING_WORKING_LIST_PASSWORD is set, but it is empty or longer than {limit} characters.",
            "A workbook can't be encrypted with such a password.",
            "Set it to a password, or unset it to leave the working list unencrypted."),
    SETTINGS_UNREADABLE(
            1004,
            "{file}: the settings can't be read ({cause}).",
            "They must be a YAML file that you may read.",
            "Correct the file, or leave out --settings to use Hackney's settings."),
    SETTING_UNKNOWN(
            1005,
            "{file}: there is no setting '{setting}'.",
            "The settings known there are: {known}.",
            "Correct its name or remove it."),
    SETTING_MISSING(
            1006, "{file}: the setting '{setting}' is missing.", "It should be {expected}.", "Add it to the file."),
    SETTING_WRONG(
            1007, "{file}: the setting '{setting}' is '{value}'.", "It should be {expected}.", "Correct the file."),
    PACK_UNKNOWN(
            1008,
            "The setting 'deliver.folder.packs' names '{pack}', which is not a pack.",
            "The packs are: {packs}.",
            "Correct the name or remove it."),
    EMAIL_WITHOUT_CONTROL(
            1009,
            "The settings ask for e-mail ('deliver.email'), but for no disclosure control ('disclosure' is '{rule}').",
            "Only packs with disclosure control are sent.",
            "Choose another disclosure rule, or deliver to a folder."),
    MAIL_PASSWORD_MISSING(
            1010,
            "The setting 'deliver.email.user' is '{user}', but MARKET_SHAPING_SMTP_PASSWORD is not set.",
            "The mail server expects that user's password.",
            "Set it, or remove the user from the settings if the mail server does not ask for one."),
    OPTIONS_MISSING(
            1011,
            "These options are missing: {options}.",
            "The command needs each of them.",
            "Give them, or use --sample to run the sample council."),
    SAMPLE_MISSING(
            1012,
            "The sample council is not at {folder}.",
            "The option --sample reads it from a checkout of the project.",
            "Run from a checkout, or generate a sample with: jobs/bin/sample-council --people 4000 --seed 1 --out DIR"),
    RULE_UNKNOWN(
            1013,
            "The setting 'disclosure' is '{rule}', which is not a disclosure rule.",
            "The rules are: {rules}.",
            "Correct the name."),
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
            "The nearest are: {nearest}.",
            "Use one of them; market-shaping explain lists all measures."),
    UPSERT_WITHOUT_KEY(
            1017,
            "The setting 'upsert' names {input}, which has no key.",
            "Without a key, its rows can't be matched to the rows in the lake.",
            "Remove it from the list. Its extract then replaces the whole table."),
    MONTHS_REVERSED(
            1018,
            "--from {from} is after --to {to}.",
            "There is no month between them.",
            "Give the earlier month with --from."),
    AS_AT_IN_FUTURE(
            1019,
            "--as-at {date} is after today ({today}).",
            "Figures can't be calculated for a future date.",
            "Give a date that has passed."),
    PLAN_UNREADABLE(
            1020,
            "{file}: the plan can't be read ({cause}).",
            "It must be a YAML file that you may read.",
            "Give --file a plan such as data/plan.yaml."),
    PLAN_KEY_UNKNOWN(
            1021,
            "{file}: a plan has no '{key}'.",
            "The keys known there are: {known}.",
            "Correct its name or remove it."),
    PLAN_VALUE_MISSING(1022, "{file}: '{key}' is missing.", "It should be {expected}.", "Add it to the plan."),
    PLAN_VALUE_WRONG(1023, "{file}: '{key}' is '{value}'.", "It should be {expected}.", "Correct the plan.");

    private final Text text;

    SettingsMessage(int number, String problem, String reason, String remedy) {
        text = new Text(number, Kind.WRONG_USAGE, problem, reason, remedy);
    }

    @Override
    public Text text() {
        return text;
    }
}
