package marketshaping.model.table;

import java.util.List;
import java.util.Map;

/** The settings of care and their groups, in display order, from {@code data/reference/settings.csv}. */
public final class SettingGroups {
    private static final List<Map<String, String>> ROWS = ReferenceList.rows("settings");

    public static final List<String> ALL =
            ROWS.stream().map(row -> row.get("setting")).toList();

    /** Care homes, with or without nursing. */
    public static final List<String> CARE_HOMES = with("care_home");

    /** Accommodation with care, in which people are placed in or out of the area. */
    public static final List<String> ACCOMMODATION = with("accommodation");

    /** Long-term support, as the national return counts it. */
    public static final List<String> LONG_TERM = with("long_term");

    private SettingGroups() {}

    private static List<String> with(String group) {
        return ROWS.stream()
                .filter(row -> Boolean.parseBoolean(row.get(group)))
                .map(row -> row.get("setting"))
                .toList();
    }
}
