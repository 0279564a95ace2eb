package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;
import static marketshaping.model.contract.RowTest.all;
import static marketshaping.model.contract.RowTest.any;
import static marketshaping.model.contract.RowTest.before;
import static marketshaping.model.contract.RowTest.isEmpty;
import static marketshaping.model.contract.RowTest.isOneOf;

import java.util.List;
import marketshaping.model.contract.Field.Trait;

/** Contracts: the spot contract register, framework call-offs and blocks, with one row per contract. */
public final class Contracts {
    public static final Contract CONTRACT = new Contract(
            "contracts",
            Contract.Need.REQUIRED,
            "one row per contract, whatever its purchase route",
            List.of(
                    required("contract_id", Type.ID),
                    required("purchase_route", Type.CODE)
                            .from(Codes.PURCHASE_ROUTES)
                            .with(Trait.HEADLINE),
                    required("provider_id", Type.ID).with(Trait.HEADLINE),
                    optional("provider_name", Type.TEXT),
                    optional("framework", Type.TEXT),
                    optional("lot", Type.TEXT),
                    optional("setting", Type.CODE).from(Codes.SETTINGS),
                    required("start_date", Type.DATE),
                    optional("end_date", Type.DATE).with(Trait.HEADLINE, Trait.ABSENCE_COMPARED),
                    optional("unit_price", Type.MONEY).per("price_frequency").with(Trait.HEADLINE),
                    optional("price_frequency", Type.CODE)
                            .from(Codes.COST_FREQUENCIES)
                            .with(Trait.HEADLINE),
                    optional("block_places", Type.WHOLE),
                    optional("annual_value", Type.MONEY)),
            List.of("contract_id"),
            List.of(
                    new Rule("end-before-start", "end_date is before start_date", before("end_date", "start_date")),
                    new Rule(
                            "framework-without-lot",
                            "framework and lot are needed where purchase_route is Framework",
                            all(isOneOf("purchase_route", "Framework"), any(isEmpty("framework"), isEmpty("lot"))))));

    private Contracts() {}
}
