package marketshaping.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Records a stay as a case system would: its placement lines and contracts, what comes on top, visits and brokering, what
 * the national return says about them, and what is owed for them.
 */
final class CaseSystem {
    /** Of the stays at home that last over an April, the share whose package was written anew then. */
    private static final double RENEWED = 0.4;

    private final Placements placements;
    private final Purchasing purchasing;
    private final Brokering brokering;
    private final Visits visits;
    private final Extras extras;
    private final ClientLevelData clientLevelData;
    private final Payments payments;
    private final Chance chance;
    private final Prices prices = new Prices();

    CaseSystem(
            Placements placements,
            Purchasing purchasing,
            Brokering brokering,
            Visits visits,
            Extras extras,
            ClientLevelData clientLevelData,
            Payments payments,
            Chance chance) {
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
        Terms terms = Terms.agreed(stay.pool(), chance);
        List<Line> lines = lines(stay);
        Purchase purchase = purchasing.buy(lines.get(0));
        String placement = write(lines.get(0), purchase, terms);
        clientLevelData.arrival(stay);
        for (Line renewed : lines.subList(1, lines.size())) {
            write(renewed, purchasing.renew(renewed, purchase), terms);
        }
        visits.write(stay, lines.size() == 1 ? placement : "");
        brokering.writeSourced(stay, placement);
        extras.add(stay, this::write);
    }

    private void write(Line line, Extras.Kind kind) {
        Terms terms = Terms.agreed(line.pool(), chance);
        Purchase purchase = purchasing.buy(line);
        switch (kind) {
            case SERVICE -> write(line, purchase, terms);
            case CREDIT -> writeCredit(line, purchase, prices.credit(line, terms));
            case WEEKLY_CREDIT -> writeCredit(line, purchase, prices.weeklyCredit(line, terms));
        }
    }

    private String write(Line line, Purchase purchase, Terms terms) {
        Placement placement = write(line, purchase, prices.of(line, purchase, terms));
        clientLevelData.service(placement, prices.agreed(line, purchase, terms));
        return placement.id();
    }

    private void writeCredit(Line line, Purchase purchase, Price credit) {
        clientLevelData.service(write(line, purchase, credit), credit);
    }

    private Placement write(Line line, Purchase purchase, Price price) {
        payments.owe(line, purchase, price);
        return placements.write(line, purchase, price);
    }

    /** One line, or two where the package was written anew at the prices of an April. */
    private List<Line> lines(Stay stay) {
        Line whole = new Line(stay.pool(), stay.pool().setting(), stay.person(), stay.start(), stay.end());
        boolean atHome = whole.setting() == Setting.HOME_CARE || whole.setting() == Setting.DAY_SUPPORT;
        List<LocalDate> aprils = atHome ? aprils(stay) : List.of();
        if (aprils.isEmpty() || !chance.happens(RENEWED)) {
            return List.of(whole);
        }
        LocalDate renewal = aprils.get(chance.below(aprils.size()));
        return List.of(
                new Line(whole.pool(), whole.setting(), whole.person(), whole.start(), renewal.minusDays(1)),
                new Line(whole.pool(), whole.setting(), whole.person(), renewal, whole.end()));
    }

    private static List<LocalDate> aprils(Stay stay) {
        List<LocalDate> aprils = new ArrayList<>();
        for (int year = Calendar.FIRST_DAY.getYear() + 1; year <= Calendar.LAST_DAY.getYear(); year++) {
            LocalDate april = LocalDate.of(year, 4, 1);
            if (april.isAfter(stay.start()) && april.isBefore(stay.lastKnownDay())) {
                aprils.add(april);
            }
        }
        return aprils;
    }
}
