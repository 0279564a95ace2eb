package marketshaping.sample;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The contract register. It first writes call-offs and the contracts of the dynamic purchasing system, blocks and
 * in-house services. Later it adds a spot contract for every placement that is bought spot.
 */
final class ContractRegister {
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

    /**
     * The block contracts for a setting: their places as a share of the peak number of people in the borough, the
     * weekly cost of a place, and their end date.
     */
    private enum Block {
        RESIDENTIAL(CareSetting.RESIDENTIAL, 0.19, 86000, LocalDate.of(2027, 3, 31)),
        NURSING(CareSetting.NURSING, 0.24, 104000, LocalDate.of(2026, 12, 31)),
        SUPPORTED_LIVING(CareSetting.SUPPORTED_LIVING, 0.12, 92000, LocalDate.of(2029, 3, 31)),
        EXTRA_CARE(CareSetting.EXTRA_CARE, 0.28, 36000, LocalDate.of(2028, 3, 31));

        private final CareSetting setting;
        private final double share;
        private final long weeklyPence;
        private final LocalDate end;

        Block(CareSetting setting, double share, long weeklyPence, LocalDate end) {
            this.setting = setting;
            this.share = share;
            this.weeklyPence = weeklyPence;
            this.end = end;
        }
    }

    private final CsvFile file;
    private final ReferenceNumbers register;
    private final SeededRandom chance;
    private final Map<CareSetting, ProportionalDealer<Provider>> blocks = new EnumMap<>(CareSetting.class);

    ContractRegister(CsvFile file, ReferenceNumbers register, SeededRandom chance) {
        this.file = file;
        this.register = register;
        this.chance = chance;
    }

    void writeShared(PopulationPlan plan, ProviderMarket providers) {
        providers.forEach(this::writeCallOff);
        for (Provider provider : providers.in(CareSetting.HOME_CARE, Tier.IN_BOROUGH)) {
            row(dynamic(provider), Route.DYNAMIC, provider, CareSetting.HOME_CARE, LONG_AGO, LocalDate.of(2028, 3, 31));
        }
        for (Block block : Block.values()) {
            writeBlocks(block, plan, providers.in(block.setting, Tier.IN_BOROUGH));
        }
        for (CareSetting setting : List.of(
                CareSetting.SUPPORTED_LIVING,
                CareSetting.EXTRA_CARE,
                CareSetting.SHARED_LIVES,
                CareSetting.DAY_SUPPORT)) {
            row(inHouse(setting), Route.IN_HOUSE, Provider.IN_HOUSE, setting, LONG_AGO, SampleCalendar.OPEN);
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

    String inHouse(CareSetting setting) {
        return Ids.of("IH", setting.ordinal(), 5);
    }

    /** Returns the next provider with a block contract in a setting. The providers take turns. */
    Provider blockProvider(CareSetting setting) {
        return blocks.get(setting).next();
    }

    /** Returns the weekly cost of a place under the block contracts for a setting. */
    LinePrice blockPrice(CareSetting setting) {
        return new LinePrice(Block.valueOf(setting.name()).weeklyPence, "Weekly", "");
    }

    /**
     * Writes the spot contract of a line and returns its reference. Some contracts end while the placement continues.
     */
    String spot(PlacementLine line, Provider provider) {
        String id = register.spotContract();
        row(id, Route.SPOT, provider, line.setting(), line.start(), spotEnd(line));
        return id;
    }

    private LocalDate spotEnd(PlacementLine line) {
        double kind = chance.fraction();
        if (kind < 0.45) {
            return SampleCalendar.OPEN;
        }
        if (kind < 0.8) {
            LocalDate known = SampleCalendar.earlier(line.end(), SampleCalendar.LAST_DAY);
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

    private void writeBlocks(Block block, PopulationPlan plan, List<Provider> offers) {
        List<Provider> chosen = offers.subList(0, Math.max(1, offers.size() / PROVIDERS_PER_BLOCK));
        ProportionalDealer<Provider> dealer = new ProportionalDealer<>();
        chosen.forEach(provider -> dealer.with(provider, 1));
        blocks.put(block.setting, dealer);
        int most = plan.peak(pool -> pool.setting() == block.setting && pool.tier() == Tier.IN_BOROUGH);
        int[] places = ProportionalShares.of(
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
                    PenceText.of(block.weeklyPence),
                    "Weekly",
                    places[i],
                    PenceText.of(block.weeklyPence * places[i] * 52));
        }
    }

    private void row(String id, Route route, Provider provider, CareSetting setting, LocalDate start, LocalDate end) {
        file.row(id, route.label, provider.id(), provider.name(), "", "", setting.label, start, end, "", "", "", "");
    }
}
