package org.caravansms.smsc;

import java.util.concurrent.Callable;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.SMPPSession;

/** One submit_sm on a link's session, as the SMPP endpoint does it; its value is the message_id. */
record Submit(SmppLink link) implements Callable<String> {

    @Override
    public String call() throws Exception {
        return on(link.boundSession());
    }

    static String onQuietly(SmppLink link) {
        try {
            return new Submit(link).call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static String on(SMPPSession session) throws Exception {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "44777888",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "36201234567",
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        "",
                        "",
                        new RegisteredDelivery(),
                        (byte) 0,
                        DataCodings.ZERO,
                        (byte) 0,
                        "hello".getBytes())
                .getMessageId();
    }
}
