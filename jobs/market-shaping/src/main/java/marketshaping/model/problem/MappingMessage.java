package marketshaping.model.problem;

import marketshaping.model.problem.UserProblem.Kind;

/** Messages about mappings and the tables that they need, MS-14xx. */
enum MappingMessage implements Message {
    MAPPING_WRONG(
            1401,
            Kind.WRONG_USAGE,
            "{file}, line {line}: {fault}.",
            "A mapping is used only if all of it is valid.",
            "Correct this line."),
    MAPPING_UNKNOWN(
            1402,
            Kind.WRONG_USAGE,
            "There is no mapping '{mapping}'.",
            "The mappings that come with the product are: {known}.",
            "Use one of them, or give the path of a mapping file."),
    MAPPING_WITHOUT_INPUT(
            1403,
            Kind.WRONG_USAGE,
            "The mapping '{mapping}' does not cover the input {input}.",
            "It covers these inputs: {inputs}.",
            "Choose another mapping for {input}."),
    EXPRESSION_WRONG(
            1404,
            Kind.WRONG_USAGE,
            "The mapping '{mapping}' can't be used for {input}: {fault}.",
            "The expressions in a mapping must fit the columns of the files.",
            "Correct the expression in the mapping file."),
    TABLE_MISSING(
            1405,
            Kind.DATA_REFUSED,
            "{folder} contains no table named {table}.",
            "The mapping with the same name as this folder needs the table.",
            "Add {table}.csv or {table}.xlsx to the folder."),
    LOOKUP_TWICE(
            1406,
            Kind.DATA_REFUSED,
            "{table}, rows {first} and {second}: both rows have the same {key}.",
            "It is unclear which of the two rows a look-up should use.",
            "Remove one of these rows."),
    MAPPING_EXISTS(
            1407,
            Kind.WRONG_USAGE,
            "{file} exists already.",
            "A new mapping would replace your decisions in it.",
            "Give another file with --out, or move this one.");

    private final Text text;

    MappingMessage(int number, Kind kind, String problem, String reason, String remedy) {
        text = new Text(number, kind, problem, reason, remedy);
    }

    @Override
    public Text text() {
        return text;
    }
}
