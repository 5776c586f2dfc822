package org.caravansms.smsc;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/** Nothing here takes what an SMSC sends: ESME_RX_T_APPN, SMPP 3.4 section 5.1.3, has it keep that for later. */
final class RefuseDeliverSm implements MessageReceiverListener {

    private final Runnable atFirst;
    private boolean seen;

    /** @param atFirst is run at the first of them */
    RefuseDeliverSm(Runnable atFirst) {
        this.atFirst = atFirst;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm deliverSm) throws ProcessRequestException {
        throw refusal();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) throws ProcessRequestException {
        throw refusal();
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // has no answer, SMPP 3.4 section 4.12.1
    }

    private synchronized ProcessRequestException refusal() {
        if (!seen) {
            seen = true;
            atFirst.run();
        }
        return new ProcessRequestException("nothing here takes it", SMPPConstant.STAT_ESME_RX_T_APPN);
    }
}
