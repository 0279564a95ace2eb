package marketshaping.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marketshaping.model.table.ReferenceList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthoritiesTest {
    private final Authorities authorities = Authorities.ALL;

    @Test
    @DisplayName("Spellings from public lists that were once refused resolve to the listed code")
    void refused_spellings_resolve() throws IOException {
        List<String> lines = new String(resource("council-names-refused.txt").readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        List<String> wrong = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split("\t");
            String expected = authorities.currentCodes().get(cells[1]);
            if (!authorities.code(cells[2]).equals(Optional.ofNullable(expected))) {
                wrong.add(line);
            }
        }
        assertThat(lines).hasSize(156);
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("98% of the spellings in public use resolve, and none to a wrong authority")
    void public_spellings_resolve() {
        List<String[]> rows = rows("council-spellings.csv");
        List<String> refused = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String[] row : rows) {
            String code = authorities.code(row[0]).orElse("");
            if (code.isEmpty()) {
                refused.add(row[0]);
            } else if (!code.equals(row[1])) {
                wrong.add(row[0] + " is " + code + ", not " + row[1]);
            }
        }
        assertThat(rows).hasSizeGreaterThan(1_700);
        assertThat(wrong).isEmpty();
        assertThat(refused).hasSizeLessThanOrEqualTo(rows.size() / 50);
    }

    @Test
    @DisplayName("Spellings that the list had before it contained districts keep their codes")
    void earlier_spellings_keep_their_codes() {
        List<String[]> rows = rows("council-spellings-before-districts.csv");
        assertThat(rows).hasSizeGreaterThan(320).allSatisfy(row -> {
            assertThat(authorities.code(row[0])).as(row[0]).contains(row[1]);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "e09000012 | E09000012",
                "E07000097 | E07000242",
                "S12000015 | S12000047",
                "E06000028 | E06000058",
                "E07000026 | E06000063",
                "E07000190 | E06000066",
                "E10000021 | E10000021",
                "E10000006 | E10000006",
                "W06000007 | W06000023"
            })
    void code_of_any_year_resolves_to_the_current_one(String given, String current) {
        assertThat(authorities.code(given)).contains(current);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cardiff Council | W06000015",
                "Cardiff / Caerdydd | W06000015",
                "Canterbury City Council | E07000106",
                "Epping Forest District Council | E07000072",
                "City of Edinburgh Council | S12000036",
                "Colchester Borough Council | E07000071",
                "Broxbourne BC | E07000095",
                "King’s Lynn & West Norfolk BC | E07000146",
                "Saint Helens | E08000013",
                "St. Helens MBC | E08000013",
                "LB Hackney | E09000012",
                "Hackney, London Borough of | E09000012",
                "Kensington and Chelsea RB | E09000020",
                "RBKC | E09000020",
                "Corporation of London | E09000001",
                "Herefordshire, County of | E06000019",
                "Telford & Wrekin Unitary | E06000020",
                "Cyngor Sir Ynys Môn | W06000001",
                "Comhairle nan Eilean Siar | S12000013",
                "N. Yorks CC | E06000065",
                "East Herts DC | E07000242",
                "Hastings (East Sussex) | E07000062",
                "Gateshead, North East | E08000037",
                "Taunton Deane | E06000066",
                "Derry City & Strabane District Council | N09000005",
                "Newcastle | E08000021",
                "Newcastle CC | E08000021",
                "Newcastle Borough Council | E07000195",
                "Newcastle (Staffordshire) | E07000195",
                "Oxford CC | E07000178",
                "Oxfordshire CC | E10000025",
                "Dorset County Council | E06000059"
            })
    void usual_name_resolves(String name, String code) {
        assertThat(authorities.code(name)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hackny",
                "Hackney/Newham",
                "Hastings, Kent",
                "Richmond, North Yorkshire",
                "Richmond District Council",
                "Kingston City Council",
                "Newcastle District Council",
                "Leicester County Council",
                "Lincoln County Council",
                "Stafford CC",
                "County Down",
                "Yorkshire",
                "Sussex",
                "London",
                "West Midlands",
                "Greater Manchester",
                "Adur and Worthing Councils",
                "Council",
                "Unknown",
                "E06000999",
                ""
            })
    void name_of_no_single_authority_is_empty(String name) {
        assertThat(authorities.code(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Unknown", "NOT KNOWN", "N/K", "n/a", "Other", "Not recorded", "-", " "})
    void word_for_an_unknown_authority_is_recognised(String text) {
        assertThat(authorities.isUnknown(text)).isTrue();
        assertThat(authorities.code(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hackney", "Atlantis", "Otherton", "Down"})
    void other_text_is_not_unknown(String text) {
        assertThat(authorities.isUnknown(text)).isFalse();
    }

    @Test
    void facts_of_a_district_include_its_county() {
        assertThat(authorities.name("E07000106")).contains("Canterbury");
        assertThat(authorities.nation("E07000106")).contains("England");
        assertThat(authorities.region("E07000106")).contains("South East");
        assertThat(authorities.upperTier("E07000106")).contains("E10000016");
    }

    @Test
    void facts_outside_england_have_the_nation_as_region() {
        assertThat(authorities.region("W06000015")).contains("Wales");
        assertThat(authorities.nation("S12000015")).contains("Scotland");
        assertThat(authorities.upperTier("N09000003")).isEmpty();
        assertThat(authorities.name("E06000999")).isEmpty();
    }

    @Test
    void every_code_and_name_in_the_list_resolves() {
        assertThat(ReferenceList.rows("councils")).hasSizeGreaterThan(500).allSatisfy(row -> {
            String expected = row.get("successor").isEmpty() ? row.get("code") : row.get("successor");
            assertThat(authorities.code(row.get("code"))).contains(expected);
            assertThat(authorities.code(row.get("name"))).as(row.get("name")).contains(expected);
        });
    }

    @Test
    @DisplayName("No two authorities with different current codes share a listed spelling")
    void listed_spellings_are_unambiguous() {
        Map<String, String> codes = new HashMap<>();
        for (Map<String, String> row : ReferenceList.rows("councils")) {
            Authority authority = Authority.of(row);
            List<String> spellings = new ArrayList<>(authority.also());
            spellings.add(authority.code());
            spellings.add(authority.name());
            for (String spelling : spellings) {
                String other = codes.put(CodeList.normalised(spelling), authority.currentCode());
                assertThat(other).as(spelling).isIn(null, authority.currentCode());
            }
        }
    }

    @Test
    void list_is_sorted_and_its_references_exist() {
        List<Map<String, String>> rows = ReferenceList.rows("councils");
        List<String> codes = rows.stream().map(row -> row.get("code")).toList();
        assertThat(codes).isSorted().doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.get("upper_tier").isEmpty())
                    .isEqualTo(!row.get("tier").equals("district"));
            assertThat(List.of(row.get("upper_tier"), row.get("successor")))
                    .allMatch(code -> code.isEmpty() || codes.contains(code));
            assertThat(row.get("successor").isEmpty() || !row.get("abolished").isEmpty())
                    .isTrue();
        });
    }

    private static List<String[]> rows(String resource) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setHeaderExtractionEnabled(true);
        settings.getFormat().setLineSeparator("\n");
        return new CsvParser(settings).parseAll(resource(resource), StandardCharsets.UTF_8);
    }

    private static InputStream resource(String name) {
        return AuthoritiesTest.class.getResourceAsStream("/" + name);
    }
}
