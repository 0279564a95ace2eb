package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;
import static marketshaping.model.contract.RowTest.before;

import java.util.List;
import marketshaping.model.contract.Field.Trait;

/** Framework lots: the settings that each lot of a framework covers, with dates. */
public final class FrameworkLots {
    public static final Contract CONTRACT = new Contract(
            "framework_lots",
            Contract.Need.OPTIONAL,
            "one row per framework, lot, setting and period",
            List.of(
                    required("framework", Type.TEXT),
                    required("lot", Type.TEXT),
                    required("setting", Type.CODE).from(Codes.SETTINGS).with(Trait.HEADLINE),
                    required("from_date", Type.DATE).with(Trait.HEADLINE),
                    optional("to_date", Type.DATE).with(Trait.HEADLINE, Trait.ABSENCE_COMPARED),
                    optional("weekly_rate", Type.MONEY)),
            List.of(),
            List.of(new Rule("end-before-start", "to_date is before from_date", before("to_date", "from_date"))));

    private FrameworkLots() {}
}
