package org.caravansms.smsc;

import java.util.List;
import org.caravansms.message.SmscPdu;

/** Where what comes on a link goes at the moment. While no route takes it, the SMSC is to keep it. */
final class DeliverSmSink {

    private static final PersistPdus NOBODY = pdus -> {
        throw new IllegalStateException("no route takes them");
    };

    private final SmppLinkLog notices;
    private volatile PersistPdus to = NOBODY;

    DeliverSmSink(SmppLinkLog notices) {
        this.notices = notices;
    }

    /** @param keep is asked from a thread of the session's */
    void to(PersistPdus keep) {
        to = keep;
    }

    void toNobody() {
        to = NOBODY;
    }

    /** Whatever goes wrong, the operator is told, and what comes next is taken. */
    boolean areKept(List<SmscPdu> pdus) {
        try {
            to.keep(pdus);
            return true;
        } catch (Exception | Error e) {
            notices.refused(pdus.size(), e.toString());
            return false;
        }
    }
}
