package org.caravansms.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;

/** A program that is bound to the gateway, on a stack that others wrote (jSMPP). Its fields are those of the next submit_sm. */
public final class Esme implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    public final SMPPSession session = new SMPPSession();
    public String serviceType = "";
    public TypeOfNumber sourceTon = TypeOfNumber.INTERNATIONAL;
    public String source = "44777888";
    public TypeOfNumber ton = TypeOfNumber.INTERNATIONAL;
    public NumberingPlanIndicator npi = NumberingPlanIndicator.ISDN;
    public String destination = "36201234567";
    public int esmClass;
    public int protocolId;
    public int priority;
    public String scheduleDeliveryTime;
    public String validityPeriod;
    public int registeredDelivery;
    public int replaceIfPresent;
    public int dataCoding;
    public int defaultMsgId;

    private Esme() {
        session.setTransactionTimer(PATIENCE_MILLIS);
    }

    public static Esme bound(int port) throws IOException {
        return bound(port, BindType.BIND_TRX, "admin", "abc123");
    }

    public static Esme bound(int port, BindType type, String user, String password) throws IOException {
        Esme esme = new Esme();
        esme.session.connectAndBind(
                "127.0.0.1",
                port,
                new BindParameter(
                        type,
                        user,
                        password,
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null,
                        InterfaceVersion.IF_34),
                PATIENCE_MILLIS);
        return esme;
    }

    public String submit(String text) throws Exception {
        return submit(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** @return message_id */
    public String submit(byte[] message, OptionalParameter... tlvs) throws Exception {
        return session.submitShortMessage(
                        serviceType,
                        sourceTon,
                        NumberingPlanIndicator.ISDN,
                        source,
                        ton,
                        npi,
                        destination,
                        new ESMClass(esmClass),
                        (byte) protocolId,
                        (byte) priority,
                        scheduleDeliveryTime,
                        validityPeriod,
                        new RegisteredDelivery(registeredDelivery),
                        (byte) replaceIfPresent,
                        new RawDataCoding((byte) dataCoding),
                        (byte) defaultMsgId,
                        message,
                        tlvs)
                .getMessageId();
    }

    @Override
    public void close() {
        session.unbindAndClose();
    }
}
