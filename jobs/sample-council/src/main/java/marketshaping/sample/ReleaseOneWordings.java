package marketshaping.sample;

import java.util.Map;

/** The Release 1 wordings of sample values, for the values whose wording differs in Release 2. */
final class ReleaseOneWordings {
    private static final Map<ReturnField, Map<String, String>> BY_FIELD = Map.ofEntries(
            Map.entry(
                    ReturnField.ETHNICITY,
                    Map.of("No data: Undeclared or not known", "No data - Undeclared or Not known")),
            Map.entry(ReturnField.CLIENT_TYPE, Map.of("Service user", "Service User", "Unpaid carer", "Carer")),
            Map.entry(
                    ReturnField.PRIMARY_SUPPORT_REASON,
                    Map.of(
                            "Physical support: Personal care support",
                            "Physical Support: Personal care support",
                            "Sensory support: Support for visual impairment",
                            "Sensory Support: Support for visual impairment",
                            "Support with memory and cognition",
                            "Support with Memory & Cognition",
                            "Learning disability support",
                            "Learning Disability Support",
                            "Mental health support",
                            "Mental Health Support",
                            "Social support: Support for social isolation or other",
                            "Social Support: Support for Social Isolation/Other",
                            "Social support: Support to unpaid carer",
                            "Social Support: Support to Carer")),
            Map.entry(
                    ReturnField.ACCOMMODATION_STATUS,
                    Map.of(
                            "Tenant: Local authority or other social housing provider",
                            "Tenant",
                            "Tenant: Private landlord",
                            "Tenant - private landlord",
                            "Settled mainstream housing with family or friends",
                            "Settled mainstream housing with family / friends",
                            "Supported accommodation, supported lodgings or supported group home",
                            "Supported accommodation / supported lodgings / supported group home",
                            "Sheltered housing, extra care housing or other sheltered housing",
                            "Sheltered housing / extra care housing / other sheltered housing")),
            Map.entry(
                    ReturnField.EVENT_OUTCOME,
                    Map.of(
                            "Progress to assessment, review or reassessment",
                            "Progress to Assessment",
                            "Progress to support planning or services",
                            "Progress to Support Planning / Services",
                            "Continuation of support or services",
                            "No change in package",
                            "NFA: Information and advice or signposting",
                            "NFA - Information & Advice / Signposting only",
                            "NFA: Support ended as planned",
                            "Service ended as planned",
                            "NFA: Support ended for other reason",
                            "NFA - Support ended: Other reason")),
            Map.entry(
                    ReturnField.ROUTE_OF_ACCESS,
                    Map.of(
                            "Discharge from hospital",
                            "Discharge from Hospital",
                            "Community or other route",
                            "Community / Other route")),
            Map.entry(ReturnField.ASSESSMENT_TYPE, Map.of("Long term assessment", "Long Term Assessment")),
            Map.entry(
                    ReturnField.SERVICE_TYPE,
                    Map.of(
                            "Long term support: Residential care",
                            "Long Term Support: Residential Care",
                            "Long term support: Nursing care",
                            "Long Term Support: Nursing Care",
                            "Long term support: Community",
                            "Long Term Support: Community",
                            "Short term support: Other short term",
                            "Short Term Support: Other Short Term",
                            "Unpaid carer support: Support involving the person cared-for",
                            "Carer Support: Support involving the person cared-for")),
            Map.entry(
                    ReturnField.SERVICE_COMPONENT,
                    Map.of(
                            "Long term residential care",
                            "Long Term Residential Care",
                            "Long term nursing care",
                            "Long Term Nursing Care",
                            "Short term residential care",
                            "Short Term Residential Care",
                            "Community supported living",
                            "Community Supported Living",
                            "Extra care housing",
                            "Extra Care Housing",
                            "Home support or domiciliary care",
                            "Home Support",
                            "Day support",
                            "Day Support",
                            "Direct payment",
                            "Direct Payment",
                            "Other long term support",
                            "Other Long Term Support",
                            "Unpaid carer respite",
                            "Carer Respite")),
            Map.entry(
                    ReturnField.DELIVERY_MECHANISM,
                    Map.of(
                            "Direct payment",
                            "Direct Payment",
                            "CASSR managed personal budget",
                            "CASSR Managed Personal Budget",
                            "CASSR commissioned support",
                            "CASSR Commissioned Support")),
            Map.entry(ReturnField.REVIEW_REASON, Map.of("Unplanned: Other reason", "Unplanned - Other reason")));

    private ReleaseOneWordings() {}

    static String of(ReturnField field, String text) {
        return BY_FIELD.getOrDefault(field, Map.of()).getOrDefault(text, text);
    }
}
