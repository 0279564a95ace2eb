package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextExtractTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            textBlock =
                    """
                    abc|abc
                     a b |a b
                    \\ta\\u0001|a
                    \\u200eC002|C002
                    C\\u200b00\\u00ad2\\ufeff|C002
                    \\u200e \\u202aC002\\u202c |C002
                    1\\u00a0234\\u202f567|1 234 567
                    \\u00a0\\u2007a|a
                    two\\r\\nlines|two lines
                    a\\n\\nb\\rc|a  b c
                    Zoë £5 €|Zoë £5 €
                    a\\udb40\\udc01b\\ud83c\\udfe0|ab\\ud83c\\udfe0
                    lone \\ud83c half|lone \\ud83c half
                    """)
    void text_is_cleaned(String raw, String clean) {
        assertThat(CellText.clean(unescaped(raw))).isEqualTo(unescaped(clean));
    }

    @Test
    void text_with_nothing_to_clean_is_not_copied() {
        String text = new String("E09000012, £5");

        assertThat(CellText.clean(text)).isSameAs(text);
    }

    @Test
    void every_format_character_is_removed() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (Character.getType(c) == Character.FORMAT) {
                assertThat(CellText.clean("a" + Character.toString(c) + "b")).isEqualTo("ab");
            }
        }
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(text)
                .replaceAll(code -> String.valueOf((char) Integer.parseInt(code.group(1), 16)))
                .translateEscapes();
    }
}
