package marketshaping.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import marketshaping.model.problem.UserProblem;
import marketshaping.testkit.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingFileTest {

    @Test
    void should_read_the_example_of_the_readme(@TempDir Path folder) throws IOException {
        String readme = Files.readString(Home.FOLDER.resolve("README.md"));
        int start = readme.indexOf("```yaml") + "```yaml".length();
        Path file = Files.writeString(
                folder.resolve("example.yaml"), readme.substring(start, readme.indexOf("```", start)));

        Mappings mappings = Mappings.of(Map.of("payments", file.toString()));

        assertThat(mappings.forFile("payments", List.of()).input().decided()).contains("setting", "purchase_route");
    }

    @Test
    void should_name_every_fault_of_a_file_by_file_line_and_key_all_together() {
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
                      - if: start_date IS IS NULL
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
        assertThatIsSaid(
                problem,
                "ours.yaml, line 1: abuot is not known here",
                "ours.yaml, line 2: extends is no mapping that comes with the product",
                "ours.yaml, line 5: inputs.placemnts is no input",
                "ours.yaml, line 8: inputs.placements.columns.start is no column of placements",
                "ours.yaml, line 9: inputs.placements.columns.start_date[1] is no pattern",
                "ours.yaml, line 10: inputs.placements.date-format is no date format",
                "ours.yaml, line 12: inputs.placements.codes.setting.Sheltered is 'Sheltered housing', which is none of ours",
                "ours.yaml, line 14: inputs.placements.constants.cost_frequency is 'Per fortnight', which is none of ours",
                "ours.yaml, line 16: inputs.placements.leave-out[1].when.start_date is no pattern",
                "ours.yaml, line 18: inputs.placements.leave-out[2].when.ward is a column that is not read",
                "ours.yaml, line 20: inputs.placements.leave-out[3] needs when, unless or if",
                "ours.yaml, line 21: inputs.placements.leave-out[4] needs because",
                "ours.yaml, line 21: inputs.placements.leave-out[4].if is no expression in Spark SQL",
                "ours.yaml, line 23: inputs.placements.leave-out[5].because should be a text",
                "ours.yaml, line 25: inputs.placements.classify[1] needs then",
                "ours.yaml, line 27: inputs.contracts.fields needs rows-of beside it",
                "ours.yaml, line 29: inputs.contracts.constants is there twice");
    }

    @Test
    void should_name_every_fault_of_how_an_input_is_put_together() {
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
        assertThatIsSaid(
                problem,
                "ours.yaml, line 3: tables.cases.required[2] names 'opened', which is not among its columns",
                "ours.yaml, line 6: tables.people.need should be required or optional, and is 'perhaps'",
                "ours.yaml, line 10: tables.notes needs required",
                "ours.yaml, line 11: tables.events needs its columns",
                "ours.yaml, line 11: tables.events needs required",
                "ours.yaml, line 14: inputs.brokering.rows-of names 'referrals', which is not among the tables",
                "ours.yaml, line 16: inputs.brokering.look-up.person.table names 'persons', which is not among the tables",
                "ours.yaml, line 16: inputs.brokering.look-up.person.key is 'id', which is no column of persons",
                "ours.yaml, line 17: inputs.brokering.look-up.people.key is 'number', which is no column of people",
                "ours.yaml, line 17: inputs.brokering.look-up.people.equals is no expression in Spark SQL",
                "ours.yaml, line 18: inputs.brokering.look-up.notes needs equals",
                "ours.yaml, line 20: inputs.brokering.work-out.born has the name of a column of people",
                "ours.yaml, line 20: inputs.brokering.work-out.born is no expression in Spark SQL",
                "ours.yaml, line 22: inputs.brokering.pick.of[1] names 'visit', which is not looked up",
                "ours.yaml, line 25: inputs.brokering.leave-out[1] should say if, as the rows come from several tables",
                "ours.yaml, line 14: inputs.brokering does not say how to fill what is required",
                "ours.yaml, line 29: inputs.brokering.fields.case_number is no column of brokering",
                "ours.yaml, line 30: inputs.brokering.fields.referral_date is no expression in Spark SQL");
    }

    @Test
    void should_say_where_a_file_is_no_yaml() {
        assertThat(refused("about: ours\ninputs:\n\tplacements: {}\n").getMessage())
                .startsWith("ours.yaml, line 3: ");
        assertThat(refused("").getMessage()).isEqualTo("ours.yaml, line 1: the file says nothing.");
        assertThat(refused("about: nothing else\n").getMessage()).isEqualTo("ours.yaml, line 1: has no inputs.");
    }

    @Test
    void should_merge_what_it_extends_with_what_it_says() {
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
        assertThat(payments.leaveOut()).extracting(RowExclusion::because).containsExactly("nothing paid", "a recharge");
        // What a council says itself is looked at first.
        assertThat(payments.classify())
                .extracting(decision -> decision.then().get("setting"))
                .containsExactly("Day support", "Residential care");
    }

    @Test
    void should_read_every_mapping_that_comes_with_the_product() {
        Map<String, String> byInput = Map.of(
                "placements", "hackney-brokerage",
                "payments", "payments-devon",
                "client_level_data", "client-level-data",
                "postcodes", Mappings.CANONICAL);
        Mappings mappings = Mappings.of(byInput);
        byInput.forEach((input, name) -> assertThat(mappings.told(input)).contains(name));
        assertThat(mappings.assembling()).extracting(Mapping::name).containsExactly("hackney-brokerage");
        assertThat(mappings.assembling().get(0).assemblies()).containsOnlyKeys("placements", "contracts", "brokering");
    }

    @Test
    void should_read_a_file_that_is_named_for_several_inputs_once_and_know_all_that_it_bears_on(@TempDir Path folder)
            throws IOException {
        String text =
                "extends: hackney-brokerage\ninputs:\n  placements:\n    constants: {host_authority_notified: No}\n";
        String file =
                Files.writeString(folder.resolve("our-brokerage.yaml"), text).toString();
        Mappings mappings = Mappings.of(Map.of("placements", file, "contracts", file));
        assertThat(mappings.assembling())
                .extracting(Mapping::name)
                .containsExactly("hackney-brokerage", "our-brokerage");
        assertThat(mappings.told("brokering")).isEqualTo(text);
        assertThat(mappings.told("visits")).isEmpty();
    }

    private static UserProblem refused(String text) {
        return catchThrowableOfType(
                UserProblem.class, () -> MappingFile.read("ours", "ours.yaml", text, name -> Optional.empty()));
    }

    /** Each message begins with one of these, and each of these begins one message. */
    private static void assertThatIsSaid(UserProblem problem, String... beginnings) {
        List<String> messages = new ArrayList<>(problem.messages());
        List<String> unsaid = new ArrayList<>();
        for (String beginning : beginnings) {
            messages.stream()
                    .filter(message -> message.startsWith(beginning))
                    .findFirst()
                    .ifPresentOrElse(messages::remove, () -> unsaid.add(beginning));
        }
        assertThat(unsaid).as("not said").isEmpty();
        assertThat(messages).as("said besides").isEmpty();
    }
}
