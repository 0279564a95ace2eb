package marketshaping.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Records a stay as a case system would: its placement lines, contracts, extra services, visits, brokering case,
 * national return events and payments due.
 */
final class CaseSystem {
    /**
     * The share of home care and day support stays over at least one 1 April whose package was renewed on a 1 April.
     */
    private static final double RENEWED = 0.4;

    private final PlacementFile placements;
    private final Purchasing purchasing;
    private final BrokeringCases brokering;
    private final VisitRecords visits;
    private final AdditionalServices extras;
    private final NationalReturn clientLevelData;
    private final PaymentRuns payments;
    private final SeededRandom chance;
    private final Prices prices = new Prices();

    CaseSystem(
            PlacementFile placements,
            Purchasing purchasing,
            BrokeringCases brokering,
            VisitRecords visits,
            AdditionalServices extras,
            NationalReturn clientLevelData,
            PaymentRuns payments,
            SeededRandom chance) {
        this.placements = placements;
        this.purchasing = purchasing;
        this.brokering = brokering;
        this.visits = visits;
        this.extras = extras;
        this.clientLevelData = clientLevelData;
        this.payments = payments;
        this.chance = chance;
    }

    void record(Stay stay) {
        PriceTerms terms = PriceTerms.agreed(stay.pool(), chance);
        List<PlacementLine> lines = lines(stay);
        Purchase purchase = purchasing.buy(lines.get(0));
        String placement = write(lines.get(0), purchase, terms);
        clientLevelData.arrival(stay);
        for (PlacementLine renewed : lines.subList(1, lines.size())) {
            write(renewed, purchasing.renew(renewed, purchase), terms);
        }
        visits.write(stay, lines.size() == 1 ? placement : "");
        brokering.writeSourced(stay, placement);
        extras.add(stay, this::write);
    }

    private void write(PlacementLine line, AdditionalServices.Kind kind) {
        PriceTerms terms = PriceTerms.agreed(line.pool(), chance);
        Purchase purchase = purchasing.buy(line);
        switch (kind) {
            case SERVICE -> write(line, purchase, terms);
            case CREDIT -> writeCredit(line, purchase, prices.credit(line, terms));
            case WEEKLY_CREDIT -> writeCredit(line, purchase, prices.weeklyCredit(line, terms));
        }
    }

    private String write(PlacementLine line, Purchase purchase, PriceTerms terms) {
        RecordedPlacement placement = write(line, purchase, prices.of(line, purchase, terms));
        clientLevelData.service(placement, prices.agreed(line, purchase, terms));
        return placement.id();
    }

    private void writeCredit(PlacementLine line, Purchase purchase, LinePrice credit) {
        clientLevelData.service(write(line, purchase, credit), credit);
    }

    private RecordedPlacement write(PlacementLine line, Purchase purchase, LinePrice price) {
        payments.owe(line, purchase, price);
        return placements.write(line, purchase, price);
    }

    /** Returns the placement lines of a stay: one, or two if the package was renewed on a 1 April at new prices. */
    private List<PlacementLine> lines(Stay stay) {
        PlacementLine whole =
                new PlacementLine(stay.pool(), stay.pool().setting(), stay.person(), stay.start(), stay.end());
        boolean atHome = whole.setting() == CareSetting.HOME_CARE || whole.setting() == CareSetting.DAY_SUPPORT;
        List<LocalDate> aprils = atHome ? aprils(stay) : List.of();
        if (aprils.isEmpty() || !chance.happens(RENEWED)) {
            return List.of(whole);
        }
        LocalDate renewal = aprils.get(chance.below(aprils.size()));
        return List.of(
                new PlacementLine(whole.pool(), whole.setting(), whole.person(), whole.start(), renewal.minusDays(1)),
                new PlacementLine(whole.pool(), whole.setting(), whole.person(), renewal, whole.end()));
    }

    private static List<LocalDate> aprils(Stay stay) {
        List<LocalDate> aprils = new ArrayList<>();
        for (int year = SampleCalendar.FIRST_DAY.getYear() + 1; year <= SampleCalendar.LAST_DAY.getYear(); year++) {
            LocalDate april = LocalDate.of(year, 4, 1);
            if (april.isAfter(stay.start()) && april.isBefore(stay.lastKnownDay())) {
                aprils.add(april);
            }
        }
        return aprils;
    }
}
