package marketshaping.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import marketshaping.input.ingest.SqlSyntax;
import marketshaping.model.problem.UserProblem;
import marketshaping.testkit.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingFileTest {

    @Test
    void documented_example_is_read(@TempDir Path folder) throws IOException {
        String page = Files.readString(Home.DATA.resolve("README.md"));
        int start = page.indexOf("```yaml") + "```yaml".length();
        Path file =
                Files.writeString(folder.resolve("example.yaml"), page.substring(start, page.indexOf("```", start)));

        Mappings mappings = Mappings.of(Map.of("payments", file.toString()));

        assertThat(mappings.forFile("payments", List.of()).input().classifiedColumns())
                .contains("setting", "purchase_route");
    }

    @Test
    void all_errors_are_reported_with_file_line_and_key() {
        UserProblem problem = refused(
                """
                abuot: our system
                extends: nobody
                inputs:
                  placemnts:
                    columns: {}
                  placements:
                    columns:
                      start: [From]
                      start_date: ['/from(/']
                    date-format: dd/MM
                    codes:
                      setting: {Sheltered: Sheltered housing}
                    constants:
                      cost_frequency: Per fortnight
                    leave-out:
                      - when: {start_date: '(open'}
                        because: not started
                      - when: {ward: north}
                        because: elsewhere
                      - because: no condition
                      - if: start_date IS NULL
                      - if: start_date IS NULL
                        because: [a list]
                    classify:
                      - when: {setting: home}
                  contracts:
                    fields: {contract_id: id}
                    constants: {setting: Home care}
                    constants: {setting: Day support}
                """);
        assertThat(problem.kind()).isEqualTo(UserProblem.Kind.WRONG_USAGE);
        assertMessages(
                problem,
                "ours.yaml, line 1: abuot is not a valid key here",
                "ours.yaml, line 2: extends is not a mapping supplied with the product",
                "ours.yaml, line 5: inputs.placemnts is not an input",
                "ours.yaml, line 8: inputs.placements.columns.start is not a column of placements",
                "ours.yaml, line 9: inputs.placements.columns.start_date[1] is not a valid pattern",
                "ours.yaml, line 10: inputs.placements.date-format is not a date format",
                "ours.yaml, line 12: inputs.placements.codes.setting.Sheltered is 'Sheltered housing', which is not one of the codes",
                "ours.yaml, line 14: inputs.placements.constants.cost_frequency is 'Per fortnight', which is not one of the codes",
                "ours.yaml, line 16: inputs.placements.leave-out[1].when.start_date is not a valid pattern",
                "ours.yaml, line 18: inputs.placements.leave-out[2].when.ward is a column that is not read",
                "ours.yaml, line 20: inputs.placements.leave-out[3] must contain when, unless or if",
                "ours.yaml, line 21: inputs.placements.leave-out[4].if requires rows-of in the same input",
                "ours.yaml, line 21: inputs.placements.leave-out[4] must contain because",
                "ours.yaml, line 22: inputs.placements.leave-out[5].if requires rows-of in the same input",
                "ours.yaml, line 23: inputs.placements.leave-out[5].because must be text",
                "ours.yaml, line 25: inputs.placements.classify[1] must contain then",
                "ours.yaml, line 27: inputs.contracts.fields requires rows-of in the same input",
                "ours.yaml, line 29: inputs.contracts.constants occurs twice");
    }

    @Test
    void all_errors_of_an_assembly_are_reported() {
        UserProblem problem = refused(
                """
                tables:
                  cases:
                    required: [id, opened]
                    columns: {id: , person: }
                  people:
                    need: perhaps
                    required: [id]
                    columns: {id: , born: }
                  notes:
                    columns: {text: }
                  events: {}
                inputs:
                  brokering:
                    rows-of: referrals
                    look-up:
                      person: {table: persons, key: id, equals: cases.person}
                      people: {key: number, equals: 'cases.person ='}
                      notes: {key: text}
                    work-out:
                      born: lower(people.born
                    pick:
                      of: [visit]
                      first-by: people.born
                    leave-out:
                      - when: {status: closed}
                        because: closed
                    fields:
                      case_id: cases.id
                      case_number: cases.id
                      referral_date: to_date(cases.opened
                """);
        assertMessages(
                problem,
                "ours.yaml, line 3: tables.cases.required[2] names 'opened', which is not one of the table's columns",
                "ours.yaml, line 6: tables.people.need must be required or optional, but is 'perhaps'",
                "ours.yaml, line 10: tables.notes must contain required",
                "ours.yaml, line 11: tables.events must contain columns",
                "ours.yaml, line 11: tables.events must contain required",
                "ours.yaml, line 14: inputs.brokering.rows-of names 'referrals', which is not one of the tables",
                "ours.yaml, line 16: inputs.brokering.look-up.person.table names 'persons', which is not one of the tables",
                "ours.yaml, line 16: inputs.brokering.look-up.person.key is 'id', which is not a column of persons",
                "ours.yaml, line 17: inputs.brokering.look-up.people.key is 'number', which is not a column of people",
                "ours.yaml, line 18: inputs.brokering.look-up.notes must contain the key equals",
                "ours.yaml, line 20: inputs.brokering.work-out.born has the same name as a column of people",
                "ours.yaml, line 22: inputs.brokering.pick.of[1] names 'visit', which is not an alias under look-up",
                "ours.yaml, line 25: inputs.brokering.leave-out[1] must contain only if and because, as its rows come from several tables",
                "ours.yaml, line 14: inputs.brokering has no expression under fields for required columns",
                "ours.yaml, line 29: inputs.brokering.fields.case_number is not a column of brokering");
    }

    @Test
    void all_wrong_expressions_are_reported_before_files_are_read(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("ours.yaml"),
                """
                tables:
                  cases: {required: [id], columns: {id: , person: , opened: }}
                  people: {required: [id], columns: {id: , born: }}
                inputs:
                  brokering:
                    rows-of: cases
                    leave-out:
                      - if: cases.opened IS IS NULL
                        because: not opened
                    look-up:
                      people: {key: id, equals: 'cases.person =', only: '(born', first-by: 'born +'}
                    work-out:
                      year: lower(people.born
                    pick:
                      of: [people]
                      first-by: [people.born, 'year +']
                    fields:
                      case_id: cases.id
                      person_id: cases.person
                      setting: "'Other'"
                      status: "'Open'"
                      referral_date: to_date(cases.opened
                """);
        Mappings mappings = Mappings.of(Map.of("brokering", file.toString()));
        UserProblem problem = catchThrowableOfType(UserProblem.class, () -> SqlSyntax.requireValid(mappings));
        assertThat(problem.kind()).isEqualTo(UserProblem.Kind.WRONG_USAGE);
        assertMessages(
                problem,
                file + ", line 8: inputs.brokering.leave-out[1].if is not a valid Spark SQL expression: ",
                file + ", line 11: inputs.brokering.look-up.people.equals is not a valid Spark SQL expression: ",
                file + ", line 11: inputs.brokering.look-up.people.only is not a valid Spark SQL expression: ",
                file + ", line 11: inputs.brokering.look-up.people.first-by is not a valid Spark SQL expression: ",
                file + ", line 13: inputs.brokering.work-out.year is not a valid Spark SQL expression: ",
                file + ", line 16: inputs.brokering.pick.first-by[2] is not a valid Spark SQL expression: ",
                file + ", line 22: inputs.brokering.fields.referral_date is not a valid Spark SQL expression: ");
    }

    @Test
    void condition_in_sql_without_joined_tables_is_refused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("ours.yaml"),
                """
                inputs:
                  placements:
                    leave-out:
                      - if: start_date IS NULL
                        because: not started
                """);
        assertThatThrownBy(() -> Mappings.of(Map.of("placements", file.toString())))
                .hasMessageContaining("line 4: inputs.placements.leave-out[1].if requires rows-of in the same input");
    }

    @Test
    void expressions_of_every_mapping_of_the_product_are_valid() {
        SqlSyntax.requireValid(Mappings.of(Map.of("placements", "hackney-brokerage")));
    }

    @Test
    void invalid_yaml_is_reported_with_its_line() {
        assertThat(refused("about: ours\ninputs:\n\tplacements: {}\n").getMessage())
                .startsWith("MS-1401: ours.yaml, line 3: ");
        assertThat(refused("").getMessage())
                .isEqualTo("MS-1401: ours.yaml, line 1: the file is empty. A mapping is used only if all of it is"
                        + " valid. Correct this line.");
        assertThat(refused("about: nothing else\n").getMessage())
                .isEqualTo("MS-1401: ours.yaml, line 1: the file contains no inputs. A mapping is used only if all"
                        + " of it is valid. Correct this line.");
    }

    @Test
    void extending_file_is_merged_with_its_base() {
        Mapping base = MappingFile.read(
                "base",
                "base.yaml",
                """
                tables:
                  cases: {required: [id], columns: {id: }}
                inputs:
                  payments:
                    recognised-by: [Voucher]
                    date-format: dd/MM/yyyy
                    columns: {amount: [Net], supplier_name: [Payee]}
                    codes: {setting: {Dom: Home care, Res: Residential care}}
                    constants: {purchase_route: Spot}
                    leave-out: [{when: {amount: '^0$'}, because: nothing paid}]
                    classify: [{when: {supplier_name: home}, then: {setting: Residential care}}]
                  fee_rates: {}
                """,
                name -> Optional.empty());
        Mapping ours = MappingFile.read(
                "ours",
                "ours.yaml",
                """
                extends: base
                inputs:
                  payments:
                    date-format: MM/dd/yyyy
                    columns: {amount: [Net amount], payment_date: [Paid]}
                    codes: {setting: {Dom: Day support}}
                    constants: {purchase_route: Block}
                    leave-out: [{when: {supplier_name: internal}, because: a recharge}]
                    classify: [{when: {supplier_name: day}, then: {setting: Day support}}]
                """,
                name -> Optional.of(base).filter(mapping -> name.equals("base")));
        InputMapping payments = ours.input("payments").orElseThrow();
        assertThat(ours.tables()).containsKey("cases");
        assertThat(ours.inputs()).containsKeys("payments", "fee_rates");
        assertThat(payments.recognisedBy()).extracting(Pattern::pattern).containsExactly("\\Qvoucher\\E");
        assertThat(payments.dateFormat()).isEqualTo("MM/dd/yyyy");
        assertThat(payments.names().also().get("amount"))
                .extracting(Pattern::pattern)
                .containsExactly("\\Qnet\\E", "\\Qnetamount\\E");
        assertThat(payments.names().also()).containsKeys("supplier_name", "payment_date");
        assertThat(payments.codes().get("setting"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("dom", "Day support", "res", "Residential care"));
        assertThat(payments.constants()).containsExactlyEntriesOf(Map.of("purchase_route", "Block"));
        assertThat(payments.leaveOut()).extracting(RowCondition::because).containsExactly("nothing paid", "a recharge");
        // The council's own entries come first.
        assertThat(payments.classify())
                .extracting(decision -> decision.then().get("setting"))
                .containsExactly("Day support", "Residential care");
    }

    @Test
    void every_mapping_of_the_product_is_read() {
        Map<String, String> byInput = Map.of(
                "placements", "hackney-brokerage",
                "payments", "payments-devon",
                "client_level_data", "client-level-data",
                "postcodes", Mappings.CANONICAL);
        Mappings mappings = Mappings.of(byInput);
        byInput.forEach((input, name) -> assertThat(mappings.chosenText(input)).contains(name));
        assertThat(mappings.assembling()).extracting(Mapping::name).containsExactly("hackney-brokerage");
        assertThat(mappings.assembling().get(0).assemblies()).containsOnlyKeys("placements", "contracts", "brokering");
    }

    @Test
    void file_for_several_inputs_is_one_mapping(@TempDir Path folder) throws IOException {
        String text =
                "extends: hackney-brokerage\ninputs:\n  placements:\n    constants: {host_authority_notified: No}\n";
        String file =
                Files.writeString(folder.resolve("our-brokerage.yaml"), text).toString();
        Mappings mappings = Mappings.of(Map.of("placements", file, "contracts", file));
        assertThat(mappings.assembling())
                .extracting(Mapping::name)
                .containsExactly("hackney-brokerage", "our-brokerage");
        assertThat(mappings.chosenText("brokering")).isEqualTo(text);
        assertThat(mappings.chosenText("visits")).isEmpty();
    }

    private static UserProblem refused(String text) {
        return catchThrowableOfType(
                UserProblem.class, () -> MappingFile.read("ours", "ours.yaml", text, name -> Optional.empty()));
    }

    /** Asserts that the messages and the given beginnings match one to one. */
    private static void assertMessages(UserProblem problem, String... beginnings) {
        List<String> messages = new ArrayList<>(problem.messages());
        List<String> missing = new ArrayList<>();
        for (String beginning : beginnings) {
            messages.stream()
                    .filter(message -> message.startsWith("MS-1401: " + beginning))
                    .findFirst()
                    .ifPresentOrElse(messages::remove, () -> missing.add(beginning));
        }
        assertThat(missing).as("missing messages").isEmpty();
        assertThat(messages).as("additional messages").isEmpty();
    }
}
