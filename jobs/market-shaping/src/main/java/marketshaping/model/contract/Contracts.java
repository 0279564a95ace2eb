package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;

import java.util.List;

/** Contracts: the spot contract register, framework call-offs and blocks, with one row per contract. */
public final class Contracts {
    public static final Contract CONTRACT = new Contract(
            "contracts",
            Contract.Need.REQUIRED,
            "one row per contract, whatever its purchase route",
            List.of(
                    required("contract_id", Type.ID),
                    required("purchase_route", Type.CODE).from(Codes.PURCHASE_ROUTES),
                    required("provider_id", Type.ID),
                    optional("provider_name", Type.TEXT),
                    optional("framework", Type.TEXT),
                    optional("lot", Type.TEXT),
                    optional("setting", Type.CODE).from(Codes.SETTINGS),
                    required("start_date", Type.DATE),
                    optional("end_date", Type.DATE),
                    optional("unit_price", Type.MONEY),
                    optional("price_frequency", Type.CODE).from(Codes.COST_FREQUENCIES),
                    optional("block_places", Type.WHOLE),
                    optional("annual_value", Type.MONEY)),
            List.of("contract_id"),
            List.of(
                    new Rule("end_date is before start_date", "end_date < start_date"),
                    new Rule(
                            "framework and lot are needed where purchase_route is Framework",
                            "purchase_route = 'Framework' AND (framework IS NULL OR lot IS NULL)")));

    private Contracts() {}
}
