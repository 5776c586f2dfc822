package org.caravansms.smsc;

import java.util.List;
import org.apache.camel.util.function.ThrowingConsumer;
import org.caravansms.message.SmscPdu;

/**
 * The route that receives the deliver_sm and data_sm of a link. Without a route the SMSC gets an error and sends again.
 */
final class DeliverSmSink {

    private static final ThrowingConsumer<List<SmscPdu>, Exception> NO_ROUTE = pdus -> {
        throw new IllegalStateException("no route takes them");
    };

    private final SmppLinkLog log;
    private volatile ThrowingConsumer<List<SmscPdu>, Exception> route = NO_ROUTE;

    DeliverSmSink(SmppLinkLog log) {
        this.log = log;
    }

    /** @param persist is called from a session's thread, and throws when a PDU may not be durable */
    void connect(ThrowingConsumer<List<SmscPdu>, Exception> persist) {
        route = persist;
    }

    void disconnect() {
        route = NO_ROUTE;
    }

    /** @return whether all are durable; a failure is logged */
    boolean persist(List<SmscPdu> pdus) {
        try {
            route.accept(pdus);
            return true;
        } catch (Exception | Error e) {
            log.refused(pdus.size(), e.toString());
            return false;
        }
    }
}
