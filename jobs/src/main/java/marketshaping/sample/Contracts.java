package marketshaping.sample;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The contract register: call-offs, the purchasing system, blocks and in-house services are written at once, a spot contract
 * with every placement that is bought spot.
 */
final class Contracts {
    static final String[] HEADER = {
        "contract_id",
        "purchase_route",
        "provider_id",
        "provider_name",
        "framework",
        "lot",
        "setting",
        "start_date",
        "end_date",
        "unit_price",
        "price_frequency",
        "block_places",
        "annual_value"
    };
    private static final LocalDate LONG_AGO = LocalDate.of(2018, 4, 1);
    private static final int PROVIDERS_PER_BLOCK = 8;

    /** A block: the share of the borough's places in a setting that it buys, what a place costs a week, until when. */
    private enum Block {
        RESIDENTIAL(Setting.RESIDENTIAL, 0.19, 86000, LocalDate.of(2027, 3, 31)),
        NURSING(Setting.NURSING, 0.24, 104000, LocalDate.of(2026, 12, 31)),
        SUPPORTED_LIVING(Setting.SUPPORTED_LIVING, 0.12, 92000, LocalDate.of(2029, 3, 31)),
        EXTRA_CARE(Setting.EXTRA_CARE, 0.28, 36000, LocalDate.of(2028, 3, 31));

        private final Setting setting;
        private final double share;
        private final long weeklyPence;
        private final LocalDate end;

        Block(Setting setting, double share, long weeklyPence, LocalDate end) {
            this.setting = setting;
            this.share = share;
            this.weeklyPence = weeklyPence;
            this.end = end;
        }
    }

    private final CsvFile file;
    private final Register register;
    private final Chance chance;
    private final Map<Setting, Dealer<Provider>> blocks = new EnumMap<>(Setting.class);

    Contracts(CsvFile file, Register register, Chance chance) {
        this.file = file;
        this.register = register;
        this.chance = chance;
    }

    void writeShared(Plan plan, Providers providers) {
        providers.forEach(this::writeCallOff);
        for (Provider provider : providers.in(Setting.HOME_CARE, Tier.IN_BOROUGH)) {
            row(dynamic(provider), Route.DYNAMIC, provider, Setting.HOME_CARE, LONG_AGO, LocalDate.of(2028, 3, 31));
        }
        for (Block block : Block.values()) {
            writeBlocks(block, plan, providers.in(block.setting, Tier.IN_BOROUGH));
        }
        for (Setting setting :
                List.of(Setting.SUPPORTED_LIVING, Setting.EXTRA_CARE, Setting.SHARED_LIVES, Setting.DAY_SUPPORT)) {
            row(inHouse(setting), Route.IN_HOUSE, Provider.IN_HOUSE, setting, LONG_AGO, Calendar.OPEN);
        }
    }

    String callOff(Provider provider) {
        return Ids.of("FR", provider.number(), 5);
    }

    String dynamic(Provider provider) {
        return Ids.of("DY", provider.number(), 5);
    }

    String block(Provider provider) {
        return Ids.of("BL", provider.number(), 5);
    }

    String inHouse(Setting setting) {
        return Ids.of("IH", setting.ordinal(), 5);
    }

    /** The next provider of a block; the blocks of a setting take turns. */
    Provider blockProvider(Setting setting) {
        return blocks.get(setting).next();
    }

    /** What a place of the block of a setting costs. */
    Price blockPrice(Setting setting) {
        return new Price(Block.valueOf(setting.name()).weeklyPence, "Weekly", "");
    }

    /** Writes the spot contract of a line and returns its reference. Some have run out while the placement goes on. */
    String spot(Line line, Provider provider) {
        String id = register.spotContract();
        row(id, Route.SPOT, provider, line.setting(), line.start(), spotEnd(line));
        return id;
    }

    private LocalDate spotEnd(Line line) {
        double kind = chance.fraction();
        if (kind < 0.45) {
            return Calendar.OPEN;
        }
        if (kind < 0.8) {
            LocalDate known = Calendar.earlier(line.end(), Calendar.LAST_DAY);
            return line.start()
                    .plusYears(1L + known.getYear() - line.start().getYear())
                    .minusDays(1);
        }
        return line.start().plusYears(1L + chance.below(2)).minusDays(1);
    }

    private void writeCallOff(Provider provider) {
        for (Lot lot : Lot.values()) {
            if (lot.setting == provider.setting() && provider.isMemberEver()) {
                file.row(
                        callOff(provider),
                        Route.FRAMEWORK.label,
                        provider.id(),
                        provider.name(),
                        lot.framework,
                        lot.lot,
                        lot.setting.label,
                        provider.joined(),
                        lot.to,
                        "",
                        "",
                        "",
                        "");
            }
        }
    }

    private void writeBlocks(Block block, Plan plan, List<Provider> offers) {
        List<Provider> chosen = offers.subList(0, Math.max(1, offers.size() / PROVIDERS_PER_BLOCK));
        Dealer<Provider> dealer = new Dealer<>();
        chosen.forEach(provider -> dealer.with(provider, 1));
        blocks.put(block.setting, dealer);
        int most = plan.fullest(pool -> pool.setting() == block.setting && pool.tier() == Tier.IN_BOROUGH);
        int[] places = Shares.of(
                Math.max(chosen.size(), (int) StrictMath.ceil(most * block.share)),
                chosen.stream().mapToDouble(provider -> 1).toArray());
        for (int i = 0; i < chosen.size(); i++) {
            Provider provider = chosen.get(i);
            file.row(
                    block(provider),
                    Route.BLOCK.label,
                    provider.id(),
                    provider.name(),
                    "",
                    "",
                    block.setting.label,
                    LONG_AGO,
                    block.end,
                    Money.of(block.weeklyPence),
                    "Weekly",
                    places[i],
                    Money.of(block.weeklyPence * places[i] * 52));
        }
    }

    private void row(String id, Route route, Provider provider, Setting setting, LocalDate start, LocalDate end) {
        file.row(id, route.label, provider.id(), provider.name(), "", "", setting.label, start, end, "", "", "", "");
    }
}
