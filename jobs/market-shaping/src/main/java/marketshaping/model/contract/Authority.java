package marketshaping.model.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of {@code data/reference/councils.csv}: a current or former local authority of the United Kingdom.
 *
 * @param code the GSS code, or the older code of a former council of Northern Ireland, which never had a GSS code
 * @param nation England, Wales, Scotland or Northern Ireland
 * @param region the region of England; the nation elsewhere
 * @param county the ceremonial county of a unitary or metropolitan authority; empty if another column contains it
 * @param tier the kind of authority, such as unitary or county; {@code data/README.md} lists them
 * @param upperTier the code of the county council of a district; empty for other authorities
 * @param abolished the first day without the authority, as text; empty for a current authority
 * @param successor the code of the only current authority of the whole area; empty for a current authority, and for
 *     one whose area was divided
 * @param also further spellings, and earlier codes of the same authority
 */
record Authority(
        String code,
        String name,
        String nation,
        String region,
        String county,
        String tier,
        String upperTier,
        String abolished,
        String successor,
        List<String> also) {

    Authority {
        also = List.copyOf(also);
    }

    /** Returns the authority in a row of the reference list. */
    static Authority of(Map<String, String> row) {
        String also = row.get("also");
        return new Authority(
                row.get("code"),
                row.get("name"),
                row.get("nation"),
                row.get("region"),
                row.get("county"),
                row.get("tier"),
                row.get("upper_tier"),
                row.get("abolished"),
                row.get("successor"),
                also.isEmpty() ? List.of() : List.of(also.split(";")));
    }

    /** Returns the code to use for the area: the successor's, if there is exactly one. */
    String currentCode() {
        return successor.isEmpty() ? code : successor;
    }

    Optional<String> upperTierCode() {
        return upperTier.isEmpty() ? Optional.empty() : Optional.of(upperTier);
    }

    /**
     * Returns true if this authority may carry the designation.
     *
     * @param spelling the key of the name without the designation
     */
    boolean accepts(Designation designation, String spelling) {
        return designation.tiers().contains(tier)
                || designation.tiersIfShire().contains(tier) && spelling.contains("shire");
    }

    /** Returns true if this authority may carry the designation after a name that several authorities share. */
    boolean acceptsAfterShortForm(Designation designation) {
        return designation.tiersOfShortNames().contains(tier);
    }
}
