package com.anycompany.capacitydb.transaction;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonWriter;
import java.util.List;
import java.util.stream.Collectors;

/** The transaction was cancelled; each of its items has a reason. */
public final class TransactionCanceled extends ServiceException {

    private static final long serialVersionUID = 1;

    private final transient List<CancellationReason> reasons;

    TransactionCanceled(List<CancellationReason> reasons) {
        super(
                ErrorCode.TRANSACTION_CANCELED,
                "Transaction cancelled, please refer cancellation reasons for specific reasons ["
                        + reasons.stream().map(CancellationReason::code).collect(Collectors.joining(", ")) + "]");
        this.reasons = List.copyOf(reasons);
    }

    public List<CancellationReason> reasons() {
        return reasons;
    }

    @Override
    public void writeDetails(JsonWriter json) {
        json.name("CancellationReasons").startArray();
        reasons.forEach(reason -> reason.write(json));
        json.endArray();
    }
}
