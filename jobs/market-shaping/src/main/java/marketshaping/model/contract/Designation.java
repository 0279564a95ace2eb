package marketshaping.model.contract;

import java.util.List;

/** The kinds of authority that words before or after a name designate, such as City Council or London Borough of. */
enum Designation {
    COUNCIL(
            List.of("the", "councilof", "councilofthe", "cyngor", "comhairle", "corporationof"),
            List.of("council", "thecouncil", "authority", "localauthority", "la", "corporation", "islandscouncil")),
    CITY(
            List.of(
                    "cityof",
                    "thecityof",
                    "citycouncilof",
                    "cityandcountyof",
                    "cityandboroughof",
                    "cyngordinas",
                    "cyngordinasasir",
                    "dinas"),
            List.of(
                    "city",
                    "citycouncil",
                    "cityof",
                    "cityua",
                    "cityandcounty",
                    "cityandcountycouncil",
                    "cityanddistrict",
                    "cityanddistrictcouncil",
                    "cityandboroughcouncil",
                    "cityandcountyof")),
    CITY_OR_COUNTY(List.of(), List.of("cc")),
    COUNTY(List.of("countyof", "countycouncilof"), List.of("county", "countycouncil", "countyof", "cntycouncil")),
    COUNTY_BOROUGH(
            List.of(
                    "countyboroughof",
                    "countyboroughcouncilof",
                    "cyngorbwrdeistref",
                    "cyngorbwrdeistrefsirol",
                    "bwrdeistrefsirol"),
            List.of("countyborough", "countyboroughcouncil", "cbc")),
    BOROUGH(
            List.of("boroughof", "theboroughof", "boroughcouncilof"),
            List.of("borough", "boroughcouncil", "bc", "boro", "borocouncil", "boroughof", "boroughcouncilof")),
    ROYAL_BOROUGH(
            List.of("royalborough", "royalboroughof", "theroyalboroughof", "rbof", "rb"),
            List.of("royalborough", "royalboroughcouncil", "royalboroughof", "rb", "rbc")),
    LONDON_BOROUGH(
            List.of("londonborough", "londonboroughof", "thelondonboroughof", "lbof", "lb", "londonboroughcouncilof"),
            List.of("londonborough", "londonboroughcouncil", "londonboroughof", "londonboro", "lb", "lbc", "lbo")),
    METROPOLITAN(
            List.of(
                    "metropolitanboroughof",
                    "metropolitandistrictof",
                    "metroboroughof",
                    "metboroughof",
                    "metropolitanboroughcouncilof",
                    "mbof"),
            List.of(
                    "metropolitanborough",
                    "metropolitanboroughcouncil",
                    "metropolitandistrict",
                    "metropolitandistrictcouncil",
                    "metropolitancouncil",
                    "metboroughcouncil",
                    "metborough",
                    "mbc",
                    "mb",
                    "mdc",
                    "md",
                    "mbdc",
                    "cmdc",
                    "citymdc",
                    "citymetropolitandistrictcouncil",
                    "citymetropolitandistrict")),
    UNITARY(
            List.of("unitaryauthorityof"),
            List.of("ua", "unitary", "unitaryauthority", "unitarycouncil", "unitaryauthoritycouncil")),
    DISTRICT(
            List.of("districtof", "districtcouncilof"),
            List.of("district", "districtcouncil", "dc", "distcouncil", "dist", "districtof"));

    private final List<String> before;
    private final List<String> after;

    Designation(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** Returns the keys of the words before a name. */
    List<String> before() {
        return before;
    }

    /** Returns the keys of the words that follow a name. */
    List<String> after() {
        return after;
    }

    boolean isOfCounties() {
        return this == COUNTY || this == CITY_OR_COUNTY;
    }

    boolean isOfLondon() {
        return this == LONDON_BOROUGH || this == ROYAL_BOROUGH || this == BOROUGH;
    }
}
