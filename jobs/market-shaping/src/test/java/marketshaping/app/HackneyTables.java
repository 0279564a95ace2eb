package marketshaping.app;

import java.util.Map;

/** The tables of a small council's brokerage service. Element types with an ID below 900 are real, published ones. */
final class HackneyTables {
    private static final String TYPES =
            """
            id|service_id|name|subjective_code|framework_subjective_code|type|cost_type|billing|cost_operation|payment_operation|is_residential
            1|1|Shared Lives Hackney Adult Placement Scheme|520070||service|weekly|supplier|1|1|FALSE
            4|2|Supported Living Core Costs/Accommodation (weekly)|520070||service|weekly|supplier|1|1|FALSE
            13|5|Direct Payment - Personal Care (weekly)|520085||service|weekly|supplier|1|1|FALSE
            15|5|Direct Payment (One off set up cost)|520085||service|one_off|supplier|0|0|FALSE
            18|5|Direct Payment Clawback (from service user)|520085||service|weekly|supplier|0|-1|FALSE
            26|6|Day opportunity (hourly)|520110||service|hourly|supplier|1|1|FALSE
            28|6|Day opportunity - internal provider (daily)|520055||service|daily|none|1|1|FALSE
            31|7|Personal Home Care (hourly)|520050|520060|service|hourly|supplier|1|1|FALSE
            45|10|Housing with Care - external provider (hourly amount)|520110||service|hourly|none|1|1|FALSE
            49|11|Respite Residential Care|520110||service|weekly|none|1|1|FALSE
            54|11|Carer BACS Payment - S2029 (one off)|520110||service|weekly|none|1|1|FALSE
            60|12|Other professional services (daily)|520110||service|daily|none|1|1|FALSE
            64|13|Long Stay Nursing Care|520045||service|weekly|supplier|1|1|FALSE
            69|13|Third Party top up (payment to provider)|920130||service|weekly|supplier|1|-1|FALSE
            70|13|Third Party top up (collected by Hackney)|920130||service|weekly|customer|1|0|FALSE
            71|14|Temporary Stay Nursing Care|520045||service|weekly|supplier|1|1|FALSE
            75|15|Short Stay Nursing Care|520045||service|weekly|supplier|1|1|FALSE
            79|16|Long Stay Residential Care|520040||service|weekly|supplier|1|1|TRUE
            205|13|Provisional Residential Care Charges (collected by provider)|920180||provisional_care_charge|weekly|supplier|0|-1|FALSE
            304|13|Residential Care Charges weeks 1 to 12 (collected by Hackney)|920180||confirmed_care_charge|weekly|customer|0|0|FALSE
            401|13|FNCC Nursing Care|520215||service|weekly|supplier|1|1|FALSE
            403|13|FNCC Reclaim (collected by Hackney)|920210||nursing_care|weekly|ccg|0|0|FALSE
            901|12|Rent received|920999||service|weekly|customer|1|1|FALSE
            902|12|Advice|520110||service|weekly|none|0|0|FALSE
            903|12|Assessment|520110||visit|weekly|none|1|1|FALSE""";
    private static final String PROVIDERS =
            """
            id|name|address|type|cedar_number
            1|Alder Homes|1 High Street|spot|70001
            2|Birch Care|2 High Street|framework|70002
            3|Cherry House|3 High Street|spot|""";
    private static final String ELEMENTS =
            """
            id|social_care_id|element_type_id|provider_id|internal_status|is_suspension|suspended_element_id|start_date|end_date|quantity|cost|subjective_code|created_at|week
            99|P1|26|1|approved|f||2021-06-01||2|40||2021-05-01 09:00:00+00|
            101|P1|31|2|approved|f||2022-06-06||19.25|344.40|520060|2022-05-30 09:00:00+00|49.20 49.20 49.20 49.20 49.20 49.20 49.20
            1000|P1|31|1|approved|f||2022-06-06||5.25|90.90|520050|2022-05-30 09:05:00+00|30.30 - 30.30 - 30.30 - -
            103|P2|31|2|approved|f||2022-06-06|||100|520050||
            104|P2|31|1|approved|f||2022-06-06|||101|520060||
            105|P2|31|2|approved|f||2022-06-06|||102|||
            106|P1|31|2|approved|t|101|2022-07-01|2022-07-14||0|||
            107|P2|79|1|approved|t|108|2022-08-20|||0|||
            108|P2|79|1|approved|f||2022-01-10|2022-08-31||812.50|520040|2022-01-04 10:00:00+00|
            109|P3|79|2|approved|f||2022-09-01|||820|520040|2022-08-02 10:00:00+00|
            110|P3|75|3|approved|f||2022-09-01|2022-09-28||900|||
            111|P4|71|3|approved|f||2022-09-01|||950|||
            112|P4|1|1|approved|f||2022-09-01|||500|||
            113|P4|4|1|approved|f||2022-09-01|||1500|||
            114|P5|13||approved|f||2022-09-01|||210|||
            115|P5|15|3|approved|f||2022-09-01|||250|||
            116|P5|28||approved|f||2022-09-01|||60|||
            117|P6|45|1|approved|f||2022-09-01|||300|||
            118|P6|49|1|approved|f||2022-09-01|2022-09-14||700|||
            119|P6|54||approved|f||2022-09-01|||150|||
            120|P6|60|1|approved|f||2022-09-01|||80|||
            121|P6|205|1|approved|f||2022-09-01|||120|||
            122|P6|304|1|approved|f||2022-09-01|||121|||
            123|P6|401|1|approved|f||2022-09-01|||209.19|||
            124|P6|403|1|approved|f||2022-09-01|||209.19|||
            125|P6|69|1|approved|f||2022-09-01|||45|||
            126|P6|70|1|approved|f||2022-09-01|||46|||
            127|P5|18|1|approved|f||2022-09-01|||30|||
            128|P7|31|1|in_progress|f||2022-09-01|||100|||
            129|P7|31|1|cancelled|f||2022-09-01|||100|||
            130|P7|31|1|approved|t|129|2022-09-01|2022-09-02||0|||
            131|P5|15|3|approved|t|115|2022-09-01|2022-09-02||0|||
            132|P2|79|1|approved|t|108|2022-10-01|2022-10-09||0|||
            133|P7|31|1|inactive|f||2030-01-01|||110|||
            134|P7|999|1|approved|f||2022-09-01|||100|||
            135|P7|31|1|approved|f||2022-09-01|||100|||60 - - - - - -
            136|P7|31|1|lost|f||2022-09-01|||100|||
            137|P7|31|1|approved|t|5555|2022-09-01|2022-09-02||0|||
            138|P8|64|8|approved|f||2022-11-07|||1010||2022-11-02 10:00:00+00|
            139|P6|901|1|approved|f||2022-09-01|||70|||
            140|P6|902|1|approved|f||2022-09-01|||71|||
            141|P6|903|1|approved|f||2022-09-01|||72|||""";
    private static final String REFERRALS =
            """
            id|social_care_id|resident_name|primary_support_reason|urgent_since|status|started_at|created_at|updated_at
            1|P1|N|Physical support - access and mobility only|2022-05-25 08:00:00+00|active|2022-05-28 08:00:00+00|2022-05-24 23:30:00.123456+00|2022-07-01 08:00:00+00
            2|P2|N|Hearing impairment||unassigned||2022-09-03 10:00:00+00|2022-09-03 10:00:00+00
            3|P3|N|||approved||2022-08-01 10:00:00+00|2022-09-03 10:00:00+00
            4|P4|N|||archived||2022-12-01 10:00:00+00|2022-12-09 10:00:00+00
            5|P5|N|||cancelled||2022-12-01 10:00:00+00|2022-12-20 10:00:00+00
            6|P8|N|||on_hold||2022-11-01 10:00:00+00|2022-11-03 10:00:00+00
            7|P7|N|Personal care||InReview||2022-12-01 10:00:00+00|2022-12-03 10:00:00+00
            8|P3|N|||ended||2022-07-01 10:00:00+00|2022-12-03 10:00:00+00
            9|P3|N|||escalated||2022-12-01 10:00:00+00|2022-12-03 10:00:00+00
            10|P3|N|||assigned||yesterday|2022-12-03 10:00:00+00
            11|P9|N|Social Support: Support for Social Isolation/Other||awaiting_approval||2022-12-01 10:00:00+00|""";
    private static final String LINKS =
            """
            referral_id|element_id|pending_cancellation
            1|99|f
            1|101|f
            1|1000|f
            3|109|f
            7|128|f""";
    private static final String EVENTS =
            """
            id|social_care_id|referral_id|event_type|created_at
            1|P1|1|referral_broker_assignment|2022-05-26 09:00:00+00
            2|P1|1|care_package_approved|2022-06-01 09:00:00+00
            3|P4|4|referral_archived|2022-12-05 09:00:00+00
            4|P3|8|care_package_approved|2022-07-20 23:10:00+00
            5|P3|8|care_package_approved|2022-07-15 23:10:00+00""";
    private static final String PEOPLE =
            """
            social_care_id|service_user_name|date_of_birth
            P1|N|1940-05-17""";
    static final BrokerageExport EXPORT = new BrokerageExport(Map.of(
            "referrals", REFERRALS,
            "elements", ELEMENTS,
            "element_types", TYPES,
            "providers", PROVIDERS,
            "referral_elements", LINKS,
            "audit_events", EVENTS,
            "service_users", PEOPLE));

    private HackneyTables() {}
}
