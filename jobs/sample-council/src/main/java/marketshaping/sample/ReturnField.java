package marketshaping.sample;

/** A field of the national return, with the header used by councils, in the order of submission. */
enum ReturnField {
    LA_CODE("LA Code"),
    PERIOD_START("Reporting Period Start Date"),
    PERIOD_END("Reporting Period End Date"),
    NHS_NUMBER("NHS Number"),
    PERSON("LA Person Unique Identifier"),
    FIRST_NAME("First Name"),
    LAST_NAME("Last Name"),
    GP_PRACTICE_NAME("GP Practice Name"),
    GP_PRACTICE_CODE("GP Practice Code"),
    GENDER("Gender"),
    ETHNICITY("Ethnicity"),
    DATE_OF_BIRTH("Date of Birth"),
    DATE_OF_DEATH("Date of Death"),
    CLIENT_TYPE("Client Type"),
    PRIMARY_SUPPORT_REASON("Primary Support Reason"),
    POSTCODE("Postcode"),
    ACCOMMODATION_STATUS("Accommodation Status"),
    EMPLOYMENT_STATUS("Employment Status"),
    HAS_UNPAID_CARER("Has Unpaid Carer"),
    AUTISM("Autism Spectrum Disorder (ASD)"),
    VISUAL_IMPAIRMENT("Visual Impairment"),
    HEARING_IMPAIRMENT("Hearing Impairment"),
    DEMENTIA("Dementia"),
    CLIENT_FUNDING_STATUS("Client Funding Status"),
    EVENT_TYPE("Event Type"),
    EVENT_REFERENCE("Event Reference"),
    EVENT_START("Event Start Date"),
    EVENT_END("Event End Date"),
    EVENT_DESCRIPTION("Event Description"),
    EVENT_OUTCOME("Event Outcome"),
    ROUTE_OF_ACCESS("Request: Route of Access"),
    ASSESSMENT_TYPE("Assessment Type"),
    ELIGIBLE_NEEDS("Eligible Needs Identified"),
    METHOD_OF_ASSESSMENT("Method of Assessment"),
    HOURS_CARING("Total Hrs Caring per week"),
    ADULTS_CARED_FOR("No. of adults being cared for"),
    FIRST_ADULT("Adult 1 Linked Person_ID"),
    SECOND_ADULT("Adult 2 Linked Person_ID"),
    THIRD_ADULT("Adult 3 Linked Person_ID"),
    SERVICE_TYPE("Service Type"),
    SERVICE_COMPONENT("Service Component"),
    DELIVERY_MECHANISM("Delivery Mechanism"),
    CQC_LOCATION_NAME("Provider CQC Location Name"),
    CQC_LOCATION("Provider CQC Location ID"),
    REVIEW_REASON("Review Reason"),
    REVIEW_OUTCOMES("Review Outcomes Achieved"),
    METHOD_OF_REVIEW("Method of Review"),
    UNIT_COST("Unit Cost"),
    COST_FREQUENCY("Cost Frequency (Unit Type)"),
    PLANNED_UNITS("Planned units per week");

    final String header;

    ReturnField(String header) {
        this.header = header;
    }
}
