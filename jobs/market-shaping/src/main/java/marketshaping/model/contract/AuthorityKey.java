package marketshaping.model.contract;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Normalises names of places for comparison: lower case, without accents, spaces and punctuation, with "and" for "&"
 * and "st" for "Saint".
 */
final class AuthorityKey {
    private static final Map<String, String> ABBREVIATIONS = abbreviations();

    private AuthorityKey() {}

    static String of(String text) {
        return joined(text, Map.of());
    }

    /** Returns the key of the text with the usual abbreviations of counties and compass points in full. */
    static String ofExpanded(String text) {
        return joined(text, ABBREVIATIONS);
    }

    private static String joined(String text, Map<String, String> abbreviations) {
        String letters = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder key = new StringBuilder(letters.length());
        int start = 0;
        for (int i = 0; i <= letters.length(); i++) {
            char c = i < letters.length() ? letters.charAt(i) : ' ';
            if (c >= 'A' && c <= 'Z') {
                key.append((char) (c + 'a' - 'A'));
            } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                key.append(c);
            } else if (!isInsideWord(c)) {
                replaceWord(key, start, abbreviations);
                if (c == '&' || c == '+') {
                    key.append("and");
                }
                start = key.length();
            }
        }
        return key.toString();
    }

    private static void replaceWord(StringBuilder key, int start, Map<String, String> abbreviations) {
        if (key.length() - start == "saint".length() && key.indexOf("saint", start) == start) {
            key.replace(start, key.length(), "st");
        } else if (!abbreviations.isEmpty() && key.length() > start) {
            String word = key.substring(start);
            String full = abbreviations.get(word);
            if (full != null) {
                key.replace(start, key.length(), full);
            }
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Returns true for apostrophes and accents, which do not end a word. */
    private static boolean isInsideWord(char c) {
        return c == '\''
                || c == '`'
                || c == '\u2018'
                || c == '\u2019'
                || c == '\u00B4'
                || c >= '\u0300' && c <= '\u036F';
    }

    private static Map<String, String> abbreviations() {
        String pairs = "n=north s=south e=east w=west ne=northeast nw=northwest se=southeast sw=southwest nth=north"
                + " sth=south gt=great co=county cnty=county met=metropolitan metro=metropolitan cncl=council"
                + " beds=bedfordshire berks=berkshire bucks=buckinghamshire cambs=cambridgeshire derbys=derbyshire"
                + " glos=gloucestershire gloucs=gloucestershire hants=hampshire herts=hertfordshire"
                + " hunts=huntingdonshire lancs=lancashire leics=leicestershire lincs=lincolnshire"
                + " northants=northamptonshire notts=nottinghamshire oxon=oxfordshire salop=shropshire"
                + " staffs=staffordshire warks=warwickshire wilts=wiltshire worcs=worcestershire yorks=yorkshire";
        Map<String, String> abbreviations = new HashMap<>();
        for (String pair : pairs.split(" ")) {
            abbreviations.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return Map.copyOf(abbreviations);
    }
}
