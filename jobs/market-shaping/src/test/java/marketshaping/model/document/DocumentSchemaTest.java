package marketshaping.model.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import marketshaping.model.document.Violation.Kind;
import org.junit.jupiter.api.Test;

class DocumentSchemaTest {
    private static final DocumentSchema PLAN = DocumentSchema.named("plan");
    private static final DocumentSchema SETTINGS = DocumentSchema.named("settings");

    @Test
    void violations_have_line_key_value_and_expectation() throws YamlSyntaxException {
        YamlDocument plan = YamlDocument.parse(
                """
                about: [a, b]
                places:
                  - setting: Extra care
                    places: 2.5
                    form: 2030-01-01
                lots: none
                """);
        assertThat(PLAN.violations(plan))
                .containsExactlyInAnyOrder(
                        new Violation(Kind.WRONG_VALUE, 1, "about", "[\"a\",\"b\"]", "must be text", List.of()),
                        new Violation(
                                Kind.MISSING_KEY,
                                3,
                                "places[1].from",
                                "",
                                "must be a date such as 2028-04-01",
                                List.of()),
                        new Violation(
                                Kind.WRONG_VALUE,
                                4,
                                "places[1].places",
                                "2.5",
                                "must be a whole number from 1 to 100,000",
                                List.of()),
                        new Violation(
                                Kind.UNKNOWN_KEY,
                                5,
                                "places[1].form",
                                "",
                                "",
                                List.of("setting", "need", "places", "from", "weekly-cost")),
                        new Violation(Kind.WRONG_VALUE, 6, "lots", "none", "must be a list", List.of()));
    }

    @Test
    void value_inside_a_described_list_is_reported_at_the_list() throws YamlSyntaxException {
        YamlDocument settings = YamlDocument.parse("partners: [E09000001, Hackney, Camden]\n");
        assertThat(SETTINGS.violations(settings))
                .filteredOn(violation -> violation.kind() == Kind.WRONG_VALUE)
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.key()).isEqualTo("partners");
                    assertThat(violation.value()).isEqualTo("[\"E09000001\",\"Hackney\",\"Camden\"]");
                });
    }

    /** A line break at the end of an address would start another mail header. */
    @Test
    void pattern_does_not_ignore_a_line_break_at_the_end() throws YamlSyntaxException {
        YamlDocument settings = YamlDocument.parse(
                """
                deliver:
                  email: {host: "b.example\\n", port: 25, security: tls, user: "u\\n", from: "a@b.example\\n", to: ["a@b.example\\n"]}
                """);
        assertThat(SETTINGS.violations(settings))
                .extracting(Violation::key)
                .contains("deliver.email.host", "deliver.email.user", "deliver.email.from", "deliver.email.to");
    }

    @Test
    void empty_document_lacks_every_required_key() throws YamlSyntaxException {
        assertThat(SETTINGS.violations(YamlDocument.parse("# nothing\n")))
                .extracting(Violation::key)
                .containsExactlyInAnyOrder(
                        "council",
                        "partners",
                        "framework-go-live",
                        "targets",
                        "disclosure",
                        "contact",
                        "shrinkage-percent");
    }

    @Test
    void document_that_contains_itself_is_refused() throws YamlSyntaxException {
        assertThat(SETTINGS.violations(YamlDocument.parse("targets: &again {all: *again}\n")))
                .extracting(Violation::key)
                .contains("targets");
    }

    @Test
    void scalars_have_the_types_of_editors() throws YamlSyntaxException {
        assertThat(YamlDocument.parse("[No, yes, true, 012, 1_000, 1.50, 2026-02-30, 12:30, '1', ~, .5, 1e3]")
                        .json())
                .hasToString("[\"No\",\"yes\",true,12,\"1_000\",1.50,\"2026-02-30\",\"12:30\",\"1\",null,0.5,1E+3]");
    }

    @Test
    void syntax_error_has_its_line() {
        assertThatThrownBy(() -> YamlDocument.parse("a: 1\nb: [\n"))
                .isInstanceOfSatisfying(
                        YamlSyntaxException.class, e -> assertThat(e.line()).isEqualTo(3));
    }
}
