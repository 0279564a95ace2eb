package marketshaping.sample;

/**
 * The details of a person in the national return. They depend only on the person and the pool, so they are the same in
 * every row about a stay. Sex and ethnicity are never recorded.
 */
final class ReturnedPerson {
    /**
     * Of the people whose placements record no support reason, one in three has the reason Unknown in the return. The
     * others have a physical reason.
     */
    private static final int NEED_UNKNOWN_EVERY = 3;

    private static final String[] HOMES = {
        "Tenant: Local authority or other social housing provider",
        "Owner occupier or shared ownership scheme",
        "Tenant: Local authority or other social housing provider",
        "Tenant: Private landlord",
        "Tenant: Local authority or other social housing provider",
        "Settled mainstream housing with family or friends",
        "Unknown"
    };
    private static final String[] FUNDING = {
        "Fully social care funded",
        "Joint client and social care funded",
        "Fully social care funded",
        "Joint client and social care funded",
        "Unknown"
    };

    private ReturnedPerson() {}

    /** Returns a new row that contains the details of a person in a pool. */
    static ReturnRow row(Pool pool, Person person) {
        return supported(person.id(), "Service user")
                .with(ReturnField.DATE_OF_BIRTH, person.birth())
                .with(ReturnField.PRIMARY_SUPPORT_REASON, need(pool, person))
                .with(ReturnField.ACCOMMODATION_STATUS, accommodation(pool.setting(), person))
                .with(ReturnField.EMPLOYMENT_STATUS, employment(pool))
                .with(ReturnField.CLIENT_FUNDING_STATUS, FUNDING[person.number() % FUNDING.length]);
    }

    /** Returns a new row that contains the details of a person's unpaid carer. */
    static ReturnRow carerRow(Person caredFor) {
        return supported(Ids.of("C", caredFor.number(), 6), "Unpaid carer")
                .with(ReturnField.PRIMARY_SUPPORT_REASON, "Social support: Support to unpaid carer")
                .with(ReturnField.ADULTS_CARED_FOR, "1")
                .with(ReturnField.FIRST_ADULT, caredFor.id());
    }

    private static ReturnRow supported(String person, String clientType) {
        return new ReturnRow()
                .with(ReturnField.PERSON, person)
                .with(ReturnField.GENDER, "Unknown")
                .with(ReturnField.ETHNICITY, "No data: Undeclared or not known")
                .with(ReturnField.CLIENT_TYPE, clientType);
    }

    private static String need(Pool pool, Person person) {
        if (pool.need() != Need.NOT_RECORDED) {
            return pool.need().usualWording();
        }
        return person.number() % NEED_UNKNOWN_EVERY == 0 ? "Unknown" : Need.PHYSICAL.usualWording();
    }

    private static String accommodation(CareSetting setting, Person person) {
        return switch (setting) {
            case RESIDENTIAL -> "Registered care home";
            case NURSING -> "Registered nursing home";
            case SUPPORTED_LIVING -> "Supported accommodation, supported lodgings or supported group home";
            case EXTRA_CARE -> "Sheltered housing, extra care housing or other sheltered housing";
            case SHARED_LIVES -> "Shared Lives scheme";
            default -> HOMES[person.number() % HOMES.length];
        };
    }

    /**
     * Returns the employment status: Unknown for people of working age with a learning disability, otherwise empty. The
     * return requires it only for that group.
     */
    private static String employment(Pool pool) {
        return pool.need() == Need.LEARNING_DISABILITY && pool.age() == AgeBand.YOUNGER ? "Unknown" : "";
    }
}
