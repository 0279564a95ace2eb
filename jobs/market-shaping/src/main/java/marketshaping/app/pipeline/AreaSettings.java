package marketshaping.app.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import marketshaping.model.contract.Authorities;
import marketshaping.model.document.Violation;
import marketshaping.model.document.YamlDocument;
import marketshaping.model.settings.AreaWords;
import marketshaping.model.settings.Settings;

/** Reads the settings about areas: the council, its partners and its region, and the words for them. */
final class AreaSettings {
    private static final String COUNCIL = "council";
    private static final String CODE = "code";
    private static final String PARTNERS = "partners";
    private static final String REGION = "region";
    private static final String NAME = "name";

    /** The tiers by their key under {@code area-labels}. */
    private static final Map<String, String> TIERS = Map.of(
            "partner-area", "Partner area", "rest-of-region", "Rest of region", "outside-region", "Outside region");

    private AreaSettings() {}

    /** Returns the region that the settings state, or that of the council. */
    static Settings.Region region(JsonNode root) {
        JsonNode stated = root.path(REGION);
        return stated.isMissingNode()
                ? new Settings.Region("", ofCouncil(root).orElse("the region"))
                : new Settings.Region(
                        stated.path(CODE).asText(), stated.path(NAME).asText());
    }

    static AreaWords words(JsonNode root) {
        Map<String, String> labels = new TreeMap<>();
        root.path("area-labels")
                .fields()
                .forEachRemaining(label ->
                        labels.put(TIERS.get(label.getKey()), label.getValue().asText()));
        return AreaWords.ofRegion(region(root).name())
                .with(root.path("area-word").asText(), labels);
    }

    /** Returns the faults that a schema cannot describe: codes and regions that would move placements to wrong tiers. */
    static List<Violation> faults(JsonNode root, YamlDocument document) {
        List<Violation> faults = new ArrayList<>();
        String council = root.path(COUNCIL).path(CODE).asText();
        if (!isResponsible(council)) {
            faults.add(document.wrong(
                    "must be the current code of a council that is responsible for adult social care", COUNCIL, CODE));
        }
        JsonNode partners = root.path(PARTNERS);
        for (int i = 0; i < partners.size(); i++) {
            String partner = partners.path(i).asText();
            if (!isResponsible(partner) || partner.equals(council)) {
                faults.add(document.wrong(
                        "must be the current code of another council that is responsible for adult social care",
                        PARTNERS,
                        i));
            }
        }
        ofCouncil(root)
                .filter(region -> root.has(REGION)
                        && !region.equals(root.path(REGION).path(NAME).asText()))
                .ifPresent(region -> faults.add(document.wrong(
                        "must be %s, the region of the council in the list of councils".formatted(region),
                        REGION,
                        NAME)));
        return faults;
    }

    private static Optional<String> ofCouncil(JsonNode root) {
        return Authorities.ALL.region(root.path(COUNCIL).path(CODE).asText());
    }

    /** Returns true if the code is of a current council that is not a district, whose county is responsible. */
    private static boolean isResponsible(String code) {
        return code.equals(Authorities.ALL.currentCodes().get(code))
                && Authorities.ALL.upperTier(code).isEmpty();
    }
}
