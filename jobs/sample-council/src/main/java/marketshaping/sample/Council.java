package marketshaping.sample;

/**
 * A council where people are placed. The names, codes and coordinates are real, so that a map looks right. The weight
 * sets how often a council is chosen within its tier.
 */
enum Council {
    HACKNEY("E09000012", "Hackney", Tier.IN_BOROUGH, 51.5493, -0.0617, 0.02, 1),
    WALTHAM_FOREST("E09000031", "Waltham Forest", Tier.NORTH_EAST_LONDON, 51.5940, -0.0126, 0.03, 26),
    REDBRIDGE("E09000026", "Redbridge", Tier.NORTH_EAST_LONDON, 51.5857, 0.0759, 0.03, 22),
    NEWHAM("E09000025", "Newham", Tier.NORTH_EAST_LONDON, 51.5269, 0.0375, 0.025, 17),
    TOWER_HAMLETS("E09000030", "Tower Hamlets", Tier.NORTH_EAST_LONDON, 51.5157, -0.0347, 0.02, 12),
    HAVERING("E09000016", "Havering", Tier.NORTH_EAST_LONDON, 51.5631, 0.2204, 0.04, 12),
    BARKING_AND_DAGENHAM("E09000002", "Barking and Dagenham", Tier.NORTH_EAST_LONDON, 51.5440, 0.1332, 0.025, 9),
    CITY_OF_LONDON("E09000001", "City of London", Tier.NORTH_EAST_LONDON, 51.5144, -0.0924, 0.005, 2),
    HARINGEY("E09000014", "Haringey", Tier.OTHER_LONDON, 51.5904, -0.1075, 0.025, 25),
    ENFIELD("E09000010", "Enfield", Tier.OTHER_LONDON, 51.6510, -0.0873, 0.03, 22),
    ISLINGTON("E09000019", "Islington", Tier.OTHER_LONDON, 51.5485, -0.1102, 0.015, 14),
    BARNET("E09000003", "Barnet", Tier.OTHER_LONDON, 51.6160, -0.2100, 0.03, 11),
    LEWISHAM("E09000023", "Lewisham", Tier.OTHER_LONDON, 51.4482, -0.0203, 0.025, 8),
    CROYDON("E09000008", "Croydon", Tier.OTHER_LONDON, 51.3553, -0.0872, 0.03, 7),
    CAMDEN("E09000007", "Camden", Tier.OTHER_LONDON, 51.5464, -0.1574, 0.02, 5),
    SOUTHWARK("E09000028", "Southwark", Tier.OTHER_LONDON, 51.4742, -0.0741, 0.025, 5),
    BROMLEY("E09000006", "Bromley", Tier.OTHER_LONDON, 51.3720, 0.0515, 0.04, 3),
    ESSEX("E10000012", "Essex", Tier.OUTSIDE_LONDON, 51.76, 0.55, 0.2, 30),
    KENT("E10000016", "Kent", Tier.OUTSIDE_LONDON, 51.22, 0.75, 0.2, 15),
    HERTFORDSHIRE("E10000015", "Hertfordshire", Tier.OUTSIDE_LONDON, 51.80, -0.20, 0.12, 14),
    SOUTHEND("E06000033", "Southend-on-Sea", Tier.OUTSIDE_LONDON, 51.5480, 0.7150, 0.02, 9),
    THURROCK("E06000034", "Thurrock", Tier.OUTSIDE_LONDON, 51.5060, 0.3732, 0.03, 7),
    MEDWAY("E06000035", "Medway", Tier.OUTSIDE_LONDON, 51.3900, 0.5400, 0.03, 6),
    NORFOLK("E10000020", "Norfolk", Tier.OUTSIDE_LONDON, 52.66, 1.05, 0.2, 5),
    SUFFOLK("E10000029", "Suffolk", Tier.OUTSIDE_LONDON, 52.21, 1.05, 0.2, 4),
    CAMBRIDGESHIRE("E10000003", "Cambridgeshire", Tier.OUTSIDE_LONDON, 52.33, 0.07, 0.15, 3),
    SURREY("E10000030", "Surrey", Tier.OUTSIDE_LONDON, 51.27, -0.42, 0.12, 2),
    EAST_SUSSEX("E10000011", "East Sussex", Tier.OUTSIDE_LONDON, 50.92, 0.25, 0.12, 2),
    BEDFORD("E06000055", "Bedford", Tier.OUTSIDE_LONDON, 52.1892, -0.4771, 0.04, 1.5),
    BIRMINGHAM("E08000025", "Birmingham", Tier.OUTSIDE_LONDON, 52.4885, -1.8728, 0.05, 1),
    /** The code is the one used before 2025, which old extracts still contain. */
    BARNSLEY("E08000016", "Barnsley", Tier.OUTSIDE_LONDON, 53.5358, -1.5246, 0.05, 1);

    final String code;
    final String label;
    final Tier tier;
    final double latitude;
    final double longitude;
    final double spread;
    final double weight;

    Council(String code, String label, Tier tier, double latitude, double longitude, double spread, double weight) {
        this.code = code;
        this.label = label;
        this.tier = tier;
        this.latitude = latitude;
        this.longitude = longitude;
        this.spread = spread;
        this.weight = weight;
    }

    String region() {
        return switch (this) {
            case ESSEX, HERTFORDSHIRE, SOUTHEND, THURROCK, NORFOLK, SUFFOLK, CAMBRIDGESHIRE, BEDFORD ->
                "East of England";
            case KENT, MEDWAY, SURREY, EAST_SUSSEX -> "South East";
            case BIRMINGHAM -> "West Midlands";
            case BARNSLEY -> "Yorkshire and The Humber";
            default -> "London";
        };
    }

    /** Returns a dealer that chooses the councils of a tier by their weights. */
    static ProportionalDealer<Council> dealer(Tier tier) {
        ProportionalDealer<Council> dealer = new ProportionalDealer<>();
        for (Council council : values()) {
            if (council.tier == tier) {
                dealer.with(council, council.weight);
            }
        }
        return dealer;
    }
}
