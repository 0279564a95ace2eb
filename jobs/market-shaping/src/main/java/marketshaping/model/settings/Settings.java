package marketshaping.model.settings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All that differs from one council to the next. Read from YAML; {@code data/settings.yaml}
 * says what each setting is.
 *
 * @param partners GSS codes of the councils whose area is the tier North East London
 * @param targets days by setting; a setting that is not named has no target
 * @param disclosure the name of the rule for published packs
 * @param shrinkagePercent how much of the keys a full extract may lose
 * @param mappings by input, the name or file of the mapping that it is read with; an input that is not named is
 *     recognised by its header
 * @param upserts inputs whose extracts hold only what changed
 * @param intentions what the council means to do, for the market position statement
 */
public record Settings(
        Council council,
        List<String> partners,
        LocalDate frameworkGoLive,
        Map<String, Integer> targets,
        String disclosure,
        String contact,
        int shrinkagePercent,
        Map<String, String> mappings,
        List<String> upserts,
        List<Intention> intentions) {

    /**
     * The placing council.
     *
     * @param code its GSS code
     * @param latitude of the centre that distances are measured from, in degrees
     * @param longitude of the same, in degrees
     */
    public record Council(String name, String code, double latitude, double longitude) {}

    /**
     * Something the council means to do.
     *
     * @param places to be added; 0 where it is not about a number of places
     * @param by the day by which it is to be done
     */
    public record Intention(String setting, String need, int places, LocalDate by, String words) {}
}
