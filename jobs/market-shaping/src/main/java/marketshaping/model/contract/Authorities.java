package marketshaping.model.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import marketshaping.model.table.ReferenceList;

/**
 * The local authorities of the United Kingdom, current and former, found by code or by any usual name.
 *
 * <p>The list is {@code data/reference/councils.csv}. Its facts are from the public repository
 * {@code mysociety/uk_local_authority_names_and_codes} and the code history of the Office for National Statistics.
 *
 * <p>Text matches an authority in one of these forms:
 *
 * <ul>
 *   <li>a current or former GSS code, in upper or lower case;
 *   <li>a name in English, Welsh or Gaelic, without regard to case, accents, spaces and punctuation;
 *   <li>a name with a designation that fits the tier, such as Borough Council, MBC or City of. A city or
 *       district is never a county: Leicester County Council matches nothing;
 *   <li>a name followed by a place or code that agrees with the authority, in brackets or after a comma, slash or
 *       dash. A place that disagrees makes the text match nothing.
 * </ul>
 *
 * <p>A former authority resolves to its successor if exactly one authority has its area now. A transfer of some wards
 * does not count as a division. If the area was divided, the former authority resolves to itself. A name of a former
 * and a current authority means the current one.
 *
 * <p>A short name that begins the names of several authorities resolves only if the list assigns it to one of them by
 * common use. Newcastle means Newcastle upon Tyne, and Kingston means Kingston upon Thames. Such a name matches
 * only with a designation of that authority: Newcastle Borough Council is Newcastle-under-Lyme, and Kingston City
 * Council matches nothing. Regions, ceremonial counties and the areas of combined authorities match nothing, unless an
 * authority has the same name.
 */
public final class Authorities {
    /** All authorities in the reference list. */
    public static final Authorities ALL = of(ReferenceList.rows("councils"));

    /** Longer text is never a name. This limit bounds the time per call. */
    private static final int LONGEST_TEXT = 120;

    private static final int MOST_ANSWERS = 20_000;

    private static final String COUNTRY = "unitedkingdom";

    private static final Set<String> UNKNOWN = Set.of(
            "",
            "unknown",
            "unk",
            "notknown",
            "nk",
            "other",
            "others",
            "na",
            "nap",
            "notapplicable",
            "notavailable",
            "none",
            "null",
            "nil",
            "notrecorded",
            "notstated",
            "notspecified",
            "notprovided",
            "notsupplied",
            "notgiven",
            "notentered",
            "unspecified",
            "unrecorded",
            "unclassified",
            "undefined",
            "missing",
            "blank",
            "tbc",
            "tobeconfirmed",
            "tbd",
            "dontknow",
            "dk",
            "nfa",
            "nofixedabode");

    private final Map<String, Authority> byCode;
    private final Map<String, String> currentCodes;
    private final Map<String, Set<Authority>> bySpelling;
    private final Set<String> shortForms;

    /** The answers for texts seen before. Extracts repeat a few hundred texts in millions of rows. */
    private final Map<String, Optional<String>> answers = new ConcurrentHashMap<>();

    private Authorities(Map<String, Authority> byCode) {
        this.byCode = Map.copyOf(byCode);
        currentCodes = Map.copyOf(codesOf(byCode));
        bySpelling = spellingsOf(byCode);
        shortForms = shortFormsOf(byCode, bySpelling);
    }

    static Authorities of(List<Map<String, String>> rows) {
        Map<String, Authority> byCode = new LinkedHashMap<>();
        for (Map<String, String> row : rows) {
            Authority authority = Authority.of(row);
            byCode.put(authority.code(), authority);
        }
        return new Authorities(byCode);
    }

    /**
     * Returns the current code of the authority that the text means; empty if it means none, or several.
     *
     * @param text one cell, not null
     */
    public Optional<String> code(String text) {
        Optional<String> known = answers.get(text);
        if (known != null) {
            return known;
        }
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        Optional<String> code = single(candidates(text.strip()));
        if (answers.size() < MOST_ANSWERS) {
            answers.put(text, code);
        }
        return code;
    }

    /** Returns true if the text is empty, contains only punctuation, or is a word for an unknown authority. */
    public boolean isUnknown(String text) {
        return text.length() <= LONGEST_TEXT && UNKNOWN.contains(AuthorityKey.of(text));
    }

    /** Returns the name; empty if the list does not contain the code. A former code has the name of its authority. */
    public Optional<String> name(String code) {
        return authority(code).map(Authority::name);
    }

    /** Returns England, Wales, Scotland or Northern Ireland; empty if the list does not contain the code. */
    public Optional<String> nation(String code) {
        return authority(code).map(Authority::nation);
    }

    /** Returns the region of England, or the nation elsewhere; empty if the list does not contain the code. */
    public Optional<String> region(String code) {
        return authority(code).map(Authority::region);
    }

    /** Returns the code of the county council of a district; empty for any other authority. */
    public Optional<String> upperTier(String code) {
        return authority(code).flatMap(Authority::upperTierCode);
    }

    /** Returns the current code by known code. A current code is its own. */
    public Map<String, String> currentCodes() {
        return currentCodes;
    }

    private Optional<Authority> authority(String code) {
        Authority listed = byCode.get(code);
        return Optional.ofNullable(listed == null ? byCode.get(currentCodes.getOrDefault(code, "")) : listed);
    }

    private Set<Authority> candidates(String text) {
        Set<Authority> plain = named(text);
        if (!plain.isEmpty()) {
            return plain;
        }
        int separator = lastSeparator(text);
        if (separator <= 0) {
            return Set.of();
        }
        String name = text.substring(0, separator).strip();
        String qualifier = text.substring(separator + 1);
        Set<Authority> designated = designated(AuthorityKey.of(name), AuthorityKey.of(qualifier));
        if (!designated.isEmpty()) {
            return designated;
        }
        Set<Authority> named = candidates(name);
        if (named.isEmpty()) {
            return Set.of();
        }
        String place = AuthorityKey.ofExpanded(qualifier);
        Optional<String> other = single(named(qualifier.strip()));
        return named.stream()
                .filter(authority -> places(authority).contains(place)
                        || other.filter(authority.currentCode()::equals).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<Authority> named(String text) {
        Set<Authority> authorities = keyed(AuthorityKey.of(text));
        return authorities.isEmpty() ? keyed(AuthorityKey.ofExpanded(text)) : authorities;
    }

    private Set<Authority> keyed(String key) {
        Set<Authority> listed = bySpelling.get(key);
        if (listed != null) {
            return listed;
        }
        Set<Authority> authorities = new LinkedHashSet<>();
        for (Affix prefix : Affix.BEFORE) {
            if (key.startsWith(prefix.key())) {
                String rest = key.substring(prefix.key().length());
                authorities.addAll(accepting(rest, prefix.designation()));
                for (Affix suffix : Affix.AFTER) {
                    if (rest.endsWith(suffix.key())) {
                        Set<Authority> both = accepting(withoutEnd(rest, suffix), suffix.designation());
                        both.retainAll(accepting(withoutEnd(rest, suffix), prefix.designation()));
                        authorities.addAll(both);
                    }
                }
            }
        }
        for (Affix suffix : Affix.AFTER) {
            if (key.endsWith(suffix.key())) {
                authorities.addAll(accepting(withoutEnd(key, suffix), suffix.designation()));
            }
        }
        return authorities;
    }

    /** Returns the authorities for a name and a designation after a comma or in brackets. */
    private Set<Authority> designated(String name, String designation) {
        Set<Authority> authorities = new LinkedHashSet<>();
        for (Affix suffix : Affix.AFTER) {
            if (suffix.key().equals(designation)) {
                authorities.addAll(accepting(name, suffix.designation()));
            }
        }
        for (Affix prefix : Affix.BEFORE) {
            if (prefix.key().equals(designation)) {
                authorities.addAll(accepting(name, prefix.designation()));
            }
        }
        return authorities;
    }

    private Set<Authority> accepting(String spelling, Designation designation) {
        Set<Authority> authorities = new LinkedHashSet<>();
        boolean mayBeCounty = designation.isNoneIfShireExists() && bySpelling.containsKey(spelling + "shire");
        if (!mayBeCounty) {
            for (Authority authority : bySpelling.getOrDefault(spelling, Set.of())) {
                if (shortForms.contains(spelling)
                        ? authority.acceptsAfterShortForm(designation)
                        : authority.accepts(designation, spelling)) {
                    authorities.add(authority);
                }
            }
        }
        return authorities;
    }

    private static String withoutEnd(String key, Affix suffix) {
        return key.substring(0, key.length() - suffix.key().length());
    }

    private static Optional<String> single(Set<Authority> authorities) {
        Set<String> codes = new HashSet<>();
        authorities.forEach(authority -> codes.add(authority.currentCode()));
        return codes.size() == 1 ? Optional.of(codes.iterator().next()) : Optional.empty();
    }

    /** Returns the position of the last bracket, comma or slash, or of a dash between spaces; -1 if there is none. */
    private static int lastSeparator(String text) {
        for (int i = text.length() - 1; i > 0; i--) {
            char c = text.charAt(i);
            boolean dash = (c == '-' || c == '\u2013') && text.charAt(i - 1) == ' ';
            if (c == '(' || c == '[' || c == ',' || c == '/' || dash) {
                return i;
            }
        }
        return -1;
    }

    private static Map<String, String> codesOf(Map<String, Authority> byCode) {
        Map<String, String> codes = new HashMap<>();
        for (Authority authority : byCode.values()) {
            codes.put(authority.code(), authority.currentCode());
            authority.also().stream()
                    .filter(Authorities::isCode)
                    .forEach(code -> codes.put(code, authority.currentCode()));
        }
        return codes;
    }

    private static boolean isCode(String text) {
        return text.length() == 9 && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    private static Map<String, Set<Authority>> spellingsOf(Map<String, Authority> byCode) {
        Map<String, Set<Authority>> spellings = new HashMap<>();
        for (Authority authority : byCode.values()) {
            for (String spelling : listed(authority)) {
                spellings
                        .computeIfAbsent(AuthorityKey.of(spelling), key -> new LinkedHashSet<>())
                        .add(authority);
            }
        }
        spellings.replaceAll((key, authorities) -> Set.copyOf(authorities));
        return Map.copyOf(spellings);
    }

    private static List<String> listed(Authority authority) {
        List<String> spellings = new ArrayList<>(authority.also());
        spellings.add(authority.code());
        spellings.add(authority.name());
        return spellings;
    }

    /** Returns the keys of the places that contain the authority's area. */
    private Set<String> places(Authority authority) {
        Set<String> keys = new HashSet<>(Set.of("uk", COUNTRY, AuthorityKey.of(authority.nation())));
        keys.add(AuthorityKey.of(authority.region()));
        keys.add(AuthorityKey.of(authority.county()));
        addNames(keys, byCode.get(authority.upperTier()));
        addNames(keys, byCode.get(authority.successor()));
        keys.remove("");
        return keys;
    }

    private static void addNames(Set<String> keys, Authority authority) {
        if (authority != null) {
            keys.add(AuthorityKey.of(authority.name()));
            keys.add(AuthorityKey.of(authority.county()));
        }
    }

    /** Returns the spellings that begin the names of several authorities, and are not the name of one. */
    private static Set<String> shortFormsOf(Map<String, Authority> byCode, Map<String, Set<Authority>> bySpelling) {
        NavigableSet<String> names = new TreeSet<>();
        byCode.values().forEach(authority -> names.add(AuthorityKey.of(authority.name())));
        Set<String> shortForms = new HashSet<>();
        for (String spelling : bySpelling.keySet()) {
            long begun = names.tailSet(spelling).stream()
                    .takeWhile(name -> name.startsWith(spelling))
                    .limit(2)
                    .count();
            if (begun > 1 && !names.contains(spelling)) {
                shortForms.add(spelling);
            }
        }
        return Set.copyOf(shortForms);
    }

    private record Affix(String key, Designation designation) {
        private static final List<Affix> BEFORE = all(Designation::before);
        private static final List<Affix> AFTER = all(Designation::after);

        private static List<Affix> all(Function<Designation, List<String>> words) {
            List<Affix> affixes = new ArrayList<>();
            for (Designation designation : Designation.ALL) {
                words.apply(designation).forEach(key -> affixes.add(new Affix(key, designation)));
            }
            return List.copyOf(affixes);
        }
    }
}
