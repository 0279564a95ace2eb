package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.List;
import marketshaping.model.table.SettingGroups;

/**
 * Lists dimension values that add up to a wider value or to the whole dimension, in one table or across tables.
 * Examples are the tiers (rows in one table, columns in another), the settings of a group and the months of a year.
 */
final class Groups {
    /**
     * Values of a dimension that add up to a wider value.
     *
     * @param whole the wider value; empty for the whole dimension
     */
    private record Group(String dimension, String whole, List<String> parts) {}

    private static final List<Group> ALL = List.of(
            new Group("setting", "Care homes", SettingGroups.CARE_HOMES),
            new Group("setting", "Accommodation with care", SettingGroups.ACCOMMODATION),
            new Group(
                    "setting",
                    "Community support",
                    SettingGroups.LONG_TERM.stream()
                            .filter(setting -> !SettingGroups.CARE_HOMES.contains(setting))
                            .toList()),
            new Group("setting", "Long-term support", SettingGroups.LONG_TERM),
            new Group("setting", "", SettingGroups.ALL),
            new Group("tier", "", List.of("In borough", "Out of borough", "Not located")),
            new Group("tier", "", List.of("Located", "Not located")),
            new Group("tier", "Located", List.of("In borough", "Out of borough")),
            new Group("tier", "Out of borough", List.of("Partner area", "Rest of region", "Outside region")),
            new Group("purchase_route", "Bought", List.of("Spot", "Framework", "Dynamic purchasing system", "Block")),
            new Group("distance", "", List.of("Known", "Not known")),
            new Group("target", "Any", List.of("Within", "Breach")));

    private Groups() {}

    /**
     * Returns, for each group that adds up to this figure, the keys of its parts. A part that no table contains is zero
     * or unknown.
     */
    static List<List<FigureKey>> of(FigureKey whole) {
        List<List<FigureKey>> all = new ArrayList<>();
        for (Group group : ALL) {
            if (whole.narrowedTo().getOrDefault(group.dimension(), "").equals(group.whole())) {
                all.add(group.parts().stream()
                        .map(part -> whole.with(group.dimension(), part))
                        .toList());
            }
        }
        List<FigureKey> months =
                FigurePeriod.monthsOf(whole.when()).stream().map(whole::at).toList();
        if (!months.isEmpty()) {
            all.add(months);
        }
        return all;
    }
}
