package marketshaping.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import marketshaping.feedback.CheckReport.Example;
import marketshaping.feedback.CheckReport.FileRead;
import marketshaping.feedback.CheckReport.RuleViolation;
import marketshaping.model.problem.Finding;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the web page of the check: its markup, its safety, what it hides, and that it contains the whole report. */
class CheckPageTest {
    private static final Set<String> ATTRIBUTES = Set.of(
            "lang",
            "charset",
            "http-equiv",
            "content",
            "name",
            "class",
            "id",
            "for",
            "type",
            "checked",
            "open",
            "scope",
            "data-label",
            "aria-hidden",
            "href");

    @Test
    void page_is_valid_and_accessible_markup() {
        for (CheckReport report : List.of(CheckReports.full(), CheckReports.clean())) {
            Document page = page(report);
            assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en-GB");
            assertThat(page.title()).isEqualTo("Check of extracts");
            assertThat(page.select("h1, main")).hasSize(2);
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
            assertThat(page.select("table")).isNotEmpty().allSatisfy(table -> {
                assertThat(table.selectFirst("caption").text()).isNotBlank();
                assertThat(table.select("thead th"))
                        .allMatch(heading -> heading.attr("scope").equals("col"));
                assertThat(table.select("tbody th"))
                        .allMatch(heading -> heading.attr("scope").equals("row"));
                int width = table.select("thead th").size();
                assertThat(table.select("tbody tr")).allMatch(row -> row.childrenSize() == width);
            });
            assertThat(page.select("input"))
                    .allMatch(input ->
                            page.select("label[for=" + input.id() + "]").size() == 1);
            int level = 0;
            for (Element heading : page.select("h1, h2, h3, h4")) {
                int next = Integer.parseInt(heading.tagName().substring(1));
                assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
                level = next;
            }
        }
    }

    @Test
    void page_forbids_and_contains_nothing_active_or_external() {
        Document page = page(CheckReports.full());
        assertThat(page.head().child(1).attr("http-equiv")).isEqualTo("Content-Security-Policy");
        assertThat(page.head().child(1).attr("content"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
        assertSafe(page);
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.selectFirst("style").data()).doesNotContain("url(", "@import", "<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "javascript:alert(1)",
                "</style></title></textarea><svg onload=alert(1)>",
                "' onmouseover='alert(1)",
                "&lt;b&gt; &#60;i&#62;",
                "<!-- ]]> -->"
            })
    void hostile_text_stays_text(String hostile) {
        CheckReport report = CheckReports.with(hostile);
        Document page = page(report);
        assertSafe(page);
        assertThat(page.selectFirst("h3 .name").wholeText()).isEqualTo(hostile);
        assertThat(page.selectFirst("h4 .name").wholeText()).isEqualTo(hostile);
        assertThat(page.selectFirst(".messages li").wholeText()).isEqualTo(hostile);
        assertThat(page.select("td").eachText()).contains(hostile);
        assertThat(page.select("dd").eachText()).contains(hostile);
    }

    @Test
    void control_characters_are_replaced() {
        assertThat(page(CheckReports.with("a\u0000b\u001bc"))
                        .selectFirst("h3 .name")
                        .text())
                .isEqualTo("a\uFFFDb\uFFFDc");
    }

    @Test
    void people_postcodes_and_free_text_are_hidden() {
        String html = new CheckPage(CheckReports.full()).html();
        assertThat(html)
                .doesNotContain(CheckReports.PERSON.substring(0, 8))
                .doesNotContain(CheckReports.BIRTH_DATE)
                .doesNotContain(CheckReports.POSTCODE)
                .doesNotContain(CheckReports.PROVIDER);
        assertThat(page(CheckReports.full())
                        .selectFirst("caption:containsOwn(of 61 rows)")
                        .text())
                .endsWith("Hidden: person_id, date_of_birth, provider_name, delivery_postcode,"
                        + " placement_local_authority, unlisted_column");
    }

    @Test
    void codes_dates_amounts_and_other_identifiers_are_shown() {
        Element row = page(CheckReports.full()).selectFirst("tr:has(th:containsOwn(14))");
        assertThat(row.children().eachText())
                .containsExactly(
                        "14",
                        "L00013",
                        "Sheltered",
                        "start_date 2025-04-01 end_date 2026-03-31 provider_id S-1180 unit_cost 1,184.20 cost_frequency"
                                + " Weekly");
    }

    @Test
    void cells_of_an_unknown_input_are_hidden() {
        CheckReport full = CheckReports.full();
        RuleViolation unknown = new RuleViolation(
                "unknown", "unknown.csv", "rule", 1, "remedy", List.of(new Example(1, Map.of("code", "SECRET"))));
        CheckReport report = new CheckReport(
                0,
                List.of(),
                full.files(),
                List.of(),
                List.of(unknown),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(new CheckPage(report).html())
                .contains("unknown.csv", "Hidden: code")
                .doesNotContain("SECRET");
    }

    @Test
    void page_contains_the_whole_report() {
        CheckReport report = CheckReports.full();
        Document page = page(report);
        String text = page.text();
        assertThat(text).contains(report.verdict());
        assertThat(page.select(".problem .messages li").eachText())
                .containsExactlyElementsOf(withoutColon(report.refused()));
        assertThat(page.select(".finding .messages li").eachText())
                .containsExactlyInAnyOrderElementsOf(withoutColon(Stream.concat(
                                report.findings().stream().map(Finding::sentence),
                                report.files().stream()
                                        .flatMap(file -> file.cautions().stream())
                                        .map(caution -> "Caution: " + caution))
                        .toList()));
        assertThat(page.select(".problem.rule")).hasSameSizeAs(report.rulesBroken());
        for (RuleViolation broken : report.rulesBroken()) {
            Element rule = page.selectFirst(".rule:has(.name:containsOwn(%s))".formatted(broken.rule()));
            assertThat(rule.selectFirst(".badge").text()).startsWith(broken.rows() + " row");
            assertThat(rule.text()).contains(broken.remedy(), broken.file());
            assertThat(rule.select("tbody th").eachText())
                    .containsExactlyElementsOf(broken.examples().stream()
                            .map(example -> CheckPage.count(example.row()))
                            .toList());
        }
        report.gaps().forEach(gap -> assertThat(text).contains(gap.sentence()));
        report.missingInputs().forEach(missing -> assertThat(text).contains(missing.sentence()));
        report.otherFiles().forEach(file -> assertThat(text).contains(file));
        assertThat(text)
                .contains("framework_lots: 24 rows, the latest dated 2026-02-02")
                .contains("Care Spot - Other Adult & Community Services 214 1,840,211.07");
        for (FileRead file : report.files()) {
            Element section = page.selectFirst("details.file:has(h3 .name:containsOwn(%s))".formatted(file.file()));
            assertThat(section.select(".counts dd").eachText())
                    .containsExactlyElementsOf(Stream.of(
                                    file.rowsRead(), file.rowsAccepted(), file.rowsQuarantined(), file.rowsNotRecords())
                            .map(CheckPage::count)
                            .toList());
            assertThat(section.select(".reading td").eachText())
                    .containsAll(file.columns().keySet())
                    .containsAll(file.columns().values())
                    .containsAll(file.missingColumns())
                    .containsAll(file.ignoredColumns());
        }
    }

    @Test
    void summary_adds_up_the_files_of_an_input_and_links_to_them() {
        Document page = page(CheckReports.full());
        Element row = page.selectFirst("tr:has(th:containsOwn(payments))");
        assertThat(row.select("td.number").eachText()).containsExactly("3,998", "3,996", "0", "2");
        assertThat(row.select("a")).hasSize(2).allSatisfy(link -> {
            Element target = page.getElementById(link.attr("href").substring(1));
            assertThat(target.selectFirst(".name").text()).isEqualTo(link.text());
        });
        assertThat(page.select(".tiles dd").eachText()).containsExactly("9,538", "9,387", "124", "27");
    }

    @Test
    void filters_count_and_select_problems_and_findings() {
        Document page = page(CheckReports.full());
        assertThat(page.select(".filter label").eachText())
                .containsExactly("Everything", "Only problems (7)", "Only findings (6)");
        Set<Element> blocks = new HashSet<>(page.select(".problem, .finding, .context"));
        assertThat(page.select(".content > *")).as("blocks without a kind").allMatch(blocks::contains);
        assertThat(page.select("details.file.has-problems[open]")).hasSize(2);
        assertThat(page.select("details.file:not([open])")).hasSize(2);
    }

    @Test
    void clean_report_has_only_a_positive_outcome() {
        Document page = page(CheckReports.clean());
        assertThat(page.selectFirst(".verdict").text())
                .isEqualTo("● These extracts can be ingested. No row would be quarantined.");
        assertThat(page.select(".problem, .finding")).isEmpty();
        assertThat(page.select("h2").eachText()).containsExactly("Summary", "Files");
        assertThat(page.select(".no-problems, .no-findings")).hasSize(2);
    }

    @Test
    void same_report_gives_the_same_bytes(@TempDir Path folder) throws Exception {
        Path first = folder.resolve("first.html");
        Path second = folder.resolve("second.html");
        Files.writeString(second, "old");
        new CheckPage(CheckReports.full()).write(first);
        new CheckPage(CheckReports.full()).write(second);
        assertThat(Files.readAllBytes(first)).isEqualTo(Files.readAllBytes(second));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(first, second);
        }
    }

    private static void assertSafe(Document page) {
        assertThat(page.select("script, img, svg, iframe, object, embed, link, base, form"))
                .isEmpty();
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                assertThat(ATTRIBUTES).contains(attribute.getKey());
            }
            assertThat(element.attr("href")).matches("|#file-[0-9]+");
        }
    }

    private static List<String> withoutColon(List<String> messages) {
        return messages.stream().map(message -> message.replaceFirst(": ", " ")).toList();
    }

    private static Document page(CheckReport report) {
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document page = parser.parseInput(new CheckPage(report).html(), "");
        assertThat(parser.getErrors()).isEmpty();
        return page;
    }
}
