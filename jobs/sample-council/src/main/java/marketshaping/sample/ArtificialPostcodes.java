package marketshaping.sample;

/**
 * The artificial postcodes of every council. They have the form of real postcodes, but in areas that do not exist (ZA
 * to ZZ without ZE, which is Shetland). Each is calculated from the council and a number, so none is kept in memory.
 */
final class ArtificialPostcodes {
    private static final String AREAS = "ABCDFGHIJKLMNOPQRSTUVWXYZ";
    private static final String UNITS = "ABDEFGHJLNPQRSTUWXYZ";
    private static final int DISTRICTS = 49;
    private static final int POSSIBLE = DISTRICTS * 10 * UNITS.length() * UNITS.length();
    private static final int SCATTER = 7919;
    private static final int TERMINATED_EVERY = 37;

    private final long seed;
    private final int[] sizes = new int[Council.values().length];

    ArtificialPostcodes(int council, long seed) {
        this.seed = seed;
        for (Council where : Council.values()) {
            sizes[where.ordinal()] = CouncilSize.grown(directoryEntries(where), council);
        }
    }

    /** Returns the number of postcodes in the directory that are in this council. */
    int size(Council where) {
        return sizes[where.ordinal()];
    }

    String code(Council where, int number) {
        int position = (int) ((long) number * SCATTER % POSSIBLE);
        int area = where.ordinal() % AREAS.length();
        int district = 1 + position / (POSSIBLE / DISTRICTS) + where.ordinal() / AREAS.length() * DISTRICTS;
        int unit = position % (UNITS.length() * UNITS.length());
        return "Z" + AREAS.charAt(area) + district + " " + position / (UNITS.length() * UNITS.length()) % 10
                + UNITS.charAt(unit / UNITS.length()) + UNITS.charAt(unit % UNITS.length());
    }

    /** Returns a postcode that looks like one in this council, but is not in the directory. */
    String unknown(Council where, SeededRandom chance) {
        return code(where, size(where) + chance.below(50));
    }

    String any(Council where, SeededRandom chance) {
        return code(where, chance.below(size(where)));
    }

    String latitude(Council where, int number) {
        return degrees(where.latitude + where.spread * offset(where, number, 0));
    }

    String longitude(Council where, int number) {
        return degrees(where.longitude + where.spread * 1.6 * offset(where, number, 1));
    }

    void write(CsvFile file) {
        for (Council where : Council.values()) {
            for (int number = 0; number < size(where); number++) {
                String terminated = number % TERMINATED_EVERY == TERMINATED_EVERY - 1
                        ? Integer.toString(202001 + number / TERMINATED_EVERY % 6 * 100 + number % 12)
                        : "";
                file.row(
                        code(where, number), where.code, latitude(where, number), longitude(where, number), terminated);
            }
        }
    }

    private static int directoryEntries(Council where) {
        return switch (where.tier) {
            case IN_BOROUGH -> 260;
            case NORTH_EAST_LONDON -> 36;
            default -> 24;
        };
    }

    private double offset(Council where, int number, int axis) {
        SeededRandom chance = new SeededRandom(seed, 1_000_003L * where.ordinal() + 31L * number + axis);
        return chance.fraction() + chance.fraction() - 1;
    }

    private static String degrees(double value) {
        long millionths = StrictMath.round(Math.abs(value) * 1e6);
        return (value < 0 ? "-" : "") + millionths / 1_000_000 + "." + Ids.of("", millionths % 1_000_000, 6);
    }
}
