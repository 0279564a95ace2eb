package marketshaping.model.settings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The settings of one council, read from YAML. {@code data/settings.yaml} describes each setting.
 *
 * @param region the region of the council; councils in it are the tier Rest of region
 * @param areas the council's words for its area and others
 * @param partners GSS codes of the councils whose area is the tier Partner area
 * @param targets days by setting; a setting that is not listed has no target
 * @param disclosure the name of the disclosure rule for published packs
 * @param shrinkagePercent the largest share of the lake's keys that a full extract may lack
 * @param mappings the name or file of the mapping by input; for inputs that are not listed, the header decides
 * @param upserts inputs whose extracts contain only changed rows
 * @param accept findings that do not stop their input
 * @param intentions the council's planned changes to the market, for the market position statement
 */
public record Settings(
        Council council,
        Region region,
        AreaWords areas,
        List<String> partners,
        LocalDate frameworkGoLive,
        Map<String, Integer> targets,
        String disclosure,
        String contact,
        int shrinkagePercent,
        Map<String, String> mappings,
        List<String> upserts,
        List<Intention> intentions,
        List<Acceptance> accept) {

    public Settings {
        // The manifests of earlier versions do not have this setting.
        accept = accept == null ? List.of() : List.copyOf(accept);
    }

    /**
     * The placing council.
     *
     * @param code its GSS code
     * @param latitude of the centre from which distances are measured, in degrees
     * @param longitude of the same point, in degrees
     */
    public record Council(String name, String code, double latitude, double longitude) {}

    /**
     * A region of England, or a nation.
     *
     * @param code its GSS code; empty if the settings do not state it
     * @param name its name in the list of councils
     */
    public record Region(String code, String name) {}

    /**
     * A planned change to the market.
     *
     * @param places the number of places to be added; 0 if the change is not about places
     * @param by the day by which the change is due
     */
    public record Intention(String setting, String need, int places, LocalDate by, String words) {}
}
